import type { Option, OptionGroup } from "@/components/ui/select-field";

export type UnitChoice = { id: string; name: string; kindLabel: string };

/** Units under their kinds. One that is chosen but no longer exists stays on offer, and says so. */
export function unitOptions(
  choices: UnitChoice[],
  chosen?: { id: string; name: string } | null,
): (Option | OptionGroup)[] {
  const kinds = [...new Set(choices.map(({ kindLabel }) => kindLabel))];
  const groups = kinds.map((label) => ({
    label,
    options: choices
      .filter(({ kindLabel }) => kindLabel === label)
      .map(({ id, name }) => ({ value: id, label: name })),
  }));
  if (!chosen || choices.some(({ id }) => id === chosen.id)) return groups;
  return [{ value: chosen.id, label: `${chosen.name} (đã thôi hoạt động)` }, ...groups];
}
