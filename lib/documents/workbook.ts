import "server-only";

import writeExcelFile, { type CellObject } from "write-excel-file/node";

export type SheetColumn = { title: string; width: number };
export type SheetCell = string | number | Date | null;
export type Sheet = {
  name: string;
  /** Lines above the table: what it is, of when. */
  heading: string[];
  columns: SheetColumn[];
  rows: SheetCell[][];
};

/** One .xlsx with the sheets as given. Every text cell is text: nothing in it runs as a formula. */
export function writeWorkbook(sheets: Sheet[]): Promise<Buffer> {
  const data = sheets.map((sheet) => ({
    sheet: sheet.name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
    data: [
      ...sheet.heading.map((line, index) => [title(line, index === 0)]),
      sheet.columns.map((column) => header(column.title)),
      ...sheet.rows.map((row) => row.map(cell)),
    ],
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: sheet.heading.length + 1,
    orientation: "landscape" as const,
  }));
  return writeExcelFile(data, { fontFamily: "Times New Roman", fontSize: 12 }).toBuffer();
}

const border = { borderColor: "#808080", borderStyle: "thin" as const };

const title = (value: string, main: boolean): CellObject => ({
  value,
  type: String,
  fontWeight: main ? "bold" : undefined,
  fontSize: main ? 14 : 12,
});

const header = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: "bold",
  align: "center",
  alignVertical: "center",
  wrap: true,
  backgroundColor: "#e8edf3",
  ...border,
});

function cell(value: SheetCell): CellObject | null {
  if (value === null || value === "") return { value: "", type: String, ...border };
  if (typeof value === "number") return { value, type: Number, alignVertical: "top", ...border };
  if (value instanceof Date) {
    return {
      value: wallClock(value),
      type: Date,
      format: "hh:mm dd/mm/yyyy",
      alignVertical: "top",
      ...border,
    };
  }
  return { value, type: String, format: "@", wrap: true, alignVertical: "top", ...border };
}

/** A sheet knows no time zone: it is given the district's wall clock as if it were UTC. */
const wallClock = (at: Date) => new Date(at.getTime() + 7 * 3_600_000);
