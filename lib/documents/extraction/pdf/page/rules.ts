/** A piece of text where it was printed: the last two of `transform` are its place. */
export type Glyphs = { str: string; transform: number[]; width: number; height: number };

type Word = { text: string; left: number; right: number; base: number; size: number };
type Row = { words: Word[]; base: number; size: number; left: number };

/** The lines of one page from top to bottom; wide gaps stay wide, paragraphs part by a blank line. */
export function linesOfPage(items: Glyphs[]) {
  const rows = rowsOf(items.filter(({ str }) => str.trim() !== "").map(toWord));
  const margin = marginOf(rows);
  const spacing = usualSpacing(rows);
  return rows
    .map((row, index) => {
      const above = rows[index - 1];
      const gap = above !== undefined && startsParagraph(above, row, margin, spacing);
      return (gap ? "\n" : "") + textOf(row, margin);
    })
    .join("\n");
}

/** A piece of the page in one line, and where its last row ends. */
export function lineOf(items: Glyphs[]) {
  const rows = rowsOf(items.filter(({ str }) => str.trim() !== "").map(toWord));
  const [first] = rows;
  const last = rows.at(-1);
  return {
    text: rows.reduce((text, row) => joined(text, textOf(row, row.left)), ""),
    rows: rows.length,
    left: first?.left ?? 0,
    right: Math.max(0, ...(last?.words ?? []).map(({ right }) => right)),
  };
}

/** A row that ends in a hyphen within a word goes on without a blank. */
const joined = (text: string, row: string) =>
  text === "" || /[\p{L}\p{N}]-$/u.test(text) ? text + row : `${text} ${row}`;

function toWord({ str, transform, width, height }: Glyphs): Word {
  const [, , , scale = 0, left = 0, base = 0] = transform;
  const size = height || Math.abs(scale) || 10;
  return { text: str, left, right: left + width, base, size };
}

function rowsOf(words: Word[]) {
  const rows: Row[] = [];
  for (const word of [...words].sort((a, b) => b.base - a.base || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.base - word.base) < Math.min(row.size, word.size) * 0.4)
      row.words.push(word);
    else rows.push({ words: [word], base: word.base, size: word.size, left: word.left });
  }
  return rows.map((row) => {
    const inOrder = row.words.sort((a, b) => a.left - b.left);
    return { ...row, words: inOrder, left: inOrder[0]?.left ?? 0 };
  });
}

function textOf({ words, size, left }: Row, margin: number) {
  const blank = size * 0.25;
  let text = " ".repeat(Math.max(0, Math.min(40, Math.round((left - margin) / (size * 0.45)))));
  let end = left;
  for (const word of words) {
    const gap = word.left - end;
    if (gap > size * 1.2) text += "    ";
    else if (gap > blank * 0.5 && !text.endsWith(" ") && !word.text.startsWith(" ")) text += " ";
    text += word.text;
    end = word.right;
  }
  return text;
}

/** Where the full lines begin: the leftmost place that several rows share. */
function marginOf(rows: Row[]) {
  const lefts = rows.map(({ left }) => left).sort((a, b) => a - b);
  return lefts.find((left, index) => (lefts[index + 1] ?? left) - left < 2) ?? lefts[0] ?? 0;
}

function usualSpacing(rows: Row[]) {
  const gaps = rows
    .slice(1)
    .map((row, index) => (rows[index]?.base ?? row.base) - row.base)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.4)] ?? 0;
}

/** A first line is set in, or stands off from the line above. */
function startsParagraph(above: Row, row: Row, margin: number, spacing: number) {
  const setIn = row.left - margin > row.size * 0.8 && Math.abs(above.left - margin) < 3;
  return setIn || above.base - row.base > Math.max(spacing, row.size) * 1.6;
}
