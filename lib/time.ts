/** The district's clock. Nothing else in the product asks what time it is or in which zone. */
export const DISTRICT_ZONE = "Asia/Ho_Chi_Minh";

/** Set once by `lib/env` from DISTRICT_CLOCK: milliseconds between the told time and the machine's. */
let clockOffset = 0;

/** Lets a demo or a test live at another time; the clock goes on ticking from there. */
export function setClock(iso: string | undefined) {
  clockOffset = iso ? new Date(iso).getTime() - Date.now() : 0;
}

export function now() {
  return new Date(Date.now() + clockOffset);
}

const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("vi-VN", { timeZone: DISTRICT_ZONE, hourCycle: "h23", ...options });

const dayFormat = parts({ day: "2-digit", month: "2-digit", year: "numeric" });
const timeFormat = parts({ hour: "2-digit", minute: "2-digit" });
const weekdayFormat = parts({ weekday: "long" });
const isoDayFormat = new Intl.DateTimeFormat("en-CA", { timeZone: DISTRICT_ZONE });

/** `05/01/2025` */
export const formatDay = (at: Date) => dayFormat.format(at);

/** `07:30` */
export const formatTime = (at: Date) => timeFormat.format(at);

/** `07:30 05/01/2025` */
export const formatInstant = (at: Date) => `${formatTime(at)} ${formatDay(at)}`;

/** `Thứ Tư` */
export const formatWeekday = (at: Date) => weekdayFormat.format(at);

/** The district's calendar day of an instant: `2025-01-05`. */
export const isoDay = (at: Date) => isoDayFormat.format(at);

/** For `<input type="datetime-local">`: `2025-01-05T07:30`, in the district's zone. */
export const localInput = (at: Date) => `${isoDay(at)}T${formatTime(at)}`;

/** Reads what `<input type="datetime-local">` or `type="date"` sent, as district time (UTC+7). */
export function parseLocal(value: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?$/.exec(value.trim());
  if (!match) return null;
  const at = new Date(`${match[1]}T${match[2] ?? "00:00"}:00+07:00`);
  return Number.isNaN(at.getTime()) || isoDay(at) !== match[1] ? null : at;
}

/** The calendar day after `2025-01-31`: `2025-02-01`. */
export const nextDay = (day: string) => new Date(dayStart(day) + DAY).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string) => new Date(dayStart(day)).getUTCDay() || 7;

/** Whole days from one calendar day to another: `2024-12-31` to `2025-01-05` is 5. */
export const daysBetween = (from: string, to: string) => (dayStart(to) - dayStart(from)) / DAY;

/** Calendar days alone, in no zone; a library for these three would be sent to every browser. */
const dayStart = (day: string) => Date.parse(`${day}T00:00:00Z`);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 ngày`, `5 giờ`, `12 phút`: a length of time in the coarsest unit that says enough. */
export function formatSpan(ms: number) {
  const length = Math.abs(ms);
  if (length >= 2 * DAY) return `${Math.floor(length / DAY)} ngày`;
  if (length >= HOUR) return `${Math.floor(length / HOUR)} giờ`;
  return `${Math.max(1, Math.floor(length / MINUTE))} phút`;
}

/** `còn 3 ngày` or `quá hạn 5 giờ`. */
export function formatDue(dueAt: Date, at: Date = now()) {
  const left = dueAt.getTime() - at.getTime();
  return left >= 0 ? `còn ${formatSpan(left)}` : `quá hạn ${formatSpan(left)}`;
}
