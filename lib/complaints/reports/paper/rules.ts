import type { OfficialDocument } from "@/lib/documents/official/schema";
import { formatDay, formatInstant, isoDay } from "@/lib/time";
import { kindLabels } from "../../labels";
import { complaintKinds } from "../../schema";
import { columnLabels, extraLabels, reportStateLabels } from "../labels";
import { perThousand, totalOf } from "../rules";
import { columns, extras, type Figures, type Row } from "../schema";

type Report = {
  telco: { name: string };
  period: { name: string; startsOn: Date; endsOn: Date };
  editions: {
    number: number;
    at: Date;
    by: string;
    figures: Figures;
    note: string;
    reason: string;
  }[];
};

const spanOf = ({ startsOn, endsOn }: Report["period"]) =>
  `từ ngày ${formatDay(startsOn)} đến ngày ${formatDay(endsOn)}`;

/** The newest edition as a report of the telco to the district; null before there is one. */
export function periodDocument({ telco, period, editions }: Report): OfficialDocument | null {
  const [newest] = editions;
  if (!newest) return null;
  const { figures } = newest;
  const total = totalOf(figures);
  return {
    title: `Báo cáo kỳ ${period.name} ${telco.name}`,
    issuer: telco.name,
    number: null,
    symbol: "",
    place: "",
    date: isoDay(newest.at),
    type: "BÁO CÁO",
    subject: `Kết quả xử lý phản ánh tin nhắn rác, cuộc gọi rác, lừa đảo ${spanOf(period)}`,
    addressees: ["Ủy ban nhân dân huyện"],
    body: [
      { kind: "heading", level: 2, text: "1. Phản ánh tiếp nhận và xử lý" },
      {
        kind: "table",
        caption: "Phản ánh theo loại",
        columns: [
          { title: "Loại", width: 30 },
          ...columns.map((column) => ({
            title: columnLabels[column],
            width: 14,
            align: "right" as const,
          })),
        ],
        rows: complaintKinds.map((kind) => [
          kindLabels[kind],
          ...columns.map((column) => String(figures.rows[kind][column])),
        ]),
        total: ["Cộng", ...columns.map((column) => String(total[column]))],
      },
      { kind: "heading", level: 2, text: "2. Chặn lọc và yêu cầu của cơ quan chức năng" },
      ...extras.map((extra) => ({
        kind: "field" as const,
        label: extraLabels[extra],
        value: String(figures.extra[extra]),
      })),
      ...(newest.note
        ? [
            { kind: "heading" as const, level: 2 as const, text: "3. Đánh giá, kiến nghị" },
            { kind: "paragraph" as const, text: newest.note },
          ]
        : []),
      ...(newest.number > 1
        ? [
            {
              kind: "paragraph" as const,
              italic: true,
              text: `Sửa lần ${newest.number - 1}: ${newest.reason}`,
            },
          ]
        : []),
    ],
    closed: true,
    copies: ["Như trên;", "Lưu: VT."],
    signatures: [{ authority: ["GIÁM ĐỐC"], name: newest.by }],
    annexes: [],
  };
}

/** One telco's newest edition as plain figures, to go on with in a workbook; null before it is sent. */
export function reportSheet(report: Report) {
  const [newest] = report.editions;
  if (!newest) return null;
  const { figures } = newest;
  const line = (label: string, row: Row) => [label, ...columns.map((column) => row[column])];
  return {
    name: "Báo cáo kỳ",
    heading: [
      `BÁO CÁO KỲ ${report.period.name.toUpperCase()}`,
      report.telco.name,
      spanOf(report.period),
    ],
    columns: [
      { title: "Loại phản ánh", width: 32 },
      ...columns.map((column) => ({ title: columnLabels[column], width: 16 })),
    ],
    rows: [
      ...complaintKinds.map((kind) => line(kindLabels[kind], figures.rows[kind])),
      line("Cộng", totalOf(figures)),
      ...extras.map((extra) => [extraLabels[extra], figures.extra[extra]]),
      ...(figures.subscribers === null ? [] : [["Số thuê bao trên địa bàn", figures.subscribers]]),
    ],
  };
}

type Side = {
  telco: { name: string };
  state: keyof typeof reportStateLabels;
  sentAt: Date | null;
  figures: Figures | null;
};

/** Telcos side by side for a workbook; what is missing is a row of its own as well. */
export function periodSheet(period: Report["period"] & { dueAt: Date }, sides: Side[]) {
  return {
    name: "Báo cáo kỳ",
    heading: [
      `TỔNG HỢP BÁO CÁO KỲ ${period.name.toUpperCase()}`,
      `${spanOf(period)}, hạn ${formatInstant(period.dueAt)}`,
    ],
    columns: [
      { title: "Nhà mạng", width: 26 },
      { title: "Tình trạng", width: 16 },
      { title: "Gửi lúc", width: 18 },
      ...columns.map((column) => ({ title: columnLabels[column], width: 14 })),
      { title: "Tiếp nhận trên 1.000 thuê bao", width: 16 },
      ...extras.map((extra) => ({ title: extraLabels[extra], width: 16 })),
    ],
    rows: sides.map(({ telco, state, sentAt, figures }) => {
      const total = figures && totalOf(figures);
      return [
        telco.name,
        reportStateLabels[state].text,
        sentAt,
        ...columns.map((column) => total?.[column] ?? null),
        total ? perThousand(total.received, figures.subscribers) : null,
        ...extras.map((extra) => figures?.extra[extra] ?? null),
      ];
    }),
  };
}
