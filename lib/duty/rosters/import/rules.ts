import { parse } from "csv-parse/sync";
import { isPhone } from "@/lib/organization/schema";
import { foldVietnamese } from "@/lib/text";
import { formatDay, parseLocal } from "@/lib/time";
import { type DutyPost, MINUTE, type Span } from "../../schema";
import { readPattern } from "../patterns/rules";
import { IMPORT_LIMITS } from "./schema";

export type ImportLine = Span & {
  row: number;
  post: DutyPost;
  name: string;
  title: string;
  phone: string;
};
export type RowError = { row: number; message: string };
export type ImportReading = { lines: ImportLine[]; errors: RowError[] };

type Columns = {
  day: number;
  shift: number;
  posts: { post: DutyPost; name: number; title: number | null; phone: number | null }[];
};

/** Rows of a .csv as Excel saves it in Vietnam or elsewhere. Null: no table can be made of it. */
export function readCsvRows(text: string): string[][] | null {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [",", ";", "\t"].reduce((best, sign) =>
    header.split(sign).length > header.split(best).length ? sign : best,
  );
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, max_record_size: 50_000 });
  } catch {
    return null;
  }
}

/** What a cell of a sheet says; a date is told as the day it shows. */
export function cellText(cell: unknown) {
  if (cell === null || cell === undefined) return "";
  // A sheet knows no zone: its dates come as the wall's clock in UTC.
  if (cell instanceof Date) return formatDay(new Date(cell.getTime() - 7 * 60 * MINUTE));
  return String(cell).normalize("NFC").trim();
}

/**
 * Reads the customary table: a day, a shift, and under each kind of watch names with titles and
 * phones, several to a cell one a line. Says what is wrong by row; never throws.
 */
export function readRosterRows(cells: readonly (readonly string[])[], window: Span): ImportReading {
  const at = cells.findIndex((row) => columnsOf(row) !== null);
  const columns = columnsOf(cells[at] ?? []);
  if (!columns) {
    const message =
      "Không thấy dòng tên cột. Cần các cột: Ngày, Ca, Trực lãnh đạo hoặc Trực chuyên môn.";
    return { lines: [], errors: [{ row: 1, message }] };
  }
  const body = cells.slice(at + 1);
  if (body.length > IMPORT_LIMITS.rows) {
    return { lines: [], errors: [{ row: 1, message: "Tệp có quá 2.000 dòng." }] };
  }
  const reading: ImportReading = { lines: [], errors: [] };
  let day = "";
  for (const [index, row] of body.entries()) {
    if (row.every((cell) => cell.trim() === "")) continue;
    // A day that spans several rows is written once.
    day = (row[columns.day] ?? "").trim() || day;
    readRow({ row, number: at + index + 2, day, columns, window }, reading);
  }
  refuseDoubles(reading);
  reading.errors.sort((a, b) => a.row - b.row);
  return reading;
}

type Row = {
  row: readonly string[];
  number: number;
  day: string;
  columns: Columns;
  window: Span;
};

function readRow({ row, number, day, columns, window }: Row, { lines, errors }: ImportReading) {
  const say = (message: string) => errors.push({ row: number, message });
  const span = spanOf(day, (row[columns.shift] ?? "").trim());
  if (typeof span === "string") {
    say(span);
    return;
  }
  if (span.startsAt < window.startsAt || span.endsAt > window.endsAt) {
    say("Ca nằm ngoài thời gian của lịch trực.");
    return;
  }
  for (const { post, name, title, phone } of columns.posts) {
    const names = linesOf(row[name]);
    const titles = title === null ? [] : linesOf(row[title]);
    const phones = phone === null ? [] : linesOf(row[phone]);
    for (const [index, person] of names.entries()) {
      const number_ = phones[index] ?? "";
      if (person.length > 100) say("Họ tên dài hơn 100 ký tự.");
      else if (number_ && !isPhone(number_)) say(`Số điện thoại “${number_}” không đúng dạng.`);
      else
        lines.push({
          row: number,
          ...span,
          post,
          name: person,
          title: titles[index] ?? "",
          phone: number_,
        });
    }
  }
}

const linesOf = (cell = "") =>
  cell
    .split(/[\n;]/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean);

function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map((cell) => foldVietnamese(cell));
  const day = names.findIndex(
    (name) => /(^|, )ngay$|^ngay( |$)|^thu, ngay/.test(name) && !/am/.test(name),
  );
  const shift = names.findIndex((name) => /^ca( |$)|^gio( |$)/.test(name));
  const starts = names.flatMap((name, index): { post: DutyPost; name: number }[] => {
    if (/^truc lanh dao/.test(name)) return [{ post: "leader", name: index }];
    return /^truc (chuyen mon|ban|van phong)|^ho (va )?ten|^nguoi truc/.test(name)
      ? [{ post: "staff", name: index }]
      : [];
  });
  if (day < 0 || shift < 0 || starts.length === 0) return null;
  const posts = starts.map((start, position) => {
    const end = starts[position + 1]?.name ?? names.length;
    const within = (pattern: RegExp) => {
      const index = names.findIndex(
        (name, column) => column > start.name && column < end && pattern.test(name),
      );
      return index < 0 ? null : index;
    };
    return { ...start, title: within(/^chuc (vu|danh)/), phone: within(/dien thoai|^sdt|^so dt/) };
  });
  return { day, shift, posts };
}

/** The shift, or what is wrong with it. */
function spanOf(day: string, shift: string): Span | string {
  const date = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(day);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(day);
  const [year, month, date_] = iso ? [iso[1], iso[2], iso[3]] : [date?.[3], date?.[2], date?.[1]];
  const pad = (part = "") => part.padStart(2, "0");
  const [hours] = readPattern(shift) ?? [];
  if (!hours) return `Ca “${shift.slice(0, 30)}” không đọc được, ví dụ đúng: 07:00-19:00.`;
  const startsAt = year ? parseLocal(`${year}-${pad(month)}-${pad(date_)}T${hours.start}`) : null;
  if (!startsAt) return `Ngày “${day.slice(0, 30)}” không đọc được, ví dụ đúng: 28/01/2025.`;
  return { startsAt, endsAt: new Date(startsAt.getTime() + hours.minutes * MINUTE) };
}

/** People are known by their names: the same one twice at one time is wrong. */
function refuseDoubles(reading: ImportReading) {
  const known = new Map<string, ImportLine[]>();
  reading.lines = reading.lines.filter((line) => {
    const key = `${line.post} ${foldVietnamese(line.name)}`;
    const before = known.get(key) ?? [];
    const clash = before.find(
      (other) => other.startsAt < line.endsAt && line.startsAt < other.endsAt,
    );
    if (clash) {
      reading.errors.push({
        row: line.row,
        message: `${line.name} đã có ca trùng giờ ở dòng ${clash.row}.`,
      });
      return false;
    }
    known.set(key, [...before, line]);
    return true;
  });
}
