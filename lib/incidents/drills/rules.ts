const MINUTE = 60_000;

/** Within this the unit should have said that it read the situation. */
export const SEEN_MINUTES = 10;

export type Reaction = {
  injectedAt: Date | null;
  seenAt: Date | null;
  /** Whether someone had taken the shift when it was sent. */
  onDuty: boolean;
  reportedAt: Date | null;
  reportMinutes: number;
};

/** Out of 100: read in time 25, someone on duty 25, reported in time 50. Late by as much again is half. */
export const weights = { seen: 25, onDuty: 25, reported: 50 } as const;

export type Score = { seen: number; onDuty: number; reported: number; total: number };

/** Null: it has not been sent yet. */
export function scoreOf(of: Reaction): Score | null {
  if (!of.injectedAt) return null;
  const seen = weights.seen * share(of.injectedAt, of.seenAt, SEEN_MINUTES);
  const onDuty = of.onDuty ? weights.onDuty : 0;
  const reported = weights.reported * share(of.injectedAt, of.reportedAt, of.reportMinutes);
  return { seen, onDuty, reported, total: Math.round(seen + onDuty + reported) };
}

function share(from: Date, at: Date | null, minutes: number) {
  if (!at) return 0;
  const taken = at.getTime() - from.getTime();
  if (taken <= minutes * MINUTE) return 1;
  return taken <= 2 * minutes * MINUTE ? 0.5 : 0;
}

/** The mean of what was sent; null: nothing yet. */
export function readiness(scores: (Score | null)[]) {
  const sent = scores.filter((score) => score !== null);
  if (sent.length === 0) return null;
  return Math.round(sent.reduce((sum, { total }) => sum + total, 0) / sent.length);
}

export type DrillState = "planned" | "running" | "over";

type Run = { startedAt: Date | null; endedAt: Date | null };

export function drillState({ startedAt, endedAt }: Run): DrillState {
  if (endedAt) return "over";
  return startedAt ? "running" : "planned";
}
