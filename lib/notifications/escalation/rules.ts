const MINUTE = 60_000;

export type Step = {
  id: string;
  afterMinutes: number;
  repeatTimes: number;
  repeatMinutes: number;
  active: boolean;
};

/** When a step is raised for the n-th time, counted from 0. */
export const roundAt = (step: Omit<Step, "id" | "active">, startedAt: Date, round: number) =>
  new Date(startedAt.getTime() + (step.afterMinutes + round * step.repeatMinutes) * MINUTE);

/**
 * The round of a step to raise now: the latest that is due, unless it or a later one was raised. Those
 * missed while nothing ran are left out. The same is said in SQL in `escalation/climbing/commands.ts`.
 */
export function dueRound(step: Step, startedAt: Date, lastRaised: number | null, at: Date) {
  if (!step.active) return null;
  const minutes = (at.getTime() - startedAt.getTime()) / MINUTE - step.afterMinutes;
  if (minutes < 0) return null;
  const round = Math.min(step.repeatTimes, Math.floor(minutes / step.repeatMinutes));
  return lastRaised !== null && lastRaised >= round ? null : round;
}
