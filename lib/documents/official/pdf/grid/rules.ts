import { setImmediate } from "node:timers/promises";
import type { Grid } from "../../layout/schema";
import { type Element, type Paper, POINTS } from "../paper/rules";
import { drawLine, drawLines, type Laid, lay } from "../paragraphs/rules";

const ROWS_AT_ONCE = 20;
const PAD = { x: 1.5 * POINTS, y: 0.8 * POINTS };

type Cell = { laid: Laid; x: number; width: number };
type Row = { cells: Cell[]; height: number };

/** A table over as many pages as it takes; its head stands at the top of each. */
export async function drawGrid(paper: Paper, grid: Grid, parent: Element) {
  const table = paper.pdf.struct("Table", { title: grid.caption });
  parent.add(table);
  const head = rowOf(paper, grid.widths, grid.head);
  const [first] = grid.rows;
  const least = first ? rowOf(paper, grid.widths, first).height : 0;
  if (head.height + least > paper.room && !paper.fresh) paper.turn();
  drawRow(paper, head, elementsOf(paper, table, head, "TH"), "TH");
  const turn = () => {
    paper.turn();
    // Read once at the top of the table; on later pages it is only there to be seen.
    paper.artifact("Pagination", () => {
      for (const { laid, x } of head.cells) {
        drawBare(paper, laid, x + PAD.x, paper.y + PAD.y);
      }
      drawFrame(paper, head, head.height);
    });
    paper.y += head.height;
  };
  const page = paper.bottom - paper.top - head.height;
  for (const [index, cells] of grid.rows.entries()) {
    // Others are served while a list of a thousand rows is drawn.
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
    drawWhole(paper, table, rowOf(paper, grid.widths, cells), page, turn);
  }
  paper.y += 6;
  table.end();
}

function rowOf(paper: Paper, widths: number[], cells: Grid["head"]): Row {
  let x = paper.left;
  const laid = cells.map((cell, index) => {
    const width = (widths[index] ?? 0) * POINTS;
    const place = { laid: lay(paper, cell, width - 2 * PAD.x), x, width };
    x += width;
    return place;
  });
  const tallest = Math.max(...laid.map((cell) => cell.laid.height));
  return { cells: laid, height: tallest + 2 * PAD.y };
}

type Placed = { element: Element; cells: Element[] };

function elementsOf(paper: Paper, table: Element, row: Row, tag: "TH" | "TD"): Placed {
  const element = paper.pdf.struct("TR");
  table.add(element);
  const cells = row.cells.map(() => {
    const cell =
      tag === "TH"
        ? // The published types know no scope; the library does.
          paper.pdf.struct("TH", { scope: "Column" } as object)
        : paper.pdf.struct("TD");
    element.add(cell);
    return cell;
  });
  return { element, cells };
}

/** A row moves whole to the next page; one longer than a page is cut between its lines. */
function drawWhole(paper: Paper, table: Element, row: Row, page: number, turn: () => void) {
  const placed = elementsOf(paper, table, row, "TD");
  if (row.height > paper.room && row.height <= page) turn();
  let rest: Row | null = row;
  while (rest) {
    const now: Row = rest.height <= paper.room ? rest : firstLines(rest, paper.room);
    const some = now.cells.some(({ laid }) => laid.lines.length > 0);
    if (!some && rest.height > paper.room) {
      turn();
      continue;
    }
    drawRow(paper, now, placed, "TD");
    rest = now === rest ? null : withoutFirst(rest, now);
    if (rest) turn();
  }
}

/** As many lines of each cell as the room holds. */
function firstLines(row: Row, room: number): Row {
  const cells = row.cells.map((cell) => {
    const count = Math.max(0, Math.floor((room - 2 * PAD.y) / cell.laid.lineHeight));
    return withLines(cell, cell.laid.lines.slice(0, count));
  });
  return { cells, height: heightOf(cells) };
}

function withoutFirst(row: Row, drawn: Row): Row {
  const cells = row.cells.map((cell, index) =>
    withLines(cell, cell.laid.lines.slice(drawn.cells[index]?.laid.lines.length ?? 0)),
  );
  return { cells, height: heightOf(cells) };
}

const withLines = (cell: Cell, lines: Laid["lines"]): Cell => ({
  ...cell,
  laid: { ...cell.laid, lines, height: lines.length * cell.laid.lineHeight },
});

const heightOf = (cells: Cell[]) => Math.max(...cells.map(({ laid }) => laid.height)) + 2 * PAD.y;

function drawRow(paper: Paper, row: Row, { cells, element }: Placed, tag: "TH" | "TD") {
  for (const [index, { laid, x }] of row.cells.entries()) {
    const cell = cells[index];
    if (!cell) continue;
    const words = paper.pdf.struct("P");
    cell.add(words);
    drawLines(paper, laid, laid.lines, x + PAD.x, words, paper.y + PAD.y);
    words.end();
  }
  paper.artifact("Layout", () => drawFrame(paper, row, row.height));
  paper.y += row.height;
  if (tag === "TH") element.end();
}

function drawFrame(paper: Paper, row: Row, height: number) {
  paper.pdf.lineWidth(0.5).strokeColor("black");
  for (const { x, width } of row.cells) paper.pdf.rect(x, paper.y, width, height).stroke();
}

/** The words without any place in the structure. */
function drawBare(paper: Paper, laid: Laid, x: number, top: number) {
  for (const [index, line] of laid.lines.entries()) {
    drawLine(paper, laid, line, x, top + index * laid.lineHeight);
  }
}
