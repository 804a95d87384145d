import type { Paragraph, Run } from "../schema";

export const plain = (text: string): Run => ({ text });
export const bold = (text: string): Run => ({ text, bold: true });
export const italic = (text: string): Run => ({ text, italic: true });

/** Dots where something is written by hand. */
export const BLANK = "……";

/**
 * A paragraph of the body: 14 point, justified, first line 1.27 cm in, 6 points to the next one. All
 * of them stand below it: of a space below and one above Word takes the larger, not the sum.
 */
export const paragraph = (runs: Run[], change: Partial<Paragraph> = {}): Paragraph => ({
  kind: "paragraph",
  role: "text",
  runs: runs.map(({ text, ...style }) => ({ ...style, text: cleaned(text) })),
  align: "justify",
  size: 14,
  before: 0,
  after: 6,
  spacing: 1.1,
  first: 12.7,
  left: 0,
  keep: false,
  ...change,
});

/** A centred line of the head, the foot or a table. */
export const line = (runs: Run[], change: Partial<Paragraph> = {}) =>
  paragraph(runs, {
    align: "center",
    size: 14,
    before: 0,
    after: 0,
    spacing: 1,
    first: 0,
    ...change,
  });

/** Names one below the other: `- …;` each, the last with a full stop. */
export const listed = (names: string[]) =>
  names.map((name, index) => `- ${withoutEnd(name)}${index === names.length - 1 ? "." : ";"}`);

export const withoutEnd = (text: string) =>
  text
    .trim()
    .replace(/^[-–]\s*/, "")
    .replace(/[;.,\s]+$/, "");

/** The paragraphs of a text, each on one line, without what no document can hold. */
export const wordsOf = (text: string) =>
  text
    .normalize("NFC")
    .split(/[\r\n\u2028\u2029\u0085]+/)
    .map((part) => cleaned(part).trim())
    .filter((part) => part.length > 0);

/** Control and invisible characters out, lone halves of characters too: XML refuses them. */
const cleaned = (text: string) =>
  text
    .normalize("NFC")
    .toWellFormed()
    .replace(/[\uFFFD\uFFFE\uFFFF]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, "");
