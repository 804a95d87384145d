/** A .csv that Excel opens as Vietnamese, and in which nothing runs as a formula. */
export const writeCsv = (rows: string[][]) =>
  `\uFEFF${rows.map((cells) => cells.map(cellOf).join(",")).join("\r\n")}\r\n`;

const FORMULA = /^[\t\r]|^\s*[=+\-@＝＋－＠]/u;

const cellOf = (text: string) => {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
};
