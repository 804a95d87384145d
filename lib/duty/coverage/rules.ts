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
