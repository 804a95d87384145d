import { formatCivilDay } from "@/lib/campaigns/rules";
import type { Sheet } from "@/lib/documents/workbook";
import { formatInstant } from "@/lib/time";
import { registerLabels } from "./labels";

export type Outgoing = {
  id: string;
  place: "directive" | "synthesis";
  number: number | null;
  symbol: string;
  issuedOn: string | null;
  type: string;
  subject: string;
  signer: string;
  addressees: string[];
  copies: string[];
  sentAt: Date | null;
  units: number;
  acknowledged: number;
  note: string;
};

export type FollowedUp = {
  directiveId: string;
  number: number | null;
  symbol: string;
  issuedOn: string | null;
  subject: string;
  issuer: string;
  unit: string;
  contactName: string | null;
  dueAt: Date | null;
  total: number;
  reported: number;
  accepted: number;
  overdue: number;
  replies: string[];
  note: string;
};

/** The ten columns of Phụ lục IV, Nghị định 30/2020, in their order. */
export const outgoingColumns = [
  { title: "Số, ký hiệu văn bản", width: 16 },
  { title: "Ngày tháng văn bản", width: 14 },
  { title: "Tên loại và trích yếu nội dung", width: 52 },
  { title: "Người ký", width: 22 },
  { title: "Nơi nhận văn bản", width: 40 },
  { title: "Đơn vị, người nhận bản lưu", width: 18 },
  { title: "Số lượng bản", width: 10 },
  { title: "Ngày chuyển", width: 18 },
  { title: "Ký nhận", width: 18 },
  { title: "Ghi chú", width: 24 },
];

export const followUpColumns = [
  { title: "Số đến", width: 8 },
  { title: "Tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành", width: 52 },
  { title: "Đơn vị hoặc người nhận", width: 34 },
  { title: "Thời hạn giải quyết", width: 18 },
  { title: "Tiến độ giải quyết", width: 34 },
  { title: "Số, ký hiệu văn bản trả lời", width: 24 },
  { title: "Ghi chú", width: 24 },
];

const named = (number: number | null, symbol: string) =>
  `${number === null ? "……" : String(number).padStart(2, "0")}/${symbol}`;

const dayWords = (day: string | null) => (day ? formatCivilDay(day) : "");

/** Who keeps the copy: the line of "Nơi nhận" that begins with "Lưu". */
const keeperOf = (copies: string[]) =>
  copies.find((copy) => /^[-–\s]*Lưu/i.test(copy))?.replace(/^[-–\s]*Lưu:?\s*|[.;\s]+$/gi, "") ??
  "";

export const outgoingCells = (row: Outgoing) => [
  named(row.number, row.symbol),
  dayWords(row.issuedOn),
  `${row.type}: ${row.subject}`,
  row.signer,
  row.addressees.join("; "),
  keeperOf(row.copies),
  row.place === "directive" ? row.units : null,
  row.sentAt,
  row.place === "directive" ? `Điện tử: ${row.acknowledged}/${row.units} đã tiếp nhận` : "",
  row.note,
];

/** Each unit gives its own arrival numbers in its own book: here the place for it stays blank. */
export const followUpCells = (row: FollowedUp) => [
  "",
  `Công văn số ${named(row.number, row.symbol)}${row.issuedOn ? ` ngày ${dayWords(row.issuedOn)}` : ""} của ${row.issuer}: ${row.subject}`,
  row.contactName ? `${row.unit} (${row.contactName})` : row.unit,
  row.dueAt,
  progressWords(row),
  row.replies.join("; "),
  row.note,
];

function progressWords({ total, reported, accepted, overdue }: FollowedUp) {
  if (total === 0) return "Không còn nhiệm vụ";
  const late = overdue > 0 ? `; ${overdue} quá hạn` : "";
  return `${reported}/${total} nhiệm vụ đã báo cáo, ${accepted} đạt${late}`;
}

export const outgoingSheet = (year: number, rows: Outgoing[]): Sheet => ({
  name: "Văn bản đi",
  heading: [registerLabels.outgoing.toUpperCase(), `Năm ${year}`],
  columns: outgoingColumns,
  rows: rows.map(outgoingCells),
});

export const followUpSheet = (year: number, rows: FollowedUp[], at: Date): Sheet => ({
  name: "Giải quyết văn bản đến",
  heading: [
    registerLabels.follow_up.toUpperCase(),
    `Năm ${year}, số liệu lúc ${formatInstant(at)}`,
  ],
  columns: followUpColumns,
  rows: rows.map(followUpCells),
});
