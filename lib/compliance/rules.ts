import { isoDay, nextDay, parseLocal } from "@/lib/time";
import { type Verdict, verdicts } from "./schema";

export const MINUTE = 60_000;
const _HOUR = 60 * MINUTE;

export type Counts = { failed: number; soon: number; done: number };

/** What failed stands before what may fail; with nothing done and nothing near, nothing is known. */
export function verdictOf({ failed, soon, done }: Counts): Verdict {
  if (failed > 0) return "not_met";
  if (soon > 0) return "at_risk";
  return done > 0 ? "met" : "not_measurable";
}

const severity: Record<Verdict, number> = { not_met: 3, at_risk: 2, met: 1, not_measurable: 0 };

/** Of several verdicts of one unit; with none it was asked for nothing. */
export const worst = (all: readonly Verdict[]): Verdict =>
  all.reduce<Verdict>((one, two) => (severity[two] > severity[one] ? two : one), "not_measurable");

export type Spread = Record<Verdict, number>;

export const emptySpread = (): Spread => ({ not_met: 0, at_risk: 0, not_measurable: 0, met: 0 });

export const unitsOf = (spread: Spread) =>
  verdicts.reduce((sum, verdict) => sum + spread[verdict], 0);

/** Of what can be measured, how much is met; null where nothing can. */
export function shareMet({ met, at_risk, not_met }: Spread) {
  const measured = met + at_risk + not_met;
  return measured === 0 ? null : met / measured;
}

/** More that failed first, then more at risk, then the larger. */
export const byTrouble = (one: Spread, two: Spread) =>
  two.not_met - one.not_met || two.at_risk - one.at_risk || unitsOf(two) - unitsOf(one);

type Window = { startsAt: Date; endsAt: Date };

/** The first instant after a calendar day. */
export function dayEnd(day: string) {
  const end = parseLocal(nextDay(day));
  if (!end) throw new RangeError(`not a calendar day: ${day}`);
  return end;
}

/** Days of a campaign that have begun, oldest first; the last one is that of `at` or of its end. */
export function daysSoFar({ startsAt, endsAt }: Window, at: Date) {
  const last = isoDay(at < endsAt ? at : new Date(endsAt.getTime() - 1));
  const days: string[] = [];
  for (let day = isoDay(startsAt); day <= last; day = nextDay(day)) days.push(day);
  return at < startsAt ? [] : days;
}

/** The instant a day is measured for: now while it lasts, else its end or that of the campaign. */
export function instantOf(day: string, { endsAt }: Pick<Window, "endsAt">, at: Date) {
  return new Date(Math.min(dayEnd(day).getTime(), endsAt.getTime(), at.getTime()));
}
