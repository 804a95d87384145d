import { isoDay } from "@/lib/time";
import type { ReminderReceiver, ReminderSubject } from "./schema";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Rule = {
  id: string;
  subject: ReminderSubject;
  offset: number;
  minuteOfDay: number;
  tell: ReminderReceiver[];
  active: boolean;
};

/**
 * When a rule is due for what is owed since `anchor`: a deadline, or a delivery. A reminder of a day
 * up to the deadline never comes after it. The same is said in SQL in `ladders/commands.ts`.
 */
export function stepAt(rule: Pick<Rule, "subject" | "offset" | "minuteOfDay">, anchor: Date) {
  if (rule.subject === "acknowledgement") return new Date(anchor.getTime() + rule.offset * HOUR);
  const midnight = new Date(`${isoDay(anchor)}T00:00:00+07:00`).getTime();
  const at = new Date(midnight + rule.offset * DAY + rule.minuteOfDay * MINUTE);
  return rule.offset <= 0 && at > anchor ? anchor : at;
}

export type Owed = {
  subject: ReminderSubject;
  /** The deadline, or the delivery. */
  anchor: Date;
  /** What was due before this is nobody's fault: not yet issued, or sent back since. */
  since: Date;
  /** The latest step raised so far for this deadline. */
  raised: Date | null;
};

/**
 * The one step to raise now: the latest that is due. Those missed before it, while nothing ran, are
 * left out, and nothing is raised behind one that was.
 */
export function dueStep<R extends Rule>(rules: R[], owed: Owed, at: Date) {
  const [latest] = stepsOf(rules, owed)
    .filter((step) => step.at <= at && step.at >= owed.since)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  if (!latest || (owed.raised && latest.at <= owed.raised)) return null;
  return latest;
}

/** What will be raised next if nothing is done until then. */
export function nextStep<R extends Rule>(
  rules: R[],
  owed: Pick<Owed, "subject" | "anchor">,
  at: Date,
) {
  const coming = stepsOf(rules, owed).filter((step) => step.at > at);
  return coming.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}

const stepsOf = <R extends Rule>(
  rules: R[],
  { subject, anchor }: Pick<Owed, "subject" | "anchor">,
) =>
  rules
    .filter((rule) => rule.active && rule.subject === subject)
    .map((rule) => ({ rule, at: stepAt(rule, anchor) }));
