import { earlier, later } from "../coverage/rules";
import { type LogKind, logKinds } from "../log/schema";
import { HOUR, type Span } from "../schema";
import { type Facts, OPEN_HOURS, type QuickReportState } from "./schema";

type Due = { dueAt: Date; filedAt: Date | null };

/** Read from two instants that never change: what came late stays late. */
export function quickReportState({ dueAt, filedAt }: Due, at: Date): QuickReportState {
  if (filedAt) return filedAt <= dueAt ? "on_time" : "late";
  if (at > dueAt) return "missing";
  return at >= opensAt({ dueAt }) ? "open" : "waiting";
}

export const opensAt = ({ dueAt }: { dueAt: Date }) =>
  new Date(dueAt.getTime() - OPEN_HOURS * HOUR);

type Before = { dueAt: Date; countedTo: Date | null };

/**
 * Which part of the log a report tells: from where the one before ended (or was due, if it never
 * came) to its own due time at most. So every entry is told once, whoever reports early or late.
 */
export function countedSpan(
  { dueAt, campaignStartsAt }: { dueAt: Date; campaignStartsAt: Date },
  before: Before | null,
  at: Date,
): Span {
  const endsAt = earlier(at, dueAt);
  const first = later(campaignStartsAt, new Date(dueAt.getTime() - 24 * HOUR));
  const from = before ? (before.countedTo ?? before.dueAt) : first;
  return { startsAt: earlier(from, endsAt), endsAt };
}

/** The due time to look at first: the last that has passed, else the next. Newest first. */
export const newestPast = <Time extends { dueAt: Date }>(times: readonly Time[], at: Date) =>
  times.find(({ dueAt }) => dueAt <= at) ?? times.at(-1);

export const noEntries = (): Facts["log"] =>
  ({ routine: 0, call: 0, alert: 0, order: 0, incident: 0, nil: 0 }) satisfies Record<
    LogKind,
    number
  >;

/** What may not be passed over with "không phát sinh". */
export const happenings = ({ log, incidents }: Facts) =>
  log.incident + log.alert + incidents.reported;

/** Entries in all that are worth telling the district. */
export const noteworthy: readonly LogKind[] = logKinds.filter(
  (kind) => kind !== "nil" && kind !== "routine",
);
