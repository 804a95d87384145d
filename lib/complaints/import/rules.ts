import { foldVietnamese } from "@/lib/text";
import type { Channel, ComplaintKind } from "../schema";
import { CONTENT_LIMIT } from "../schema";
import { readSource } from "../sources/rules";
import { SOURCE_LIMIT, type Source } from "../sources/schema";
import { fieldLabels } from "./labels";
import { cleanCell } from "./reading/rules";
import { type Columns, type ImportField, importFields, requiredFields } from "./schema";

export type ReadRow = {
  receivedAt: Date;
  kind: ComplaintKind;
  channel: Channel;
  source: Source | null;
  sourceText: string;
  content: string;
  ownId: string;
  /** How it stands in the telco's own books. */
  state: TakenState;
  closedAt: Date | null;
  reason: string;
  who: { name: string; phone: string; address: string };
};

/** What a file may say of a case; the police and another telco are told within the system alone. */
export const takenStates = ["new", "verifying", "handled", "rejected"] as const;
export type TakenState = (typeof takenStates)[number];

/** Words that files have over their columns; the first that is in the title is meant. */
const titleWords: Record<ImportField, RegExp> = {
  state: /trang thai|tinh trang/,
  closedAt: /(?:ngay|gio|thoi gian).*(?:xong|xu ly|dong|hoan thanh)/,
  reason: /ket qua|ly do/,
  receivedAt: /ngay|thoi gian|gio/,
  kind: /loai|hinh thuc/,
  source: /nguon|bi phan anh|phat tan|dau so|so vi pham/,
  content: /noi dung|mo ta/,
  channel: /kenh/,
  ownId: /^ma\b|ma phan anh|^id\b|ticket/,
  name: /ho ten|ten nguoi|nguoi phan anh|khach hang/,
  phone: /dien thoai|so nguoi|so khach|sdt|lien he/,
  address: /dia chi/,
};

/** Which column is what: as the telco matched it last, else by the words over it. */
export function guessColumns(
  header: string[],
  known: Partial<Record<ImportField, string>>,
): Columns {
  const titles = header.map((title) => foldVietnamese(title));
  const columns: Columns = {};
  const taken = new Set<number>();
  const take = (field: ImportField, index: number) => {
    if (index < 0 || taken.has(index)) return;
    columns[field] = index;
    taken.add(index);
  };
  for (const field of importFields) {
    const title = known[field];
    if (title !== undefined) take(field, titles.indexOf(foldVietnamese(title)));
  }
  const phoneFirst: ImportField[] = ["source", "phone", "closedAt", ...importFields];
  for (const field of phoneFirst) {
    if (columns[field] !== undefined) continue;
    take(
      field,
      titles.findIndex((title, at) => !taken.has(at) && titleWords[field].test(title)),
    );
  }
  return columns;
}

export const missingColumns = (columns: Columns) =>
  requiredFields.filter((field) => columns[field] === undefined).map((field) => fieldLabels[field]);

/** One reader for a whole file: what comes again is cleaned and understood once. */
export function rowReader(columns: Columns, at: Date) {
  const kindOf = remembering((cell) => readKind(cleanCell(cell)));
  const channelOf = remembering((cell) => readChannel(cleanCell(cell)));
  const stateOf = remembering((cell) => readState(cleanCell(cell)));
  const momentOf = remembering((cell) => readMoment(cleanCell(cell)));
  const sourceOf = remembering((cell) => {
    const sourceText = cleanCell(cell);
    return { sourceText, source: readSource(sourceText) };
  });
  const raw = (cells: string[], field: ImportField) => {
    const index = columns[field];
    return index === undefined ? "" : (cells[index] ?? "");
  };
  const cell = (cells: string[], field: ImportField) => cleanCell(raw(cells, field));

  return (cells: string[]): ReadRow | string => {
    const kind = kindOf(raw(cells, "kind"));
    if (!kind) return said("kind", cell(cells, "kind"));
    const receivedAt = momentOf(raw(cells, "receivedAt"));
    if (!receivedAt) return said("receivedAt", cell(cells, "receivedAt"));
    if (receivedAt > at) return "Ngày giờ tiếp nhận ở tương lai.";
    const { sourceText, source } = sourceOf(raw(cells, "source"));
    if (sourceText.length > SOURCE_LIMIT) return "Nguồn bị phản ánh quá dài.";
    if (!source && kind !== "fake_station") return "Thiếu nguồn bị phản ánh.";
    const content = cell(cells, "content");
    if (content.length > CONTENT_LIMIT) return `Nội dung dài quá ${CONTENT_LIMIT} ký tự.`;
    const told = cell(cells, "channel");
    const channel = told ? channelOf(told) : "hotline";
    if (!channel) return said("channel", told);
    const standing = readStanding(cells, receivedAt);
    if (typeof standing === "string") return standing;
    const who = {
      name: cell(cells, "name").slice(0, 120),
      phone: cell(cells, "phone").slice(0, 40),
      address: cell(cells, "address").slice(0, 200),
    };
    const ownId = cell(cells, "ownId").slice(0, 100);
    const { state, closedAt, reason } = standing;
    return {
      receivedAt,
      kind,
      channel,
      source,
      sourceText,
      content,
      ownId,
      state,
      closedAt,
      reason,
      who,
    };
  };

  /** A case that the telco has ended ends here as well, with when and, rejected, why. */
  function readStanding(cells: string[], receivedAt: Date) {
    const told = cell(cells, "state");
    const state = told ? stateOf(told) : "new";
    if (!state) return said("state", told);
    if (state === "new" || state === "verifying") return OPEN[state];
    const when = cell(cells, "closedAt");
    const closedAt = momentOf(when);
    if (!closedAt) return said("closedAt", when);
    if (closedAt < receivedAt) return "Xử lý xong trước khi tiếp nhận.";
    if (closedAt > at) return "Ngày giờ xử lý xong ở tương lai.";
    const reason = cell(cells, "reason").slice(0, 1000);
    if (state === "rejected" && reason.length < 3) return "Không xử lý thì phải có lý do.";
    return { state, closedAt, reason };
  }
}

