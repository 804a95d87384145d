import { sumKnown } from "@/lib/awareness/rules";
import type {
  Chapter,
  ChapterColumn,
  ChapterForm,
  ChapterRow,
  Figure,
  FigureForm,
  Reading,
} from "./schema";

/** The chapter of a reading; each figure is computed from the rows it stands beside and from nothing else. */
export function chapterOf(form: ChapterForm, reading: Reading): Omit<Chapter, "earlier"> {
  const rows = "rows" in reading ? reading.rows : [];
  const figures = form.figures.map((figure) => figureOf(form, figure, reading));
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const drafted = "why" in reading ? `Không tính được: ${reading.why}.` : form.words(byCode, rows);
  return { code: form.code, title: form.title, columns: form.columns, rows, figures, drafted };
}

function figureOf(form: ChapterForm, figure: FigureForm, reading: Reading): Figure {
  const { code, label } = figure;
  const kind = kindOf(form.columns, figure);
  const column = columnOf(figure);
  if ("why" in reading) return { code, label, kind, column, value: null, why: reading.why };
  return { code, label, kind, column, ...computed(figure, reading.rows) };
}

const NOBODY = "chưa đơn vị nào có số";

function computed(figure: FigureForm, rows: ChapterRow[]): Pick<Figure, "value" | "why"> {
  if ("count" in figure) return { value: rows.length, why: "" };
  if ("sum" in figure) {
    if (rows.length === 0) return { value: 0, why: "" };
    const { sum, unknown } = sumKnown(rows.map((row) => numberIn(row, figure.sum)));
    if (sum === null) return { value: null, why: NOBODY };
    return { value: sum, why: unknown > 0 ? `chưa gồm ${unknown} đơn vị không có số` : "" };
  }
  const [part, whole] = "share" in figure ? figure.share : figure.per;
  const known = rows.filter((row) => numberIn(row, part) !== null && numberIn(row, whole));
  const below = known.reduce((sum, row) => sum + (numberIn(row, whole) ?? 0), 0);
  if (below === 0) return { value: null, why: NOBODY };
  const above = known.reduce((sum, row) => sum + (numberIn(row, part) ?? 0), 0);
  const left = rows.length - known.length;
  const factor = "share" in figure ? 100 : figure.times;
  const why = left > 0 && "per" in figure ? `chưa gồm ${left} đơn vị không đủ số` : "";
  return { value: (factor * above) / below, why };
}

/** What a row says in a column as a number; null: it says none. */
export const numberIn = ({ cells }: ChapterRow, key: string) => {
  const value = cells[key];
  return typeof value === "number" ? value : null;
};

function columnOf(figure: FigureForm) {
  if ("count" in figure) return "";
  if ("sum" in figure) return figure.sum;
  return "share" in figure ? figure.share[0] : figure.per[0];
}

function kindOf(columns: ChapterColumn[], figure: FigureForm): Figure["kind"] {
  if ("share" in figure) return "percent";
  if ("per" in figure) return "rate";
  const column = "sum" in figure ? columns.find(({ key }) => key === figure.sum) : undefined;
  return column?.kind === "minutes" ? "minutes" : "count";
}

/** The rows a figure comes from. */
export const rowsBehind = (rows: ChapterRow[], figure: Figure | undefined) =>
  figure?.column ? rows.filter((row) => numberIn(row, figure.column) !== 0) : rows;

export type GroupSum = { group: string; units: number; sums: Map<string, number | null> };

/** The sums of each group of units, in the order of the rows. */
export function byGroup({ columns, rows }: Pick<Chapter, "columns" | "rows">): GroupSum[] {
  const summed = columns.filter(({ kind }) => kind === "count" || kind === "minutes");
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups.map((group) => {
    const own = rows.filter((row) => row.group === group);
    const sums = summed.map(({ key }): [string, number | null] => [
      key,
      sumKnown(own.map((row) => numberIn(row, key))).sum,
    ]);
    return { group, units: own.length, sums: new Map(sums) };
  });
}
