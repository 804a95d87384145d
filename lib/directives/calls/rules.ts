import type { Sheet } from "@/lib/documents/workbook";
import { formatInstant } from "@/lib/time";
import { callWords, silenceWords } from "./labels";
import type { SilentUnit } from "./queries";
import type { CallFilter } from "./schema";

/** So long after someone called a unit nobody else calls it unasked. */
export const HOLD = 30 * 60_000;

export const isHeld = (call: { heldUntil: Date } | null, at: Date) =>
  call !== null && call.heldUntil > at;

/** Neighbours of one kind under its name; the order stays. */
export function byKind<Row extends { kind: string }>(rows: Row[]) {
  const groups: { kind: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.kind === row.kind) last.rows.push(row);
    else groups.push({ kind: row.kind, rows: [row] });
  }
  return groups;
}

/** The page with this filter in its address; what is as usual is left out. */
export function callAddress(page: string, { waiting, kind, called, page: at }: CallFilter) {
  const parts = Object.entries({
    waiting: waiting === "need" ? "" : waiting,
    kind: kind ?? "",
    called: called ?? "",
    page: at > 1 ? String(at) : "",
  }).filter(([, value]) => value);
  const text = new URLSearchParams(parts).toString();
  return text ? `${page}?${text}` : page;
}

type Heading = { title: string; subject: string; takenAt: string };

/** The phone list as a workbook, with an empty column to write in. */
export function callSheets({ title, subject, takenAt }: Heading, rows: SilentUnit[]): Sheet[] {
  return [
    {
      name: "Danh sách gọi điện",
      heading: [title, subject, `Số liệu lúc ${takenAt}`],
      columns: [
        { title: "STT", width: 6 },
        { title: "Nhóm", width: 20 },
        { title: "Đơn vị", width: 34 },
        { title: "Còn nợ", width: 34 },
        { title: "Cán bộ đầu mối", width: 24 },
        { title: "Điện thoại đầu mối", width: 16 },
        { title: "Lãnh đạo đơn vị", width: 24 },
        { title: "Điện thoại lãnh đạo", width: 16 },
        { title: "Điện thoại cơ quan", width: 16 },
        { title: "Nhắc gần nhất", width: 18 },
        { title: "Cuộc gọi gần nhất", width: 34 },
        { title: "Ghi chú", width: 30 },
      ],
      rows: rows.map((row, index) => [
        index + 1,
        row.kind,
        row.name,
        silenceWords(row),
        row.contactName,
        row.contactPhone,
        row.leadName,
        row.leadPhone,
        row.phone,
        row.remindedAt,
        row.call ? `${callWords(row.call)} (${formatInstant(row.call.calledAt)})` : null,
        null,
      ]),
    },
  ];
}