const OPEN = {
  new: { state: "new", closedAt: null, reason: "" },
  verifying: { state: "verifying", closedAt: null, reason: "" },
} as const;

const said = (field: ImportField, told: string) =>
  told
    ? `Không hiểu ${fieldLabels[field].toLowerCase()} “${told.slice(0, 40)}”.`
    : `Thiếu ${fieldLabels[field].toLowerCase()}.`;

const REMEMBERED = 20_000;

function remembering<T>(read: (text: string) => T) {
  const known = new Map<string, T>();
  return (text: string): T => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size < REMEMBERED) known.set(text, value);
    return value;
  };
}

/** As telcos write it; null for what is not theirs to say in a file, a case passed on among it. */
export function readState(text: string): TakenState | null {
  const told = foldVietnamese(text);
  if (/cong an|mang khac|chuyen/.test(told)) return null;
  if (/khong (?:xu ly|hop le|du|xac minh duoc)|tu choi|bac bo|^huy/.test(told)) return "rejected";
  if (/^(?:moi|chua)|cho (?:xu ly|tiep nhan|xac minh)|tiep nhan/.test(told)) return "new";
  if (/dang|xac minh/.test(told)) return "verifying";
  return /da |xong|hoan thanh|chan|khoa|dong/.test(told) ? "handled" : null;
}

export function readKind(text: string): ComplaintKind | null {
  const told = foldVietnamese(text);
  if (!told) return null;
  if (/^s$/.test(told)) return "spam_sms";
  if (/^v$/.test(told)) return "spam_call";
  if (/^ld$/.test(told)) return "scam_call";
  if (/bts|tram/.test(told)) return "fake_station";
  if (/dinh danh|brandname|thuong hieu/.test(told)) return "fake_brandname";
  const scam = /lua|scam|gia (?:danh|mao)/.test(told);
  if (/tin|sms/.test(told)) return scam ? "scam_sms" : "spam_sms";
  if (/goi|call/.test(told)) return scam ? "scam_call" : "spam_call";
  return null;
}

export function readChannel(text: string): Channel | null {
  const told = foldVietnamese(text);
  if (/5656/.test(told)) return "sms_5656";
  if (/\b156\b/.test(told)) return "line_156";
  if (/app|ung dung|web|trang/.test(told)) return "app";
  if (/tong dai|hotline|1800|1900/.test(told)) return "hotline";
  if (/truc tiep|giao dich|quay/.test(told)) return "direct";
  return /xa|ubnd|thi tran/.test(told) ? "commune" : null;
}

const DAY_FIRST =
  /^(?:(\d{1,2})[:h](\d{2})(?::\d{2})?,? +)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,? +(\d{1,2})[:h](\d{2})(?::\d{2})?)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const OF_WORKBOOK = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} /;

/** `28/01/2025 09:30`, `09:30 28/01/2025`, `2025-01-28 09:30`, and a cell that is a date, as district time. */
export function readMoment(text: string): Date | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return moment(iso[1], iso[2], iso[3], iso[4], iso[5]);
  const local = DAY_FIRST.exec(text);
  if (local) {
    return moment(local[5], local[4], local[3], local[1] ?? local[6], local[2] ?? local[7]);
  }
  // A workbook knows no zone: its wall clock comes as if it were UTC.
  return OF_WORKBOOK.test(text)
    ? new Date(Math.round(Date.parse(text) / 60_000 - 420) * 60_000)
    : null;
}

function moment(year?: string, month?: string, day?: string, hour = "0", minute = "0") {
  const [y, m, d, h, min] = [year, month, day, hour, minute].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (h > 23 || min > 59) return null;
  const at = new Date(Date.UTC(y, m - 1, d, h - 7, min));
  const check = new Date(Date.UTC(y, m - 1, d));
  return check.getUTCDate() === d && check.getUTCMonth() === m - 1 ? at : null;
}
