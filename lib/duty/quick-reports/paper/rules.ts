import type { Block, OfficialDocument } from "@/lib/documents/official/schema";
import { placeOf, superiorOf } from "@/lib/organization/rules";
import { formatInstant, isoDay } from "@/lib/time";
import { logLabels } from "../../log/labels";
import { quickReportLabels } from "../labels";
import { noteworthy } from "../rules";
import type { Facts, QuickReportState } from "../schema";

type Row = {
  unit: string;
  kind: string;
  unitPhone: string | null;
  dutyName: string | null;
  dutyPhone: string | null;
  state: QuickReportState;
  filedAt: Date | null;
  nil: boolean;
  edition: number;
  facts: Facts | null;
  situation: string | null;
  openPoints: string | null;
  proposals: string | null;
  writtenBy: string | null;
};

const columns = [
  { title: "STT", width: 6 },
  { title: "Đơn vị", width: 30 },
  { title: "Nhóm", width: 20 },
  { title: "Tình trạng", width: 16 },
  { title: "Gửi lúc", width: 18 },
  { title: "Nội dung", width: 16 },
  ...noteworthy.map((kind) => ({ title: logLabels[kind].text, width: 12 })),
  { title: "Sự cố đã báo cáo", width: 12 },
  { title: "Tình hình", width: 60 },
  { title: "Việc còn tồn", width: 40 },
  { title: "Kiến nghị", width: 40 },
  { title: "Người báo cáo", width: 24 },
  { title: "Điện thoại", width: 16 },
];

/** The quick reports of one due time, a unit a line, for a workbook. */
export function quickReportSheet(campaign: string, dueAt: Date, rows: Row[]) {
  return {
    name: "Báo cáo nhanh",
    heading: [`BÁO CÁO NHANH ${formatInstant(dueAt)}`, campaign],
    columns,
    rows: rows.map((row, index) => [
      index + 1,
      row.unit,
      row.kind,
      quickReportLabels[row.state].text,
      row.filedAt,
      contentOf(row),
      ...noteworthy.map((kind) => row.facts?.log[kind] ?? null),
      row.facts?.incidents.reported ?? null,
      row.situation ?? "",
      row.openPoints ?? "",
      row.proposals ?? "",
      row.writtenBy ?? row.dutyName ?? "",
      row.dutyPhone ?? row.unitPhone ?? "",
    ]),
  };
}

function contentOf({ filedAt, nil, edition }: Row) {
  if (!filedAt) return "";
  const corrected = edition > 1 ? `, đính chính ${edition - 1} lần` : "";
  return (nil ? "Không phát sinh" : "Có nội dung") + corrected;
}

type Report = {
  dueAt: Date;
  countedFrom: Date | null;
  countedTo: Date | null;
  unit: { name: string; parent: { name: string } | null };
  campaign: { name: string; createdBy: { unit: { name: string } } };
  editions: {
    number: number;
    at: Date;
    writtenBy: string;
    nil: boolean;
    situation: string;
    openPoints: string;
    proposals: string;
    reason: string;
    facts: Facts;
  }[];
};

/** The newest edition as it is handed in on paper; null before there is one. */
export function quickReportDocument(report: Report): OfficialDocument | null {
  const { unit, campaign, dueAt, countedFrom, countedTo } = report;
  const [newest] = report.editions;
  if (!newest) return null;
  const { number, at, writtenBy, nil, situation, openPoints, proposals, reason, facts } = newest;
  const part = (title: string, text: string): Block[] => [
    { kind: "heading", level: 2, text: title },
    { kind: "paragraph", text },
  ];
  return {
    title: `Báo cáo nhanh ${unit.name}, kỳ ${formatInstant(dueAt)}`,
    superior: superiorOf(unit),
    issuer: unit.name,
    number: null,
    symbol: "",
    place: placeOf(unit),
    date: isoDay(at),
    type: "BÁO CÁO NHANH",
    subject: `Tình hình trực ${campaign.name}, kỳ ${formatInstant(dueAt)}`,
    addressees: [campaign.createdBy.unit.name],
    body: [
      ...(countedFrom && countedTo
        ? [
            {
              kind: "paragraph" as const,
              text: `Số liệu từ ${formatInstant(countedFrom)} đến ${formatInstant(countedTo)}.`,
            },
          ]
        : []),
      { kind: "heading", level: 2, text: "1. Người trực và sổ trực" },
      ...factFields(facts),
      ...part("2. Tình hình", nil ? "Không phát sinh." : situation),
      ...part("3. Việc còn tồn", openPoints || "Không có."),
      ...part("4. Kiến nghị", proposals || "Không có."),
      ...(reason
        ? [
            {
              kind: "paragraph" as const,
              italic: true,
              text: `Đính chính lần ${number - 1}: ${reason}`,
            },
          ]
        : []),
    ],
    closed: true,
    copies: ["Như trên", "Lưu: VT"],
    signatures: [
      { authority: ["Người báo cáo"], name: writtenBy, note: "(Ký, ghi rõ họ tên)" },
      { authority: ["Thủ trưởng đơn vị"], name: "", note: "(Ký, ghi rõ họ tên)" },
    ],
    annexes: [],
  };
}

/** What the log counted and who was on duty: shown, never typed. */
function factFields({ onDuty, log, incidents, missedCheckIns }: Facts): Block[] {
  const field = (label: string, value: string): Block => ({ kind: "field", label, value });
  return [
    field(
      "Người trực",
      onDuty.map(({ name, title }) => (title ? `${name} (${title})` : name)).join("; ") ||
        "Không có người trực",
    ),
    field(
      "Theo sổ trực",
      noteworthy.map((kind) => `${logLabels[kind].text.toLowerCase()} ${log[kind]}`).join("; "),
    ),
    field("Sự cố", `${incidents.reported} báo cáo trong kỳ, ${incidents.open} đang xử lý`),
    ...(missedCheckIns > 0 ? [field("Ca nhận muộn hoặc không nhận", String(missedCheckIns))] : []),
  ];
}
