import { isoDate } from "../dates/rules";
import { fold } from "../text/rules";

const HOUR =
  "(\\d{1,2})\\s?(?:h|g|gio|:)\\s?(?:(\\d{2})\\s?(?:phut|p|')?)?\\s?(?:sang|chieu|toi|trua)?";
const DAY =
  "(?:(?<d1>\\d{1,2})\\s?[/.-]\\s?(?<m1>\\d{1,2})\\s?[/.-]\\s?(?<y1>\\d{4})(?!\\d)|" +
  "(?<d2>\\d{1,2}) thang (?<m2>\\d{1,2}),? nam (?<y2>\\d{4}))";
/** The words that make a date a limit; "ngày 05/01/2025" alone is only a date. */
const LIMIT =
  "(?:truoc|cham nhat|muon nhat|khong muon hon|khong qua|den het|het|han cuoi|thoi han|han|" +
  "xong trong|hoan thanh trong|xong|hoan thanh|thoi gian hoan thanh)";
const FILLER =
  "(?:[ ,:(]{1,3}(?:la|vao|den|truoc|trong|het|cuoi|luc|khoang|hoan thanh|bao cao|nop|gui|thoi diem|ngay)){0,4}";
const DEADLINE = new RegExp(
  `(?<![a-z0-9])${LIMIT}${FILLER}[ ,:(]{1,3}(?:${HOUR}[ ,]{0,2})?` +
    `(?:(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)[ ,]{1,2})?(?:\\(?ngay )?(?:\\(?)${DAY}`,
  "g",
);
/** "ban hành trước ngày …" tells the age of a paper, "từ ngày … đến hết ngày …" a period. */
const NO_LIMIT =
  /(?:ban hanh|tao|khoi tao|kich hoat|cong bo|ton tai|hieu luc|sinh|phat hanh|thanh lap|ky ket|dang ky) $|(?:tu|ke tu) (?:\d{1,2}(?:h|gio)\d{0,2} )?(?:ngay )?[\d/.-]{1,10}[^.;]{0,24}$/;

export type StatedDeadline = { dueAt: string | null; several: boolean };

/**
 * The limit an obligation states. A day stays a day, since no hour was written; with an hour it is
 * that instant in Vietnam. "Hằng tuần", "trước Tết", "trước ngày 15/01" (of which year?) give null.
 */
export function readDeadline(text: string): StatedDeadline {
  const flat = fold(text);
  const limits = [...flat.matchAll(DEADLINE)]
    .filter(({ index }) => !NO_LIMIT.test(flat.slice(Math.max(0, index - 60), index)))
    .map((match) => dueAt(match[1], match[2], match.groups ?? {}))
    .filter((due) => due !== null);
  const distinct = [...new Set(limits)].sort();
  return { dueAt: distinct[0] ?? null, several: distinct.length > 1 };
}

function dueAt(hour: string | undefined, minute: string | undefined, day: Record<string, string>) {
  const date = isoDate({
    day: Number(day.d1 ?? day.d2),
    month: Number(day.m1 ?? day.m2),
    year: Number(day.y1 ?? day.y2),
  });
  if (date === null || hour === undefined) return date;
  const hours = Number(hour);
  const minutes = Number(minute ?? 0);
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  if (hours === 24) return `${dayAfter(date)}T00:00:00+07:00`;
  return `${date}T${two(hours)}:${two(minutes)}:00+07:00`;
}

const two = (figure: number) => String(figure).padStart(2, "0");

const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
