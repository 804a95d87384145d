import type { DirectiveState, Measure } from "./schema";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const stateLabels: Record<DirectiveState, { text: string; tone: Tone }> = {
  draft: { text: "Dự thảo", tone: "neutral" },
  for_signature: { text: "Chờ ký", tone: "warning" },
  issued: { text: "Đang thực hiện", tone: "info" },
  closed: { text: "Đã kết thúc", tone: "success" },
  recalled: { text: "Đã thu hồi", tone: "danger" },
};

export const measureLabels: Record<Measure, string> = {
  watch: "Trực 24/7",
  sweep: "Rà soát máy chủ, máy trạm",
  advisories: "Xử lý văn bản cảnh báo",
  awareness: "Tuyên truyền",
  infrastructure: "Hạ tầng viễn thông",
  blocking: "Chặn lọc",
  complaints: "Phản ánh tin rác, lừa đảo",
  authority_requests: "Yêu cầu của cơ quan chức năng",
  free: "Báo cáo bằng lời",
};

/** Parts of a document that a reading may have left empty. */
export const doubtLabels: Record<string, string> = {
  number: "Số văn bản",
  symbol: "Ký hiệu",
  place: "Địa danh",
  date: "Ngày ban hành",
  issuer: "Cơ quan ban hành",
  subject: "Trích yếu",
  basis: "Căn cứ",
  addressees: "Kính gửi",
  sections: "Nhiệm vụ",
  recipients: "Đơn vị nhận nhiệm vụ",
  supportContacts: "Đầu mối hỗ trợ",
  signer: "Người ký",
  copies: "Nơi nhận",
  deadlines: "Thời hạn",
};

/** `Số 05/UBND-VH`, or `Chưa có số` while it is a draft. A number below ten has a leading zero. */
export function documentNumber(directive: { number: number | null; symbol: string }) {
  if (directive.number === null)
    return directive.symbol ? `Số …/${directive.symbol}` : "Chưa có số";
  return `Số ${String(directive.number).padStart(2, "0")}/${directive.symbol}`;
}

/** The same within a sentence. */
export const numberInSentence = (directive: { number: number | null; symbol: string }) =>
  documentNumber(directive).replace(/^Số /, "văn bản số ");

/** A trích yếu begins in lower case after "V/v"; standing alone it is a title. */
export const subjectTitle = (subject: string) =>
  subject.charAt(0).toLocaleUpperCase("vi") + subject.slice(1);
