import { daysBetween } from "@/lib/time";

export type CascadeLevel = {
  level: "province" | "district" | "unit";
  /** The calendar day of the level's document, ISO. */
  day: string;
  /** Whole days since the level above issued its own; null when that is not known. */
  days: number | null;
};

/** Province, district, unit: when each level issued its document and how long that took it. */
export function cascade(
  basisDay: string | null,
  districtDay: string | null,
  unitDay: string | null,
): CascadeLevel[] {
  const levels = [
    { level: "province" as const, day: basisDay },
    { level: "district" as const, day: districtDay },
    { level: "unit" as const, day: unitDay },
  ];
  let above: string | null = null;
  return levels.flatMap(({ level, day }) => {
    if (!day) {
      above = null;
      return [];
    }
    const days: number | null = above ? daysBetween(above, day) : null;
    above = day;
    return [{ level, day, days }];
  });
}

/** The latest of the documents a directive is based on: the one that set it going. */
export const latestBasisDay = (basis: { date: string | null }[]) =>
  basis
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1) ?? null;
