import { CHECK_IN_LEAD_MINUTES, MINUTE, type Span } from "../schema";

export type ShiftFacts = Span & { checkedInAt: Date | null; handedOverAt: Date | null };

export type ShiftState = "coming" | "open" | "missing" | "on" | "over" | "handed_over" | "missed";

/** Where a published shift stands: read from what happened, never stored. */
export function shiftState(shift: ShiftFacts, at: Date, missedCheckInMinutes: number): ShiftState {
  if (shift.handedOverAt) return "handed_over";
  if (shift.checkedInAt) return at < shift.endsAt ? "on" : "over";
  if (at >= shift.endsAt) return "missed";
  if (at.getTime() >= shift.startsAt.getTime() + missedCheckInMinutes * MINUTE) return "missing";
  return at >= opensAt(shift) ? "open" : "coming";
}

/** From here on the shift may be taken. */
export const opensAt = ({ startsAt }: Span) =>
  new Date(startsAt.getTime() - CHECK_IN_LEAD_MINUTES * MINUTE);

/**
 * When something written off line happened: the sender's clock set right by how wrong it was when it
 * was sent, and never later than now. A clock that was set anew meanwhile tells nonsense: nothing
 * happened before the shift could be taken. Without a clock it happened now.
 */
export function happenedAt(
  at: Date,
  shift: Span,
  { deviceAt, sentAt }: { deviceAt: Date | null; sentAt?: Date | null },
) {
  if (!deviceAt || !sentAt) return at;
  const age = Math.max(0, sentAt.getTime() - deviceAt.getTime());
  const earliest = Math.min(at.getTime(), opensAt(shift).getTime());
  return new Date(Math.max(at.getTime() - age, earliest));
}

/** The sender's clock is told only where it is off by more than this. */
const CLOCK_TOLERANCE = 2 * MINUTE;

export const clockIsOff = (recordedAt: Date, deviceAt: Date | null) =>
  deviceAt !== null && Math.abs(recordedAt.getTime() - deviceAt.getTime()) > CLOCK_TOLERANCE;
