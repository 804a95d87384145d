import { isoDay } from "@/lib/time";

/** From what needs an answer this minute to what nobody set a time for. */
export const todayGroups = ["now", "late", "today", "later", "undated"] as const;
export type TodayGroup = (typeof todayGroups)[number];

/** `pressing`: without a deadline of its own, yet somebody waits for the answer. */
export type Timed = { dueAt: Date | null; pressing: boolean };

/** Everything once, in order of due time; of one time, in the order given. Groups with nothing are left out. */
export function groupByDue<T extends Timed>(items: T[], at: Date) {
  const ordered = items.toSorted((one, other) => timeOf(one) - timeOf(other));
  return todayGroups.flatMap((group) => {
    const found = ordered.filter((item) => groupOf(item, at) === group);
    return found.length > 0 ? [{ group, items: found }] : [];
  });
}

const timeOf = ({ dueAt }: Timed) => dueAt?.getTime() ?? 0;

function groupOf({ dueAt, pressing }: Timed, at: Date): TodayGroup {
  if (!dueAt) return pressing ? "now" : "undated";
  if (dueAt < at) return "late";
  return isoDay(dueAt) === isoDay(at) ? "today" : "later";
}
