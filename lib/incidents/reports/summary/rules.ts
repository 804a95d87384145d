import type { OfficialDocument } from "@/lib/documents/official/schema";
import { isoDay } from "@/lib/time";
import type { KindFigures } from "../../case/queries";
import { kindLabels } from "../../labels";
import { incidentKinds } from "../../schema";
import type { SummaryQuery } from "./schema";

type Summary = {
  query: SummaryQuery;
  figures: KindFigures[];
  helpers: string[];
  issuer: string;
  at: Date;
};

/** TT 20/2017/TT-BTTTT, Mẫu 05: a line for each kind of the law, also where nothing happened. */
export function summaryDocument({
  query,
  figures,
  helpers,
  issuer,
  at,
}: Summary): OfficialDocument {
  const lines = incidentKinds.map((kind) => {
    const found = figures.find((row) => row.kind === kind);
    return {
      kind,
      total: found?.total ?? 0,
      handledAlone: found?.handledAlone ?? 0,
      withHelp: found?.withHelp ?? 0,
      reportedUp: found?.reportedUp ?? 0,
    };
  });
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    String(lines.reduce((total, line) => total + of(line), 0));
  return {
    title: `Báo cáo tổng hợp sự cố ${dayWords(query.from)} - ${dayWords(query.to)}`,
    issuer,
    number: null,
    symbol: "",
    place: "",
    date: isoDay(at),
    type: "BÁO CÁO TỔNG HỢP VỀ HOẠT ĐỘNG TIẾP NHẬN VÀ XỬ LÝ SỰ CỐ",
    subject: `Từ ngày ${dayWords(query.from)} đến ngày ${dayWords(query.to)} (Mẫu số 05, Thông tư số 20/2017/TT-BTTTT)`,
    addressees: ["Cơ quan điều phối quốc gia về ứng cứu sự cố an toàn thông tin mạng"],
    body: [
      { kind: "heading", level: 2, text: "1. Số lượng sự cố và cách thức xử lý" },
      {
        kind: "table",
        caption: "Số lượng sự cố và cách thức xử lý",
        columns: [
          { title: "TT", width: 1, align: "center" },
          { title: "Loại sự cố, tấn công mạng", width: 4.6 },
          { title: "Số lượng", width: 1.7, align: "center" },
          { title: "Tự xử lý", width: 1.7, align: "center" },
          { title: "Có hỗ trợ của tổ chức khác", width: 2.2, align: "center" },
          { title: "Có hỗ trợ của tổ chức nước ngoài", width: 2.2, align: "center" },
          { title: "Đã báo cáo cơ quan điều phối", width: 2.2, align: "center" },
          { title: "Thiệt hại ước tính", width: 2, align: "center" },
        ],
        rows: lines.map((line, index) => [
          String(index + 1),
          kindLabels[line.kind],
          String(line.total),
          String(line.handledAlone),
          String(line.withHelp),
          "",
          String(line.reportedUp),
          "",
        ]),
        total: [
          "",
          "Tổng số",
          sum(({ total }) => total),
          sum(({ handledAlone }) => handledAlone),
          sum(({ withHelp }) => withHelp),
          "",
          sum(({ reportedUp }) => reportedUp),
          "",
        ],
      },
      { kind: "heading", level: 2, text: "2. Tổ chức hỗ trợ xử lý sự cố" },
      { kind: "field", label: "Tổ chức trong nước", value: helpers.join("\n") || null },
      { kind: "field", label: "Tổ chức nước ngoài", value: null },
      { kind: "heading", level: 2, text: "3. Đề xuất, kiến nghị" },
      { kind: "field", label: "Nội dung", value: null },
    ],
    closed: false,
    copies: ["Như trên;", "Lưu: VT."],
    signatures: [{ authority: ["Thủ trưởng đơn vị"], name: "" }],
    annexes: [],
  };
}

const dayWords = (iso: string) => iso.split("-").reverse().join("/");
