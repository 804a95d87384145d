import "server-only";

import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { vetZip } from "@/lib/documents/extraction/zip/rules";
import { Refusal } from "@/lib/errors";
import { decodeText } from "@/lib/organization/import/rules";

/** A row as a spreadsheet counts it, from 1, with the text of its cells. */
export type TableRow = { row: number; cells: string[] };

/** The first sheet of an .xlsx, or a .csv in any of the ways Excel writes it; empty rows are left out. */
export async function readTable(bytes: Uint8Array): Promise<TableRow[]> {
  const rows = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  return rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some(Boolean));
}

const isZip = ([first, second]: Uint8Array) => first === 0x50 && second === 0x4b;

async function readWorkbook(bytes: Uint8Array) {
  try {
    await vetZip(bytes);
    const sheet = await readSheet(Buffer.from(bytes));
    return sheet.map((row) => row.map((cell) => cleaned(cell === null ? "" : String(cell))));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      "invalid",
      "Không đọc được tệp Excel. Mở tệp, lưu lại dạng .xlsx rồi thử lại.",
    );
  }
}

function readText(bytes: Uint8Array): string[][] {
  const text = decodeText(bytes);
  if (text === null || text.includes("\u0000")) {
    throw new Refusal("invalid", "Tệp không phải Excel (.xlsx) hay CSV UTF-8.");
  }
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text.slice(0, text.search(/[\r\n]|$/))),
      relax_column_count: true,
      max_record_size: 100_000,
    });
    return records.map((cells) => cells.map(cleaned));
  } catch {
    throw new Refusal("invalid", "Dấu ngoặc kép trong tệp CSV không khớp nhau.");
  }
}

const cleaned = (cell: string) => cell.normalize("NFC").replace(/\s+/g, " ").trim();

function delimiterOf(header: string) {
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
