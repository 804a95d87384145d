import { LunarDate } from "@nghiavuive/lunar_date_vi";
import { daysBetween } from "@/lib/time";

/** A day of the Vietnamese lunar calendar (UTC+7); `leap` marks the second of two like months. */
export type LunarDay = Readonly<{ day: number; month: number; year: number; leap: boolean }>;

/** What is computed lies within these years; outside them nobody has checked the table. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

const CAN = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const CHI = "Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi".split(" ");
const MONTHS = "Giêng Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Mười_Một Chạp"
  .split(" ")
  .map((name) => name.replace("_", " "));
const WEEKDAYS = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
const DAY = 86_400_000;
const JULIAN_DAY_OF_1970 = 2_440_588;

/** A civil day `2025-01-29` has no zone: it is counted in UTC and never becomes an instant. */
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => dayOf(dayNumber(day) + days);

/** `Thứ Tư` */
export const weekdayOf = (day: string) => WEEKDAYS[weekdayNumber(day)] ?? "";

/** 0 is Sunday. */
export const weekdayNumber = (day: string) => modulo(dayNumber(day) + 4, 7);

export function lunarDay(day: string): LunarDay {
  const number = dayNumber(day);
  const civilYear = Number(day.slice(0, 4));
  const begun = monthsOf(civilYear)[0];
  const year = begun && begun.start <= number ? civilYear : civilYear - 1;
  const month = monthsOf(year).findLast(({ start }) => start <= number);
  if (!month) throw new RangeError(`No lunar month holds ${day}.`);
  return { day: number - month.start + 1, month: month.month, year, leap: month.leap };
}

/** The civil day of a lunar one; null when that month has no such day, or is not a leap month. */
export function solarDay({ day, month, year, leap }: LunarDay): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const months = [...monthsOf(year), ...monthsOf(year + 1)];
  const at = months.findIndex((entry) => entry.month === month && entry.leap === leap);
  const found = months[at];
  const next = months[at + 1];
  if (!found || !next || found.year !== year || day < 1) return null;
  return found.start + day <= next.start ? dayOf(found.start + day - 1) : null;
}

type Month = { year: number; month: number; leap: boolean; start: number };

const knownYears = new Map<number, Month[]>();

/** The months of a lunar year with the day each begins on: asked of the library once a year. */
function monthsOf(year: number): Month[] {
  const known = knownYears.get(year);
  if (known) return known;
  const months = MONTHS.flatMap((_, index) => {
    const month = index + 1;
    const start = firstDayOf(year, month, false);
    // Asked for a leap month that is none, the library answers with the ordinary one.
    const leapStart = firstDayOf(year, month, true);
    const ordinary = { year, month, leap: false, start };
    return leapStart === start
      ? ordinary
      : [ordinary, { ...ordinary, leap: true, start: leapStart }];
  });
  knownYears.set(year, months);
  return months;
}

function firstDayOf(year: number, month: number, leap: boolean) {
  const lunar = new LunarDate({ day: 1, month, year, leap_month: leap });
  lunar.init();
  return lunar.get().julian - JULIAN_DAY_OF_1970;
}

/** Mùng 1 Tết of a year. */
export function tetDay(year: number) {
  const day = solarDay({ day: 1, month: 1, year, leap: false });
  if (!day) throw new RangeError(`No Tết is known for ${year}.`);
  return day;
}

/** The day whose night is giao thừa: 29 or 30 Chạp, whichever comes before mùng 1. */
export const tetEve = (year: number) => addDays(tetDay(year), -1);

export function isTetEve(day: string) {
  const next = lunarDay(addDays(day, 1));
  return next.day === 1 && next.month === 1 && !next.leap;
}

/** `Ất Tỵ`, of a lunar year. */
export const yearName = (year: number) => canChi(year + 6, year + 8);

/** `Mậu Tuất`, of a day. */
export function dayName(day: string) {
  const julian = dayNumber(day) + JULIAN_DAY_OF_1970;
  return canChi(julian + 9, julian + 1);
}

/** `tháng Giêng`, `tháng Sáu nhuận` */
export const lunarMonthName = ({ month, leap }: Pick<LunarDay, "month" | "leap">) =>
  `tháng ${MONTHS[month - 1] ?? month}${leap ? " nhuận" : ""}`;

/** As people say it: `mùng 1 Tết`, `giao thừa (29 Chạp)`, `27 Chạp`, `rằm tháng Giêng`, `mùng 3 tháng Hai`. */
export function lunarLabel(day: string) {
  const lunar = lunarDay(day);
  if (isTetEve(day)) return `giao thừa (${lunar.day} Chạp)`;
  if (lunar.month === 12) return `${first(lunar.day)} Chạp`;
  if (lunar.month === 1 && lunar.day <= 7) return `mùng ${lunar.day} Tết`;
  if (lunar.day === 15) return `rằm ${lunarMonthName(lunar)}`;
  return `${first(lunar.day)} ${lunarMonthName(lunar)}`;
}

/** For a narrow cell: `16`, and `1/10` or `1/6 nhuận` where a month begins. */
export function lunarShort(day: string) {
  const lunar = lunarDay(day);
  if (lunar.day !== 1) return String(lunar.day);
  return `1/${lunar.month}${lunar.leap ? " nhuận" : ""}`;
}

/** The weeks that a month `2025-01` touches, Monday to Sunday, whole. */
export function weeksOf(month: string): string[][] {
  const firstDay = `${month}-01`;
  const monday = addDays(firstDay, -modulo(weekdayNumber(firstDay) - 1, 7));
  const length = daysBetween(monday, `${nextMonth(month, 1)}-01`);
  return Array.from({ length: Math.ceil(length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)),
  );
}

/** `2025-12` and 1 is `2026-01`. */
export function nextMonth(month: string, by: number) {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

const first = (day: number) => (day <= 10 ? `mùng ${day}` : String(day));

const canChi = (can: number, chi: number) =>
  `${CAN[modulo(can, 10)] ?? ""} ${CHI[modulo(chi, 12)] ?? ""}`;

const modulo = (value: number, by: number) => ((value % by) + by) % by;
