/** What has happened to one obligation of one unit; its state is read from this, never stored. */
export type Facts = {
  dueAt: Date | null;
  startedAt: Date | null;
  reportedAt: Date | null;
  acceptedAt: Date | null;
  sentBackAt: Date | null;
  nilReport: boolean;
  /** One of its periodic reports came late. */
  lateAt: Date | null;
};

export const assignmentStates = [
  "not_started",
  "in_progress",
  "sent_back",
  "reported",
  "accepted",
] as const;
export type AssignmentState = (typeof assignmentStates)[number];

export function assignmentState(facts: Facts): AssignmentState {
  if (facts.acceptedAt) return "accepted";
  if (facts.reportedAt) return "reported";
  if (facts.sentBackAt) return "sent_back";
  return facts.startedAt ? "in_progress" : "not_started";
}

export type Timeliness = "on_time" | "late" | "overdue" | "due_soon" | "open" | "no_deadline";

const SOON = 48 * 60 * 60 * 1000;

/** Done: on time or late by the report that stands. Not done: by how near the deadline is. */
export function timeliness(facts: Facts, at: Date): Timeliness {
  if (!facts.dueAt) return facts.reportedAt ? "on_time" : "no_deadline";
  if (facts.reportedAt)
    return facts.reportedAt <= facts.dueAt && !facts.lateAt ? "on_time" : "late";
  if (at > facts.dueAt) return "overdue";
  return facts.dueAt.getTime() - at.getTime() <= SOON ? "due_soon" : "open";
}
