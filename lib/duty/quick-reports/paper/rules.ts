import { formatInstant } from "@/lib/time";
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
