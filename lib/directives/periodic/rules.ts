import { isoDay, localInput, nextDay, parseLocal, weekdayOf } from "@/lib/time";
import { PERIODIC_LIMIT, type Recurrence } from "./schema";

/**
 * Each time a report falls due after the directive is issued, soonest first, without repeats; one
 * more than the limit at most, so that a caller can tell that there are too many.
 */
export function dueTimes(recurrence: Recurrence, issuedAt: Date): Date[] {
  const due =
    recurrence.kind === "given"
      ? recurrence.at.flatMap((local) => parseLocal(local) ?? [])
      : everyDay(recurrence, issuedAt);
  const later = due.filter((at) => at > issuedAt).map((at) => at.getTime());
  return [...new Set(later)].sort((a, b) => a - b).map((at) => new Date(at));
}

/** Weekly reports of the limit's number take eight years; no calendar is walked further. */
const FURTHEST = 366 * 8;

function everyDay(recurrence: Exclude<Recurrence, { kind: "given" }>, issuedAt: Date) {
  const due: Date[] = [];
  let day = isoDay(issuedAt);
  for (let walked = 0; day <= recurrence.until && walked < FURTHEST; walked++) {
    if (due.length > PERIODIC_LIMIT) break;
    const wanted = recurrence.kind === "daily" || recurrence.weekdays.includes(weekdayOf(day));
    const times = wanted ? recurrence.times : [];
    due.push(...times.flatMap((time) => parseLocal(`${day}T${time}`) ?? []));
    day = nextDay(day);
  }
  return due;
}

/** The same reports in another window: `shift` says where an instant of the old one falls. */
export function shiftRecurrence(recurrence: Recurrence, shift: (at: Date) => Date): Recurrence {
  const moved = (local: string) => shift(parseLocal(local) ?? new Date(0));
  if (recurrence.kind === "given") {
    return { ...recurrence, at: recurrence.at.map((at) => localInput(moved(at))) };
  }
  return { ...recurrence, until: isoDay(moved(`${recurrence.until}T12:00`)) };
}

export type PeriodicState = "on_time" | "late" | "missing" | "waiting";

/** A report that came late stays late; one that has not come is missing once its time is past. */
export function periodicState(
  { dueAt, reportedAt }: { dueAt: Date; reportedAt: Date | null },
  at: Date,
): PeriodicState {
  if (reportedAt) return reportedAt <= dueAt ? "on_time" : "late";
  return at > dueAt ? "missing" : "waiting";
}
