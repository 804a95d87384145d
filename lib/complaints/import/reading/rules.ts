/** The rows of a CSV one by one, quotes and line ends inside them as they stand; nothing is copied. */
export function* readCsv(text: string): Generator<string[]> {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const delimiter = delimiterOf(text.slice(start, lineEnd(text, start)));
  let at = start;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      if (text.charCodeAt(at) === 34) {
        const [cell, next] = quoted(text, at);
        row.push(cell);
        at = next;
      } else {
        const end = cellEnd(text, at, delimiter);
        row.push(text.slice(at, end));
        at = end;
      }
      if (text.charCodeAt(at) !== delimiter) break;
      at += 1;
    }
    if (text.charCodeAt(at) === 13) at += 1;
    if (text.charCodeAt(at) === 10) at += 1;
    yield row;
  }
}

/** A cell as it is meant: one space between words, without the mark that keeps a formula from running. */
export const cleanCell = (cell: string | undefined) =>
  (cell ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");

/** What a spreadsheet would run is told to be text. */
export const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

export const writeCsv = (rows: string[][]) =>
  `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

const csvCell = (cell: string) => {
  const safe = harmless(cell);
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

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

function lineEnd(text: string, from: number) {
  const found = text.slice(from, from + 20_000).search(/[\r\n]/);
  return found < 0 ? text.length : from + found;
}

function delimiterOf(header: string) {
  const count = (sign: string) => header.split(sign).length;
  const best = [",", ";", "\t"].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
  return best.charCodeAt(0);
}
