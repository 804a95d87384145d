import { addDays } from "@/lib/campaigns/calendar/rules";
import { isoDay, parseLocal } from "@/lib/time";
import { earlier, later } from "../../coverage/rules";
import { MINUTE, type Span } from "../../schema";

/** One shift of a day: when it starts and how long it lasts; it may reach into the next day. */
export type PatternShift = { start: string; minutes: number };
export type Pattern = PatternShift[];

export const patterns = {
  "12h": {
    label: "2 ca 12 giờ: 07:00–19:00 và 19:00–07:00",
    shifts: [
      { start: "07:00", minutes: 720 },
      { start: "19:00", minutes: 720 },
    ],
  },
  "24h": { label: "1 ca 24 giờ: 07:00–07:00", shifts: [{ start: "07:00", minutes: 1440 }] },
  "8h": {
    label: "3 ca 8 giờ: 06:00, 14:00, 22:00",
    shifts: [
      { start: "06:00", minutes: 480 },
      { start: "14:00", minutes: 480 },
      { start: "22:00", minutes: 480 },
    ],
  },
} as const satisfies Record<string, { label: string; shifts: Pattern }>;

/**
 * `07:00-19:00, 19:00-07:00`: shifts as people write them. Null when it cannot be read, when one is
 * empty, or when two of them overlap.
 */
export function readPattern(text: string): Pattern | null {
  const shifts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(readShift);
  if (shifts.length === 0 || shifts.length > 12 || shifts.includes(null)) return null;
  const known = shifts.flatMap((shift) => (shift ? [shift] : []));
  const ordered = [...known].sort((a, b) => minuteOf(a.start) - minuteOf(b.start));
  const clash = ordered.some((shift, index) => {
    const next = ordered[index + 1];
    const nextStart = next ? minuteOf(next.start) : minuteOf(ordered[0]?.start ?? "00:00") + 1440;
    return minuteOf(shift.start) + shift.minutes > nextStart;
  });
  return clash ? null : ordered;
}

function readShift(text: string): PatternShift | null {
  const match = /^(\d{1,2})[:h](\d{2})?\s*[-–]\s*(\d{1,2})[:h](\d{2})?$/.exec(text);
  if (!match) return null;
  const from = clock(match[1], match[2]);
  const to = clock(match[3], match[4]);
  if (from === null || to === null) return null;
  const minutes = to > from ? to - from : to + 1440 - from;
  return { start: textOf(from), minutes };
}

function clock(hours = "", minutes = "0") {
  const value = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && value <= 1440 ? value % 1440 : null;
}

const textOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const minuteOf = (start: string) => Number(start.slice(0, 2)) * 60 + Number(start.slice(3));

/**
 * The shifts that a pattern makes of a window, in order; those at its edges are cut to it. A shift
 * belongs to the day it starts on. The district's clock knows no summer time.
 */
export function slotsOf(window: Span, pattern: Pattern): Span[] {
  const slots: Span[] = [];
  const last = isoDay(window.endsAt);
  for (let day = addDays(isoDay(window.startsAt), -1); day <= last; day = addDays(day, 1)) {
    for (const { start, minutes } of pattern) {
      const begins = parseLocal(`${day}T${start}`);
      if (!begins) continue;
      const ends = new Date(begins.getTime() + minutes * MINUTE);
      const startsAt = later(begins, window.startsAt);
      const endsAt = earlier(ends, window.endsAt);
      if (startsAt < endsAt) slots.push({ startsAt, endsAt });
    }
  }
  return slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
