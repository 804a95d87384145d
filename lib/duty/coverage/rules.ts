import { addDays } from "@/lib/campaigns/calendar/rules";
import { isoDay, parseLocal } from "@/lib/time";
import type { Span } from "../schema";

/** What of the window nobody covers, in order. Whatever overlaps counts once. */
export function gapsOf(window: Span, covered: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = window.startsAt;
  for (const { startsAt, endsAt } of inOrder(covered)) {
    if (endsAt <= from) continue;
    if (startsAt >= window.endsAt) break;
    if (startsAt > from) gaps.push({ startsAt: from, endsAt: startsAt });
    from = endsAt;
  }
  if (from < window.endsAt) gaps.push({ startsAt: from, endsAt: window.endsAt });
  return gaps;
}

/** The covered time inside the window as runs that do not touch. */
export function runsOf(window: Span, covered: readonly Span[]): Span[] {
  const runs: { startsAt: Date; endsAt: Date }[] = [];
  for (const span of inOrder(covered)) {
    const startsAt = later(span.startsAt, window.startsAt);
    const endsAt = earlier(span.endsAt, window.endsAt);
    if (startsAt >= endsAt) continue;
    const last = runs.at(-1);
    if (last && startsAt <= last.endsAt) last.endsAt = later(last.endsAt, endsAt);
    else runs.push({ startsAt, endsAt });
  }
  return runs;
}

export const lengthOf = (spans: readonly Span[]) =>
  spans.reduce((sum, { startsAt, endsAt }) => sum + endsAt.getTime() - startsAt.getTime(), 0);

export const overlaps = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

const inOrder = (spans: readonly Span[]) =>
  [...spans].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
export const later = (a: Date, b: Date) => (a > b ? a : b);
export const earlier = (a: Date, b: Date) => (a < b ? a : b);

export type WallRunKind = "gap" | "missed" | "taken" | "planned";
export type WallRun = Span & { kind: WallRunKind };

/**
 * One unit's line on the wall, without a break: nobody rostered, rostered and not taken, taken (from
 * the minute of the check-in on), still to come.
 */
export function wallRuns(
  window: Span,
  { rostered, taken: checkedIn }: { rostered: readonly Span[]; taken: readonly Span[] },
  at: Date,
): WallRun[] {
  const taken = runsOf(window, checkedIn);
  const untaken = runsOf(window, rostered).flatMap((run) => gapsOf(run, taken));
  const past = { startsAt: window.startsAt, endsAt: later(window.startsAt, at) };
  const future = { startsAt: later(window.startsAt, at), endsAt: window.endsAt };
  const label = (kind: WallRunKind) => (span: Span) => ({ ...span, kind });
  return [
    ...gapsOf(window, rostered).map(label("gap")),
    ...taken.map(label("taken")),
    ...runsOf(past, untaken).map(label("missed")),
    ...runsOf(future, untaken).map(label("planned")),
  ].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Rows by their unit, each in the order given. */
export function byUnit<Row extends { unitId: string }>(rows: readonly Row[]) {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.unitId);
    if (known) known.push(row);
    else found.set(row.unitId, [row]);
  }
  return found;
}

/** The calendar days of a window, the first and the last cut to it. */
export function daysOf(window: Span): Span[] {
  const days: Span[] = [];
  let startsAt = window.startsAt;
  while (startsAt < window.endsAt) {
    const midnight = parseLocal(addDays(isoDay(startsAt), 1));
    const endsAt = midnight ? earlier(midnight, window.endsAt) : window.endsAt;
    days.push({ startsAt, endsAt });
    startsAt = endsAt;
  }
  return days;
}
