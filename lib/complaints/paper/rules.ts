import { channelLabels, kindLabels, sourceLabels, stateLabels } from "../labels";
import type { Channel, ComplaintKind, ComplaintState } from "../schema";
import type { SourceKind } from "../sources/schema";

type Row = {
  code: string;
  telco: string;
  enteredByUnit: string;
  channel: Channel;
  kind: ComplaintKind;
  sourceKind: SourceKind | null;
  sourceValue: string | null;
  content: string;
  receivedAt: Date;
  dueAt: Date;
  closedAt: Date | null;
  state: ComplaintState;
  stateReason: string;
  late: boolean;
};

/** The list for a workbook: every cell is text or a figure, none a formula. */
export function complaintSheet(rows: Row[]) {
  return {
    name: "Phản ánh",
    heading: ["DANH SÁCH PHẢN ÁNH TIN RÁC, LỪA ĐẢO"],
    columns: [
      { title: "Mã", width: 18 },
      { title: "Nhà mạng", width: 14 },
      { title: "Đơn vị nhập", width: 20 },
      { title: "Kênh", width: 22 },
      { title: "Loại", width: 22 },
      { title: "Loại nguồn", width: 16 },
      { title: "Nguồn", width: 28 },
      { title: "Nội dung", width: 60 },
      { title: "Tiếp nhận", width: 18 },
      { title: "Hạn", width: 18 },
      { title: "Xong", width: 18 },
      { title: "Tình trạng", width: 22 },
      { title: "Kết quả", width: 40 },
      { title: "Đúng hạn", width: 10 },
    ],
    rows: rows.map((row) => [
      row.code,
      row.telco,
      row.enteredByUnit,
      channelLabels[row.channel],
      kindLabels[row.kind],
      row.sourceKind ? sourceLabels[row.sourceKind] : "",
      row.sourceValue ?? "",
      row.content,
      row.receivedAt,
      row.dueAt,
      row.closedAt,
      stateLabels[row.state].text,
      row.stateReason,
      row.late ? "Muộn" : "",
    ]),
  };
}
