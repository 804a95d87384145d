import { Refusal } from "@/lib/errors";

/** More than any row of a right file has: a quote was opened and never closed. */
const ROW_LIMIT = 100_000;

/** Over the column that says what is to mend; a mended file may still have it. */
export const PROBLEM_TITLE = "Lỗi cần sửa";

/**
 * Reads a CSV piece by piece: each piece gives the rows that are whole by then, the one that is cut in
 * two waits for its rest. Quotes and line ends inside cells stand as they are.
 */
export function csvReader() {
  let rest = "";
  let delimiter: number | null = null;
  let line = 1;

  const read = (piece: string, last: boolean) => {
    rest += piece;
    if (delimiter === null) {
      const header = firstLine(rest);
      if (header === null && !last && rest.length < ROW_LIMIT) return [];
      if (rest.charCodeAt(0) === 0xfeff) rest = rest.slice(1);
      delimiter = delimiterOf(header ?? rest);
    }
    const { rows, used } = wholeRows(rest, delimiter, last);
    rest = rest.slice(used);
    line += rows.length;
    if (rest.length > ROW_LIMIT) {
      throw new Refusal("invalid", `Dòng ${line}: dấu ngoặc kép mở mà không đóng.`);
    }
    return rows;
  };

  return { push: (piece: string) => read(piece, false), end: () => read("", true) };
}

export function readCsv(text: string): string[][] {
  const reader = csvReader();
  return [...reader.push(text), ...reader.end()];
}

/** A cell as it is meant: one space between words, without the mark that keeps a formula from running. */
export const cleanCell = (cell: string | undefined) =>
  cell && UNCLEAN.test(cell)
    ? cell
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^'(?=[=+\-@])/, "")
    : (cell ?? "");

const UNCLEAN = /^[\s']|\s$|\s\s|[^\S ]/;

/** What a spreadsheet would run is told to be text. */
export const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

export const writeCsvRow = (row: string[]) => `${row.map(csvCell).join(",")}\r\n`;

export const writeCsv = (rows: string[][]) => `\ufeff${rows.map(writeCsvRow).join("")}`;

const csvCell = (cell: string) => {
  const safe = harmless(cell);
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Nothing is copied but the cells; `used` is where the first row begins that is not whole yet. */
function wholeRows(text: string, delimiter: number, last: boolean) {
  const rows: string[][] = [];
  let at = 0;
  let used = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [cell, next] = cellAt(text, at, delimiter);
      row.push(cell);
      at = next;
      if (text.charCodeAt(at) !== delimiter) break;
      at += 1;
    }
    if (text.charCodeAt(at) === 13) at += 1;
    if (at >= text.length && !last) break;
    if (text.charCodeAt(at) === 10) at += 1;
    rows.push(row);
    used = at;
  }
  return { rows, used };
}

function cellAt(text: string, from: number, delimiter: number): [cell: string, next: number] {
  if (text.charCodeAt(from) !== 34) {
    const end = cellEnd(text, from, delimiter);
    return [text.slice(from, end), end];
  }
  const [cell, closed] = quoted(text, from);
  // What stands behind the closing quote belongs to the cell all the same.
  const end = cellEnd(text, closed, delimiter);
  return [cell + text.slice(closed, end), end];
}

function quoted(text: string, from: number): [cell: string, next: number] {
  let at = from + 1;
  let cell = "";
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return [cell + text.slice(at), text.length];
    cell += text.slice(at, close);
    if (text.charCodeAt(close + 1) !== 34) return [cell, close + 1];
    cell += '"';
    at = close + 2;
  }
}

function cellEnd(text: string, from: number, delimiter: number) {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === 10 || code === 13) break;
    at += 1;
  }
  return at;
}

function firstLine(text: string) {
  const end = text.search(/[\r\n]/);
  return end < 0 ? null : text.slice(0, end);
}

function delimiterOf(header: string) {
  const count = (sign: string) => header.split(sign).length;
  const best = [",", ";", "\t"].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
  return best.charCodeAt(0);
}
