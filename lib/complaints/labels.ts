import type { Channel, ComplaintFilter, ComplaintKind, ComplaintState, SourceStep } from "./schema";
import type { SourceKind } from "./sources/schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const channelLabels: Record<Channel, string> = {
  sms_5656: "Đầu số 5656",
  line_156: "Đầu số 156",
  app: "Ứng dụng, trang web",
  hotline: "Tổng đài nhà mạng",
  direct: "Trực tiếp tại điểm giao dịch",
  commune: "Qua UBND xã, thị trấn",
};

export const kindLabels: Record<ComplaintKind, string> = {
  spam_sms: "Tin nhắn rác",
  spam_call: "Cuộc gọi rác",
  scam_sms: "Tin nhắn lừa đảo",
  scam_call: "Cuộc gọi lừa đảo",
  fake_brandname: "Giả mạo tên định danh",
  fake_station: "Trạm BTS giả",
};

export const stateLabels: Record<ComplaintState, { text: string; tone: Tone }> = {
  new: { text: "Mới", tone: "info" },
  verifying: { text: "Đang xác minh", tone: "warning" },
  handled: { text: "Đã xử lý", tone: "success" },
  rejected: { text: "Không xử lý", tone: "neutral" },
  passed: { text: "Đã chuyển công an", tone: "success" },
  routed: { text: "Đã chuyển nhà mạng khác", tone: "neutral" },
};

export const stepLabels: Record<SourceStep, string> = {
  verified: "Đã xác minh",
  warned: "Đã nhắc nhở, cảnh báo",
  blocked_one_way: "Chặn một chiều",
  blocked_two_way: "Chặn hai chiều",
  terminated: "Chấm dứt dịch vụ, thu hồi",
  not_in_network: "Không thuộc mạng",
};

export const sourceLabels: Record<SourceKind, string> = {
  phone: "Số điện thoại",
  short_code: "Đầu số ngắn",
  brandname: "Tên định danh",
  url: "Đường dẫn",
  domain: "Tên miền",
  email: "Thư điện tử",
  other: "Nguồn khác",
};

export const showLabels: Record<ComplaintFilter["show"], string> = {
  open: "Chưa xong",
  overdue: "Quá hạn",
  done: "Đã xong",
  all: "Tất cả",
};

export const entryLabels: Record<string, string> = {
  enter: "Tiếp nhận",
  verify: "Bắt đầu xác minh",
  handle: "Đã xử lý",
  reject: "Không xử lý",
  pass: "Chuyển công an",
  route: "Chuyển nhà mạng khác",
  measure: "Áp dụng biện pháp",
  reopen: "Mở lại",
};

/** Không rõ nguồn is told in words: a fake station has none. */
export const sourceWords = (of: { sourceValue: string | null; kind: ComplaintKind }) =>
  of.sourceValue ?? (of.kind === "fake_station" ? "Trạm giả, không có số" : "Không rõ nguồn");

export function complaintAddress(filter: Partial<ComplaintFilter>) {
  const { show, state, kind, channel, telco, q, after } = filter;
  const entries = {
    show: show === "open" ? "" : show,
    state,
    kind,
    channel,
    telco,
    import: filter.import,
    q,
    after,
  };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/complaints?${text}` : "/complaints";
}

/** What is done in this domain, for the trail. */
export const complaintActions: Record<string, string> = {
  "complaint.enter": "Nhập phản ánh",
  "complaint.verify": "Bắt đầu xác minh phản ánh",
  "complaint.measure": "Áp dụng biện pháp với nguồn",
  "complaint.handle": "Kết thúc xử lý phản ánh",
  "complaint.reject": "Không xử lý phản ánh",
  "complaint.pass": "Chuyển phản ánh cho công an",
  "complaint.route": "Chuyển phản ánh cho nhà mạng khác",
  "complaint.reopen": "Mở lại phản ánh",
  "complaint.reveal": "Xem người phản ánh",
  "complaint.export": "Xuất danh sách phản ánh",
  "complaint.erase": "Xóa dữ liệu người phản ánh hết hạn lưu",
  "complaint.settings": "Đặt thời hạn xử lý và lưu phản ánh",
  "complaint-keys.rotate": "Đổi khóa mã hóa người phản ánh",
  "complaint-import.upload": "Tải tệp phản ánh lên",
  "complaint-import.take": "Nhập phản ánh từ tệp",
  "complaint-import.undo": "Hoàn tác một lần nhập phản ánh",
  "complaint-import.discard": "Bỏ tệp phản ánh",
  "source.warn": "Cảnh báo xã về một nguồn",
  "source.acknowledge": "Xác nhận đã nhận cảnh báo nguồn",
  "authority-request.send": "Gửi yêu cầu xử lý",
  "authority-request.answer": "Trả lời yêu cầu xử lý",
  "authority-request.raise-late": "Báo động yêu cầu xử lý quá hạn",
  "period-report.ask": "Yêu cầu báo cáo kỳ",
  "period-report.send": "Gửi báo cáo kỳ",
  "period-report.amend": "Sửa báo cáo kỳ",
  "period-report.return": "Trả lại báo cáo kỳ",
  "period-report.raise-missing": "Báo động thiếu báo cáo kỳ",
  "infrastructure.file": "Báo cáo hạ tầng",
  "infrastructure.nil": "Báo cáo hạ tầng: không phát sinh",
  "outage.report": "Ghi sự cố mất liên lạc",
  "outage.end": "Ghi khắc phục mất liên lạc",
};
