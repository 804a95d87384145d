import { fold } from "../text/rules";

export type ReadDate = { day: number | null; month: number | null; year: number | null };

/** The rule of dots or blanks that a draft leaves where the day will be written. */
const GAP = "[ .…_/-]{0,12}";
const WORDS = new RegExp(
  `ngay${GAP}(\\d{1,2})?${GAP}thang${GAP}(\\d{1,2})?${GAP}nam${GAP}(\\d{4})?`,
);
const FIGURES = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/;

/** The first date of the text, in words or figures, also with its day or month still blank. */
export function findDate(text: string) {
  const flat = fold(text);
  const found = [WORDS.exec(flat), FIGURES.exec(flat)]
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)[0];
  if (!found) return null;

  const [whole, day, month, year] = found;
  const part = (figures: string | undefined) => (figures ? Number(figures) : null);
  const date: ReadDate = { day: part(day), month: part(month), year: part(year) };
  return { date, index: found.index, end: found.index + whole.length };
}

/** `2025-01-31`, or null when a part is blank or the calendar has no such day. */
export function isoDate({ day, month, year }: ReadDate) {
  if (day === null || month === null || year === null) return null;
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? instant.toISOString().slice(0, 10) : null;
}
