import { parse } from "csv-parse/sync";
import { isPhone, UNIT_LIMITS } from "../schema";
import { IMPORT_LIMITS, type RowError, type UnitLine } from "./schema";

export type Reading = { lines: UnitLine[]; errors: RowError[] };

const REQUIRED = ["code", "name", "kind"] as const;
const COLUMNS = new Set([
  ...REQUIRED,
  "short_name",
  "parent_code",
  "phone",
  "aliases",
  "valid_from",
  "valid_to",
  "successor_code",
]);

/** Text of a file as Excel saves it: UTF-8 or UTF-16, with or without a mark. Null: neither. */
export function decodeText(bytes: Uint8Array) {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? "utf-16le" : null;
  const big = first === 0xfe && second === 0xff ? "utf-16be" : null;
  try {
    return new TextDecoder(utf16 ?? big ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads units.csv: lines, and what is wrong by row. Never throws, whatever the text is. */
export function readUnitLines(text: string): Reading {
  if (text.length > IMPORT_LIMITS.bytes) return wrong("Tệp lớn hơn 5 MB.");
  if (text.includes("\u0000")) return wrong("Tệp không phải là văn bản CSV.");
  const records = split(text);
  if ("errors" in records) return records;

  const [header, ...body] = records;
  if (!header) return wrong("Tệp trống. Dòng đầu phải là tên các cột: code, name, kind, …");
  const names = header.cells.map((cell) => cell.normalize("NFC").trim().toLowerCase());
  const faults = headerFaults(names);
  if (faults.length > 0) return { lines: [], errors: faults };
  if (body.length === 0) return wrong("Tệp chỉ có dòng tên cột, chưa có đơn vị nào.");
  if (body.length > IMPORT_LIMITS.rows)
    return wrong("Tệp có hơn 20.000 dòng. Chia thành nhiều tệp.");

  const errors: RowError[] = [];
  const lines = body.map(({ row, cells }) => {
    const say = (message: string) => errors.push({ row, message });
    if (cells.length > names.length)
      say(`Có ${cells.length} ô, dòng tên cột chỉ có ${names.length}.`);
    return readLine(row, (name) => cellOf(names, cells, name), say);
  });
  return { lines, errors };
}

type Row = { row: number; cells: string[] };

function split(text: string): Row[] | Reading {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(firstLine),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
    });
    // Rows are counted as a spreadsheet shows them, where a cell may hold several lines.
    return records
      .map((cells, index) => ({ row: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    const { lines } = error instanceof Error && "lines" in error ? error : { lines: null };
    const row = typeof lines === "number" ? lines : null;
    return { lines: [], errors: [{ row, message: "Dấu ngoặc kép trong tệp không khớp nhau." }] };
  }
}

/** Excel writes semicolons where the comma is the decimal sign, as in Vietnam; tabs as "Unicode text". */
function delimiterOf(header: string) {
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function headerFaults(names: string[]): RowError[] {
  const at = (message: string) => ({ row: 1, message });
  return [
    ...REQUIRED.filter((name) => !names.includes(name)).map((name) => at(`Thiếu cột ${name}.`)),
    ...names
      .filter((name) => name && !COLUMNS.has(name))
      .map((name) => at(`Không rõ cột “${short(name)}”.`)),
    ...[...COLUMNS]
      .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
      .map((name) => at(`Cột ${name} có hai lần.`)),
  ];
}

function cellOf(names: string[], cells: string[], name: string) {
  const index = names.indexOf(name);
  const cell = index < 0 ? "" : (cells[index] ?? "");
  return cell.normalize("NFC").replace(/\s+/g, " ").trim();
}

function readLine(
  row: number,
  cell: (name: string) => string,
  say: (message: string) => void,
): UnitLine {
  const limited = (name: string, what: string, limit: number) => {
    const value = cell(name);
    if (value.length > limit) say(`${what} dài hơn ${limit} ký tự.`);
    return value;
  };
  const wanted = (name: string, what: string, limit: number) => {
    const value = limited(name, what, limit);
    if (!value) say(`Thiếu ${what.toLowerCase()} (cột ${name}).`);
    return value;
  };
  const day = (name: string, what: string) => {
    const value = readDay(cell(name));
    if (value === undefined)
      say(`${what} “${short(cell(name))}” không phải là ngày (ví dụ 2025-07-01).`);
    return value ?? null;
  };

  const line = {
    row,
    code: wanted("code", "Mã đơn vị", UNIT_LIMITS.code),
    name: wanted("name", "Tên đơn vị", UNIT_LIMITS.name),
    shortName: limited("short_name", "Tên gọn", UNIT_LIMITS.shortName) || null,
    kindCode: wanted("kind", "Loại đơn vị", 60),
    parentCode: limited("parent_code", "Mã cấp trên", UNIT_LIMITS.code) || null,
    phone: cell("phone") || null,
    aliases: readAliases(cell("aliases"), say),
    validFrom: day("valid_from", "Ngày bắt đầu"),
    validTo: day("valid_to", "Ngày thôi hoạt động"),
    successorCode: limited("successor_code", "Mã đơn vị kế thừa", UNIT_LIMITS.code) || null,
  };
  if (line.phone && !isPhone(line.phone))
    say(`Số điện thoại “${short(line.phone)}” không đúng dạng.`);
  if (line.validFrom && line.validTo && line.validTo <= line.validFrom) {
    say("Ngày thôi hoạt động phải sau ngày bắt đầu.");
  }
  if (line.parentCode && line.parentCode === line.code)
    say("Đơn vị không thể là cấp trên của chính nó.");
  return line;
}

function readAliases(cell: string, say: (message: string) => void) {
  if (!cell) return null;
  const aliases = [...new Set(cell.split("|").map((alias) => alias.trim()))].filter(Boolean);
  if (aliases.length > UNIT_LIMITS.aliases) say(`Nhiều nhất ${UNIT_LIMITS.aliases} tên gọi khác.`);
  if (aliases.some((alias) => alias.length > UNIT_LIMITS.alias)) {
    say(`Có tên gọi khác dài hơn ${UNIT_LIMITS.alias} ký tự.`);
  }
  return aliases;
}

/** `2025-07-01` or `01/07/2025`; null when empty, undefined when it is no day of the calendar. */
function readDay(cell: string) {
  if (!cell) return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  const [year, month, day] = iso ? iso.slice(1) : (local?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return undefined;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return real && year > "1900" ? text : undefined;
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const wrong = (message: string): Reading => ({ lines: [], errors: [{ row: null, message }] });
