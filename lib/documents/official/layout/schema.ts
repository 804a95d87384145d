/**
 * A document laid out: paragraphs, columns and grids with sizes in points and lengths in
 * millimetres. Word, PDF and the print page are drawn from this alone, so they cannot disagree.
 */
export type Sheet = { landscape: boolean; flow: Leaf[] };
export type Leaf = Paragraph | Columns | Grid;

/** A line break within the words begins a line of a cell. */
export type Run = { text: string; bold?: boolean; italic?: boolean };

export type Paragraph = {
  kind: "paragraph";
  role: "text" | "title" | "heading" | "subheading";
  runs: Run[];
  align: "left" | "center" | "right" | "justify";
  size: number;
  /** Space above and below, in points. */
  before: number;
  after: number;
  /** Height of a line as a multiple of the type's own. */
  spacing: number;
  /** Indent of the first line and of all lines. */
  first: number;
  left: number;
  /** Stays on the page of what follows. */
  keep: boolean;
  /** Length of a line drawn below, centred. */
  rule?: number;
  /** Dots from the last word to the margin, to write on. */
  leader?: boolean;
  /** In a red box of its own, as an urgency or a recall is stamped. */
  boxed?: boolean;
};

/** Side by side without borders, never torn apart: the head, the foot. */
export type Columns = { kind: "columns"; parts: { width: number; flow: Paragraph[] }[] };

/** Its head is repeated on every page that it reaches. */
export type Grid = {
  kind: "grid";
  caption: string;
  widths: number[];
  head: Paragraph[];
  rows: Paragraph[][];
};
