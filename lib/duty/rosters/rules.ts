import { gapsOf, lengthOf, overlaps } from "../coverage/rules";
import { type DutyPost, HOUR, type Span, type Weights } from "../schema";
import { nightHours, weightedHours } from "../weights/rules";
import type { HoursRow } from "./paper/rules";
import { slotsOf } from "./patterns/rules";
import type { RosterPattern } from "./schema";

export type RosterShift = Span & { id: string; post: DutyPost; personId: string };

export type RosterRow<Shift extends RosterShift> = Span & {
  staff: Shift[];
  leaders: Shift[];
  /** Nobody on the post that the row is about. */
  gap: boolean;
};

/**
 * A roster as it is hung on the wall: one row for each time that staff share, and one for each hole,
 * cut as the pattern cuts the day. Leaders stand in every row that their watch reaches into.
 */
export function rosterRows<Shift extends RosterShift>(
  window: Span,
  shifts: readonly Shift[],
  pattern: RosterPattern,
): RosterRow<Shift>[] {
  const leaders = shifts.filter(({ post }) => post === "leader");
  const main = pattern.staff.length > 0 ? shifts.filter(({ post }) => post === "staff") : leaders;
  const cut = pattern.staff.length > 0 ? pattern.staff : pattern.leader;

  const held = new Map<string, Shift[]>();
  for (const shift of main) {
    const key = `${shift.startsAt.getTime()}-${shift.endsAt.getTime()}`;
    held.set(key, [...(held.get(key) ?? []), shift]);
  }
  const rows = [...held.values()].flatMap((staff) => {
    const [first] = staff;
    return first ? [{ startsAt: first.startsAt, endsAt: first.endsAt, staff, gap: false }] : [];
  });
  const holes = holesOf(window, main, cut).map((hole) => ({ ...hole, staff: [], gap: true }));

  return [...rows, ...holes]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || Number(a.gap) - Number(b.gap))
    .map((row) => ({
      ...row,
      staff: pattern.staff.length > 0 ? row.staff : [],
      leaders: leaders.filter((leader) => overlaps(leader, row)),
    }));
}

/** What nobody covers, in pieces no longer than a shift. */
export function holesOf(
  window: Span,
  covered: readonly Span[],
  cut: RosterPattern["staff"],
): Span[] {
  const slots = cut.length > 0 ? slotsOf(window, cut) : [window];
  const inside = slots.flatMap((slot) => gapsOf(slot, covered));
  // A pattern of working hours leaves the rest of the day to nobody: that is a hole as well.
  return [...inside, ...gapsOf(window, [...slots, ...covered])];
}

/** The holes of each required post, and what they come to in minutes. */
export function rosterGaps(
  window: Span,
  shifts: readonly RosterShift[],
  requiredPosts: readonly DutyPost[],
) {
  const gaps = gapsOf(
    window,
    shifts.filter(({ post }) => requiredPosts.includes(post)),
  );
  return { gaps, minutes: Math.round(lengthOf(gaps) / 60_000) };
}

/** Shifts that start before the person has rested long enough from the one before. */
export function shortRests<Shift extends RosterShift>(
  shifts: readonly Shift[],
  minimumRestMinutes: number,
) {
  const inOrder = [...shifts].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const last = new Map<string, Shift>();
  const found: { shift: Shift; minutes: number }[] = [];
  for (const shift of inOrder) {
    const before = last.get(shift.personId);
    const minutes = before
      ? (shift.startsAt.getTime() - before.endsAt.getTime()) / 60_000
      : Number.POSITIVE_INFINITY;
    if (minutes < minimumRestMinutes) found.push({ shift, minutes });
    last.set(shift.personId, shift);
  }
  return found;
}

type PersonalShift = RosterShift & {
  checkedInAt: Date | null;
  person: { name: string; title: string };
};

/** Shifts, hours and weights of each person on each post, in the order in which they first stand. */
export function personHours(
  shifts: readonly PersonalShift[],
  { weights, holidays }: { weights: Weights; holidays: readonly string[] },
): HoursRow[] {
  const rows = new Map<string, HoursRow>();
  for (const shift of shifts) {
    const key = `${shift.personId} ${shift.post}`;
    const row = rows.get(key) ?? {
      name: shift.person.name,
      title: shift.person.title,
      post: shift.post,
      shifts: 0,
      hours: 0,
      nightHours: 0,
      weightedHours: 0,
      takenShifts: 0,
    };
    rows.set(key, {
      ...row,
      shifts: row.shifts + 1,
      hours: row.hours + lengthOf([shift]) / HOUR,
      nightHours: row.nightHours + nightHours(shift),
      weightedHours: row.weightedHours + weightedHours(shift, weights, holidays),
      takenShifts: row.takenShifts + (shift.checkedInAt ? 1 : 0),
    });
  }
  return [...rows.values()];
}
