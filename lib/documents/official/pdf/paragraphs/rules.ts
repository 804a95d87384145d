import type { Columns, Paragraph } from "../../layout/schema";
import { blank, breakLines, type Line, type Word } from "../lines/rules";
import { type Element, LEADING, type Paper, POINTS } from "../paper/rules";

const tags = { text: "P", title: "H1", heading: "H2", subheading: "H3" } as const;
/** The line below the words and the air above it. */
const RULE = 6;

export type Laid = {
  paragraph: Paragraph;
  lines: Line[];
  lineHeight: number;
  width: number;
  height: number;
};

/** A paragraph broken into lines for a width; its height is without the space above and below. */
export function lay(paper: Paper, paragraph: Paragraph, width: number): Laid {
  const space = width - paragraph.left * POINTS;
  const lines = breakLines(paragraph, space, paragraph.first * POINTS, paper.measure);
  const lineHeight = paragraph.size * LEADING * paragraph.spacing;
  const rule = paragraph.rule ? RULE : 0;
  return { paragraph, lines, lineHeight, width, height: lines.length * lineHeight + rule };
}

const outer = ({ paragraph, height }: Laid) => paragraph.before + height + paragraph.after;

/** How much must fit below a heading so that it does not stand alone. */
export const leastOf = (laid: Laid) =>
  laid.paragraph.before + Math.min(2, laid.lines.length) * laid.lineHeight;

/** Draws on from where the paper stands, over as many pages as it takes; no line is left alone. */
export function drawParagraph(paper: Paper, laid: Laid, parent: Element) {
  const { paragraph, lines, lineHeight } = laid;
  const element = paper.pdf.struct(tags[paragraph.role]);
  parent.add(element);
  if (!paper.fresh) paper.y += paragraph.before;
  let from = 0;
  while (from < lines.length) {
    const fits = Math.max(0, Math.floor((paper.room + 0.01) / lineHeight));
    const count = linesNow(lines.length - from, fits, paper.fresh);
    if (count === 0) {
      paper.turn();
      continue;
    }
    drawLines(paper, laid, lines.slice(from, from + count), paper.left, element);
    paper.y += count * lineHeight;
    from += count;
  }
  if (paragraph.rule) drawRule(paper, laid, paper.left, paper.y);
  paper.y += (paragraph.rule ? RULE : 0) + paragraph.after;
  element.end();
}

/** Neither the first line alone at the foot of a page nor the last alone at the head of the next. */
function linesNow(left: number, fits: number, fresh: boolean) {
  if (left <= fits) return left;
  if (fresh) return Math.max(1, left - fits === 1 && fits > 2 ? fits - 1 : fits);
  const now = left - fits === 1 ? fits - 1 : fits;
  return now < 2 ? 0 : now;
}

/** Side by side on one page, each column from the same height. */
export function drawColumns(paper: Paper, { parts }: Columns, parent: Element) {
  const columns = parts.map(({ width, flow }) => ({
    width: width * POINTS,
    flow: flow.map((paragraph) => lay(paper, paragraph, width * POINTS)),
  }));
  const heights = columns.map(({ flow }) => flow.reduce((sum, laid) => sum + outer(laid), 0));
  const tallest = Math.max(0, ...heights);
  if (tallest > paper.room && !paper.fresh) paper.turn();
  let x = paper.left;
  for (const { width, flow } of columns) {
    let y = paper.y;
    for (const laid of flow) {
      const { paragraph } = laid;
      const element = paper.pdf.struct(tags[paragraph.role]);
      parent.add(element);
      y += paragraph.before;
      drawLines(paper, laid, laid.lines, x, element, y);
      y += laid.lines.length * laid.lineHeight;
      if (paragraph.boxed) drawBox(paper, laid, x, y);
      if (paragraph.rule) {
        drawRule(paper, laid, x, y);
        y += RULE;
      }
      y += paragraph.after;
      element.end();
    }
    x += width;
  }
  paper.y += tallest;
}

/** Draws lines one below the other, as the content of an element. */
export function drawLines(
  paper: Paper,
  laid: Laid,
  lines: Line[],
  x: number,
  element: Element,
  top = paper.y,
) {
  if (lines.every(({ words }) => words.length === 0)) return;
  const colour = laid.paragraph.boxed ? "#ff0000" : "black";
  paper.mark(element, tags[laid.paragraph.role], () => {
    paper.pdf.fillColor(colour);
    for (const [index, line] of lines.entries()) {
      drawLine(paper, laid, line, x, top + index * laid.lineHeight);
    }
  });
  const last = lines.at(-1);
  if (laid.paragraph.leader && last) {
    drawDots(paper, laid, last, x, top + lines.length * laid.lineHeight);
  }
}

export function drawLine(
  paper: Paper,
  { paragraph, width, lineHeight }: Laid,
  line: Line,
  x: number,
  top: number,
) {
  const { size, align } = paragraph;
  const start = x + paragraph.left * POINTS + line.indent;
  const free = width - paragraph.left * POINTS - line.indent - line.width;
  const gaps = line.words.filter(({ space }) => space).length;
  const stretch = align === "justify" && !line.last && gaps > 0 ? Math.max(0, free) / gaps : 0;
  const shift = align === "center" ? free / 2 : align === "right" ? free : 0;
  const pieces = stretch > 0 ? line.words.map((word) => [word]) : inOneStyle(line.words);
  let at = start + shift;
  for (const [index, piece] of pieces.entries()) {
    const [first] = piece;
    if (!first) continue;
    // The blank after a word is drawn with it: copied text keeps its blanks.
    const before = first.space ? blank(first, size, paper.measure) + stretch : 0;
    const next = pieces[index + 1]?.[0];
    const said = piece.map(({ text, space }, place) => (space && place > 0 ? ` ${text}` : text));
    at += before;
    paper.write(said.join("") + (next?.space ? " " : ""), first, size, at, top, lineHeight);
    at += piece.reduce(
      (sum, word, place) =>
        sum + word.width + (word.space && place > 0 ? blank(word, size, paper.measure) : 0),
      0,
    );
  }
}

/** Neighbours of one style are drawn in one go. */
function inOneStyle(words: Word[]) {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && last.bold === word.bold && last.italic === word.italic) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

function drawRule(paper: Paper, { paragraph, width }: Laid, x: number, y: number) {
  const length = (paragraph.rule ?? 0) * POINTS;
  const from = x + (width - length) / 2;
  paper.artifact("Layout", () => paper.stroke(from, y + 3, from + length, y + 3));
}

function drawDots(paper: Paper, { paragraph, width }: Laid, line: Line, x: number, bottom: number) {
  const from = x + paragraph.left * POINTS + line.indent + line.width + 4;
  const y = bottom - paragraph.size * 0.3;
  paper.artifact("Layout", () => {
    paper.pdf.dash(0.8, { space: 2.2 });
    paper.stroke(from, y, x + width, y, 0.8);
    paper.pdf.undash();
  });
}

function drawBox(paper: Paper, { lines, lineHeight, width }: Laid, x: number, bottom: number) {
  const words = Math.max(...lines.map((line) => line.width));
  const height = lines.length * lineHeight;
  paper.artifact("Layout", () =>
    paper.pdf
      .lineWidth(1)
      .strokeColor("#ff0000")
      .rect(x + (width - words) / 2 - 8, bottom - height - 2, words + 16, height + 4)
      .stroke(),
  );
}
