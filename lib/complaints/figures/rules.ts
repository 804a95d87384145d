import { type ComplaintKind, complaintKinds } from "../schema";
import { type ComplaintEvent, comings, complaintEvents, endings } from "./schema";

/** `day` null: all that was before the days shown. */
export type Tally = {
  day: string | null;
  kind: ComplaintKind;
  event: ComplaintEvent;
  count: number;
};

export type DayFigures = {
  day: string;
  kinds: Record<ComplaintKind, number>;
  events: Record<ComplaintEvent, number>;
  /** Not ended at the end of the day. */
  open: number;
};

const nothing = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

const moves = (event: ComplaintEvent) =>
  comings.includes(event) ? 1 : endings.includes(event) ? -1 : 0;

/** Each day with what came by kind, what happened by event, and what was left when it ended. */
export function figuresByDay(days: string[], tallies: Tally[]): DayFigures[] {
  const byDay = new Map(
    days.map((day) => [
      day,
      { day, kinds: nothing(complaintKinds), events: nothing(complaintEvents), open: 0 },
    ]),
  );
  let open = 0;
  for (const { day, event, count, kind } of tallies) {
    if (day === null) open += moves(event) * count;
    const row = day === null ? undefined : byDay.get(day);
    if (!row) continue;
    row.events[event] += count;
    if (event === "received") row.kinds[kind] += count;
  }
  const rows = [...byDay.values()];
  for (const row of rows) {
    for (const event of complaintEvents) open += moves(event) * row.events[event];
    row.open = open;
  }
  return rows;
}

export const sumOf = (rows: DayFigures[], event: ComplaintEvent) =>
  rows.reduce((sum, { events }) => sum + events[event], 0);
