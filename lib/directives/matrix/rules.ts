import type { Sheet } from "@/lib/documents/workbook";
import { assignmentLabels, timelinessLabels } from "../assignments/labels";
import type { FollowUp } from "./queries";

type Heading = { title: string; subject: string; takenAt: string };

/** The follow-up of one directive as a workbook: one sheet per unit, one per obligation and unit. */
export function followUpSheets({ title, subject, takenAt }: Heading, rows: FollowUp[]): Sheet[] {
  const heading = [title, subject, `Số liệu lúc ${takenAt}`];
  return [unitSheet(heading, rows), detailSheet(heading, rows)];
}

function unitSheet(heading: string[], rows: FollowUp[]): Sheet {
  const units = new Map<string, FollowUp[]>();
  for (const row of rows) units.set(row.unit, [...(units.get(row.unit) ?? []), row]);
  return {
    name: "Theo đơn vị",
    heading,
    columns: [
      { title: "STT", width: 6 },
      { title: "Đơn vị", width: 38 },
      { title: "Nhóm", width: 22 },
      { title: "Đã xem", width: 18 },
      { title: "Tiếp nhận", width: 18 },
      { title: "Cán bộ đầu mối", width: 26 },
      { title: "Điện thoại", width: 16 },
      { title: "Số nhiệm vụ", width: 12 },
      { title: "Đã báo cáo", width: 12 },
      { title: "Đạt", width: 10 },
      { title: "Quá hạn", width: 10 },
    ],
    rows: [...units.entries()].map(([unit, own], index) => [
      index + 1,
      unit,
      own[0]?.kind ?? null,
      own[0]?.openedAt ?? null,
      own[0]?.acknowledgedAt ?? null,
      own[0]?.contactName ?? null,
      own[0]?.contactPhone ?? own[0]?.phone ?? null,
      own.length,
      own.filter((row) => row.reportedAt).length,
      own.filter((row) => row.acceptedAt).length,
      own.filter((row) => row.timeliness === "overdue").length,
    ]),
  };
}

function detailSheet(heading: string[], rows: FollowUp[]): Sheet {
  return {
    name: "Theo nhiệm vụ",
    heading,
    columns: [
      { title: "Đơn vị", width: 36 },
      { title: "Nhiệm vụ", width: 60 },
      { title: "Vai trò", width: 12 },
      { title: "Thời hạn", width: 18 },
      { title: "Hạn trước gia hạn", width: 18 },
      { title: "Trạng thái", width: 18 },
      { title: "Tiến độ", width: 16 },
      { title: "Báo cáo lúc", width: 18 },
      { title: "Nội dung báo cáo gần nhất", width: 50 },
      { title: "Số tệp minh chứng", width: 12 },
    ],
    rows: rows.map((row) => [
      row.unit,
      row.obligation,
      row.role === "lead" ? "Chủ trì" : "Phối hợp",
      row.dueAt,
      row.originalDueAt,
      row.nilReport ? "Không phát sinh" : assignmentLabels[row.state].text,
      timelinessLabels[row.timeliness].text,
      row.reportedAt,
      row.lastReport,
      row.evidence,
    ]),
  };
}
