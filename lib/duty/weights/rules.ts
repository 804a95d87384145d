import { addDays, isTetEve, lunarDay, weekdayNumber } from "@/lib/campaigns/calendar/rules";
import { isoDay, parseLocal } from "@/lib/time";
import { HOUR, type Span, type Weights } from "../schema";

/** Night work by the labour code: 22:00 to 06:00. */
const NIGHT = { from: "22:00", to: "06:00" };

/** Days off that every year has, by the civil calendar; the others are told by notice of the year. */
const FIXED_HOLIDAYS = new Set(["01-01", "04-30", "05-01", "09-02"]);

/**
 * Weighted hours: each hour counts as much as the heaviest thing that it is, so that twelve hours of
 * giao thừa weigh more than twelve of an ordinary night.
 */
export function weightedHours(span: Span, weights: Weights, holidays: readonly string[] = []) {
  return piecesOf(span).reduce((sum, piece) => {
    const hours = (piece.endsAt.getTime() - piece.startsAt.getTime()) / HOUR;
    return sum + hours * factorAt(piece.startsAt, weights, holidays);
  }, 0);
}

/** What makes this shift a heavy one, in words: `đêm`, `giao thừa`, `mùng 1–3 Tết`, `cuối tuần`. */
export function burdensOf(span: Span, holidays: readonly string[] = []): string[] {
  const found = new Set(piecesOf(span).flatMap(({ startsAt }) => kindsAt(startsAt, holidays)));
  return (["eve", "newYear", "holiday", "weekend", "night"] as const)
    .filter((kind) => found.has(kind))
    .map((kind) => burdenLabels[kind]);
}

const burdenLabels: Record<keyof Weights, string> = {
  eve: "giao thừa",
  newYear: "mùng 1–3 Tết",
  holiday: "ngày lễ",
  weekend: "cuối tuần",
  night: "đêm",
};

function factorAt(at: Date, weights: Weights, holidays: readonly string[]) {
  return Math.max(1, ...kindsAt(at, holidays).map((kind) => weights[kind]));
}

function kindsAt(at: Date, holidays: readonly string[]): (keyof Weights)[] {
  const day = isoDay(at);
  const start = parseLocal(day)?.getTime() ?? 0;
  const minute = (at.getTime() - start) / 60_000;
  const night = minute >= 22 * 60 || minute < 6 * 60;
  const lunar = lunarDay(day);
  const kinds: (keyof Weights)[] = [];
  if (isTetEve(day)) kinds.push("eve");
  if (lunar.month === 1 && lunar.day <= 3 && !lunar.leap) kinds.push("newYear");
  if (isHoliday(day, lunar, holidays)) kinds.push("holiday");
  if ([0, 6].includes(weekdayNumber(day))) kinds.push("weekend");
  if (night) kinds.push("night");
  return kinds;
}

/** Giỗ Tổ is on the tenth of the third lunar month. */
const isHoliday = (
  day: string,
  lunar: { day: number; month: number; leap: boolean },
  holidays: readonly string[],
) =>
  FIXED_HOLIDAYS.has(day.slice(5)) ||
  (lunar.day === 10 && lunar.month === 3 && !lunar.leap) ||
  holidays.includes(day);

/** Cut at midnight and at both ends of the night: within a piece nothing changes. */
function piecesOf({ startsAt, endsAt }: Span): Span[] {
  const cuts: Date[] = [];
  for (let day = isoDay(startsAt); day <= isoDay(endsAt); day = addDays(day, 1)) {
    for (const time of ["00:00", NIGHT.to, NIGHT.from]) {
      const cut = parseLocal(`${day}T${time}`);
      if (cut && cut > startsAt && cut < endsAt) cuts.push(cut);
    }
  }
  const points = [startsAt, ...cuts, endsAt];
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from && from < to ? [{ startsAt: from, endsAt: to }] : [];
  });
}

/** Hours between 22:00 and 06:00. */
export const nightHours = (span: Span) =>
  piecesOf(span)
    .filter(({ startsAt }) => kindsAt(startsAt, []).includes("night"))
    .reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / HOUR, 0);
