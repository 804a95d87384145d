import { isoDay } from "@/lib/time";
import type { IncidentKind, StatutoryClass } from "../schema";
import type { DeadlineDuty, DeadlineState, DeadlineTrigger } from "./schema";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A rule as far as it says what is owed when. Days are civil days of the district. */
export type DeadlineRule = {
  id: string;
  duty: string;
  trigger: string;
  statutoryClass: StatutoryClass | null;
  kind: IncidentKind | null;
  minutes: number;
  recipients: string[];
  source: string;
  validFrom: string;
  validTo: string | null;
};

export type Occasion = {
  trigger: DeadlineTrigger;
  /** When that came about. */
  from: Date;
  detectedAt: Date;
  kind: IncidentKind;
  statutoryClass: StatutoryClass;
};

export type Owed = {
  ruleId: string;
  duty: string;
  from: Date;
  dueAt: Date;
  recipients: string[];
  source: string;
};

/**
 * What is owed by the rules in force on the day of detection. Of several for one duty the strictest
 * counts: a district may ask for more than the law, never for less.
 */
export function owedBy(rules: DeadlineRule[], of: Occasion): Owed[] {
  const day = isoDay(of.detectedAt);
  const fitting = rules.filter(
    (rule) =>
      rule.trigger === of.trigger &&
      inForce(rule, day) &&
      (rule.kind === null || rule.kind === of.kind) &&
      (rule.statutoryClass === null || rule.statutoryClass === of.statutoryClass),
  );
  const strictest = new Map<string, DeadlineRule>();
  for (const rule of fitting) {
    const known = strictest.get(rule.duty);
    if (!known || rule.minutes < known.minutes) strictest.set(rule.duty, rule);
  }
  return [...strictest.values()].map(({ id, duty, minutes, recipients, source }) => ({
    ruleId: id,
    duty,
    from: of.from,
    dueAt: new Date(of.from.getTime() + minutes * MINUTE),
    recipients,
    source,
  }));
}

/** [validFrom, validTo) */
export const inForce = (rule: { validFrom: string; validTo: string | null }, day: string) =>
  rule.validFrom <= day && (rule.validTo === null || day < rule.validTo);

type Dated = { from: Date; dueAt: Date; metAt: Date | null; droppedAt: Date | null };

export function deadlineState(of: Dated, at: Date): DeadlineState {
  if (of.metAt) return of.metAt <= of.dueAt ? "on_time" : "late";
  if (of.droppedAt) return "dropped";
  if (at > of.dueAt) return "overdue";
  return at >= soonFrom(of) ? "due_soon" : "waiting";
}

/** The last quarter of the time, a day at most. */
export function soonFrom({ from, dueAt }: { from: Date; dueAt: Date }) {
  const quarter = (dueAt.getTime() - from.getTime()) / 4;
  return new Date(dueAt.getTime() - Math.min(quarter, 24 * HOUR));
}

/** What a statutory report of this kind, or an act on the case, fulfils. */
export const dutyMetBy: Partial<Record<string, DeadlineDuty>> = {
  notice: "notice",
  initial: "initial",
  cause: "cause",
  closing: "closing",
};

const units = { minutes: 1, hours: 60, days: 1440 } as const;
export type SpanUnit = keyof typeof units;

export const minutesOf = ({ amount, unit }: { amount: number; unit: SpanUnit }) =>
  amount * units[unit];

/** The coarsest unit that says it whole: 4320 is 3 days. */
export function spanOf(minutes: number): { amount: number; unit: SpanUnit } {
  if (minutes % units.days === 0) return { amount: minutes / units.days, unit: "days" };
  if (minutes % units.hours === 0) return { amount: minutes / units.hours, unit: "hours" };
  return { amount: minutes, unit: "minutes" };
}
