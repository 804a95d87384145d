import type { Paragraph, Run } from "../../layout/schema";

export type Style = { bold: boolean; italic: boolean };
export type Measure = (text: string, style: Style, size: number) => number;

/**
 * Words of one style that stand together; `space` says whether a blank stands before them, `starts`
 * that they begin a line.
 */
export type Word = Style & { text: string; width: number; space: boolean; starts?: boolean };
export type Line = { words: Word[]; width: number; indent: number; last: boolean };

/** Breaks a paragraph into lines no wider than the space, in points. Greedy, as Word does. */
export function breakLines(
  { runs, size }: Pick<Paragraph, "runs" | "size">,
  space: number,
  first: number,
  measure: Measure,
): Line[] {
  const words = runs.flatMap((run, index) => wordsOf(run, runs[index - 1], size, measure));
  const lines: Line[] = [];
  let current: Line = { words: [], width: 0, indent: first, last: false };
  const start = () => {
    lines.push(current);
    current = { words: [], width: 0, indent: 0, last: false };
  };
  const put = (word: Word) => {
    if (word.starts && current.words.length > 0) {
      current.last = true;
      start();
    }
    const gap = word.space && current.words.length > 0 ? blank(word, size, measure) : 0;
    const room = space - current.indent - current.width;
    if (gap + word.width <= room + 0.01) {
      current.words.push(current.words.length === 0 ? { ...word, space: false } : word);
      current.width += gap + word.width;
      return;
    }
    if (current.words.length > 0) {
      start();
      put(word);
      return;
    }
    // A word wider than the whole line is cut where the line ends.
    const cut = fitting(word, room, size, measure);
    put(cut.head);
    if (cut.rest) {
      start();
      put(cut.rest);
    }
  };
  for (const word of words) put(word);
  current.last = true;
  lines.push(current);
  return lines;
}

export const blank = (style: Style, size: number, measure: Measure) => measure(" ", style, size);

/** A run's words; one may continue the last word of the run before, without a blank between. */
function wordsOf(run: Run, before: Run | undefined, size: number, measure: Measure): Word[] {
  const style = { bold: run.bold ?? false, italic: run.italic ?? false };
  const apart = /^\s/.test(run.text) || (before !== undefined && /\s$/.test(before.text));
  return run.text.split("\n").flatMap((said, nth) =>
    said
      .split(/\s+/)
      .filter((text) => text.length > 0)
      .map((text, index) => ({
        ...style,
        text,
        width: measure(text, style, size),
        space: index > 0 || nth > 0 || apart,
        starts: index === 0 && nth > 0,
      })),
  );
}

/** The longest beginning that fits, at least one character; found by halving. */
function fitting(word: Word, room: number, size: number, measure: Measure) {
  const letters = [...word.text];
  let [fits, over] = [1, letters.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(letters.slice(0, middle).join(""), word, size) <= room) fits = middle;
    else over = middle;
  }
  const part = (text: string): Word => ({ ...word, text, width: measure(text, word, size) });
  const head = part(letters.slice(0, fits).join(""));
  const rest = letters.slice(fits).join("");
  // One letter wider than its cell is drawn over the edge rather than never.
  return {
    head: { ...head, space: false, width: Math.min(head.width, room) },
    rest: rest.length > 0 ? { ...part(rest), space: false } : null,
  };
}
