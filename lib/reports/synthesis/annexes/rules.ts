import type { Sheet, SheetCell } from "@/lib/documents/workbook";
import { columnTitle, figureWords } from "../../chapters/labels";
import type { Chapter, ChapterColumn, Figure } from "../../chapters/schema";

type Report = { heading: string[]; compared: string | null; chapters: Chapter[] };

/** The figures on one sheet, then one sheet per annex. */
export const synthesisSheets = ({ heading, compared, chapters }: Report): Sheet[] => [
  figureSheet(heading, compared, chapters),
  ...chapters.map((chapter) => annexSheet(heading, chapter)),
];

function figureSheet(heading: string[], compared: string | null, chapters: Chapter[]): Sheet {
  return {
    name: "Số liệu chung",
    heading,
    columns: [
      { title: "Phần", width: 32 },
      { title: "Chỉ tiêu", width: 40 },
      { title: "Kết quả", width: 18 },
      ...(compared ? [{ title: compared, width: 18 }] : []),
      { title: "Ghi chú", width: 40 },
    ],
    rows: chapters.flatMap(({ title, figures, earlier }) =>
      figures.map((figure) => [
        title,
        figure.label,
        asCell(figure),
        ...(compared ? [asCell(earlier?.find(({ code }) => code === figure.code))] : []),
        figure.why,
      ]),
    ),
  };
}

/** A number to go on calculating with; what cannot be computed is words, never an empty nought. */
function asCell(figure: Figure | undefined): SheetCell {
  if (!figure || figure.value === null) return figure ? figureWords(figure) : "không có số";
  return figure.kind === "count" ? figure.value : figureWords(figure);
}

const annexSheet = (heading: string[], { title, columns, rows }: Chapter): Sheet => ({
  name: title,
  heading: [title.toUpperCase(), ...heading],
  columns: [
    { title: "STT", width: 6 },
    { title: "Đơn vị", width: 38 },
    { title: "Nhóm", width: 24 },
    ...columns.map((column) => ({
      title: columnTitle(column),
      width: column.kind === "text" ? 40 : 14,
    })),
  ],
  rows: rows.map(({ name, group, cells }, index) => [
    index + 1,
    name,
    group,
    ...columns.map((column) => annexCell(column, cells[column.key])),
  ]),
});

function annexCell({ kind }: ChapterColumn, value: string | number | null | undefined): SheetCell {
  if (value === null || value === undefined) return "không có số";
  return kind === "minutes" && typeof value === "number" ? Math.round(value / 6) / 10 : value;
}
