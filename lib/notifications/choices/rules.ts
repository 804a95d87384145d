import { isoDay } from "@/lib/time";
import type { Topic } from "./schema";

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** By the first word of a kind. The same as `notice_topic` of the database. */
const topics: Record<string, Topic | "test"> = {
  directive: "directive",
  extension: "directive",
  question: "directive",
  assignment: "directive",
  campaign: "directive",
  reorganisation: "directive",
  reminder: "reminder",
  periodic: "reminder",
  "quick-report": "reminder",
  "period-report": "reminder",
  roster: "duty",
  shift: "duty",
  swap: "duty",
  duty: "duty",
  incident: "incident",
  drill: "incident",
  advisory: "advisory",
  sweep: "advisory",
  awareness: "advisory",
  complaint: "complaint",
  source: "complaint",
  "authority-request": "complaint",
  outage: "complaint",
  escalation: "urgent",
  digest: "digest",
  test: "test",
};

export const topicOf = (kind: string) => topics[kind.split(".")[0] ?? ""] ?? "directive";

/** What breaks quiet hours. The same as `notice_urgent` of the database. */
const urgentKinds = new Set([
  "directive.recall",
  "duty.missed_check_in",
  "duty.unsigned_handover",
  "duty.missed_mid_check",
  "incident.report",
  "incident.escalate",
  "incident.overdue",
  "incident.warning",
  "drill.inject",
  "advisory.urgent",
  "advisory.exploited",
  "source.warning",
  "outage.report",
  "escalation.again",
  "escalation.raised",
]);

export const isUrgent = (kind: string) => urgentKinds.has(kind);

export type QuietHours = { from: number; to: number };

/**
 * The end of the quiet hours that `at` falls into, else `at` itself; minutes of the district's day,
 * over midnight too. The same as `after_quiet` of the database.
 */
export function afterQuiet(at: Date, quiet: QuietHours | null) {
  if (!quiet || quiet.from === quiet.to) return at;
  const midnight = new Date(`${isoDay(at)}T00:00:00+07:00`).getTime();
  const minute = Math.floor((at.getTime() - midnight) / MINUTE);
  const within = (from: number, to: number) => minute >= from && minute < to;
  const end = (to: number) => new Date(midnight + to * MINUTE);
  if (quiet.from < quiet.to) return within(quiet.from, quiet.to) ? end(quiet.to) : at;
  if (within(quiet.from, DAY_MINUTES)) return end(DAY_MINUTES + quiet.to);
  return within(0, quiet.to) ? end(quiet.to) : at;
}
