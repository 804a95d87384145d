import { formatSpan } from "@/lib/time";
import type { Hindrance } from "./rules";
import type {
  IncidentFilter,
  IncidentKind,
  IncidentPart,
  IncidentSign,
  IncidentState,
  Severity,
  StatutoryClass,
  Tlp,
} from "./schema";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";
type Label = { text: string; tone: Tone };

/** In the words of someone who is no expert. */
export const signLabels: Record<IncidentSign, { label: string; hint: string }> = {
  data_encryption: {
    label: "Tệp bị khóa, bị mã hóa",
    hint: "Không mở được tệp, đuôi tệp lạ, có thư đòi tiền",
  },
  defacement: {
    label: "Trang thông tin bị sửa",
    hint: "Trang web hiện hình, chữ lạ, quảng cáo cờ bạc",
  },
  phishing: {
    label: "Giả mạo, lừa đảo",
    hint: "Trang, thư, tin nhắn, cuộc gọi giả danh cơ quan",
  },
  malware: {
    label: "Máy nghi nhiễm mã độc",
    hint: "Phần mềm diệt virus báo, máy tự chạy, gửi thư lạ",
  },
  dos: { label: "Hệ thống bị nghẽn, không vào được", hint: "Nhiều người cùng không truy cập được" },
  unauthorized_access: {
    label: "Có người lạ vào tài khoản, hệ thống",
    hint: "Mật khẩu bị đổi, có đăng nhập lạ, mất quyền điều khiển",
  },
  data_leak: { label: "Lộ dữ liệu", hint: "Danh sách, hồ sơ, thông tin cá nhân bị đưa ra ngoài" },
  harmful_information: {
    label: "Tin giả, thông tin xấu độc",
    hint: "Bài đăng xuyên tạc, kích động đang lan truyền",
  },
  other: { label: "Việc khác", hint: "Không chắc cũng cứ báo" },
};

/** As Mẫu 05 of TT 20/2017 names them. */
export const kindLabels: Record<IncidentKind, string> = {
  dos: "Từ chối dịch vụ",
  phishing: "Tấn công giả mạo",
  malware: "Tấn công sử dụng mã độc",
  unauthorized_access: "Truy cập trái phép, chiếm quyền điều khiển",
  defacement: "Thay đổi giao diện",
  data_encryption: "Mã hóa phần mềm, dữ liệu, thiết bị",
  data_destruction: "Phá hoại thông tin, dữ liệu, phần mềm",
  espionage: "Nghe trộm, gián điệp, lấy cắp thông tin, dữ liệu",
  combined: "Tấn công tổng hợp",
  other: "Các hình thức khác",
};

export const stateLabels: Record<IncidentState, Label> = {
  received: { text: "Mới báo", tone: "danger" },
  verified: { text: "Đã xác minh", tone: "warning" },
  containing: { text: "Đang ngăn chặn", tone: "warning" },
  eradicating: { text: "Đang xử lý, gỡ bỏ", tone: "info" },
  recovering: { text: "Đang khôi phục", tone: "info" },
  review: { text: "Tổng kết, đánh giá", tone: "info" },
  closed: { text: "Đã kết thúc", tone: "success" },
  rejected: { text: "Không phải sự cố", tone: "neutral" },
  merged: { text: "Đã gộp", tone: "neutral" },
};

/** What the button says that brings a case there. */
export const moveLabels: Record<IncidentState, string> = {
  received: "Mở lại để xem xét",
  verified: "Xác minh là sự cố",
  containing: "Chuyển sang ngăn chặn",
  eradicating: "Đã ngăn chặn, chuyển sang gỡ bỏ",
  recovering: "Đã gỡ bỏ, chuyển sang khôi phục",
  review: "Đã khôi phục, chuyển sang tổng kết",
  closed: "Kết thúc sự cố",
  rejected: "Không phải sự cố",
  merged: "Gộp vào sự cố khác",
};

export const severityLabels: Record<Severity, Label> = {
  low: { text: "Thấp", tone: "neutral" },
  medium: { text: "Trung bình", tone: "info" },
  high: { text: "Cao", tone: "warning" },
  critical: { text: "Rất cao", tone: "danger" },
};

export const classLabels: Record<StatutoryClass, string> = {
  ordinary: "Thông thường",
  serious: "Nghiêm trọng",
};

export const tlpLabels: Record<Tlp, { text: string; meaning: string }> = {
  clear: { text: "TLP:CLEAR", meaning: "Công khai được" },
  green: { text: "TLP:GREEN", meaning: "Chia sẻ trong các cơ quan, đơn vị" },
  amber: { text: "TLP:AMBER", meaning: "Chỉ đơn vị liên quan và nơi cần biết" },
  amber_strict: { text: "TLP:AMBER+STRICT", meaning: "Chỉ các đơn vị trong vụ việc; ghi lượt xem" },
  red: {
    text: "TLP:RED",
    meaning: "Chỉ các đơn vị trong vụ việc, không chuyển tiếp; ghi lượt xem",
  },
};

export const partLabels: Record<IncidentPart, string> = {
  reporter: "Đơn vị báo",
  handler: "Đơn vị xử lý",
  police: "Công an",
  support: "Hỗ trợ kỹ thuật",
  merged: "Cùng báo sự việc",
};

export const hindranceWords: Record<Hindrance, string> = {
  "no-way": "Sự cố đã sang bước khác. Tải lại trang để xem.",
  "nobody-handles": "Chưa có đơn vị nào tiếp nhận. Bấm “Tiếp nhận sự cố” trước.",
  "needs-reason": "Ghi lý do.",
  "mandatory-tasks": "Còn việc bắt buộc chưa xong, chưa kết thúc được.",
  "needs-resolution": "Ghi kết quả xử lý trước khi kết thúc.",
  "needs-closing-report":
    "Sự cố đã có báo cáo ban đầu (Mẫu 03): lập báo cáo kết thúc (Mẫu 04) trước khi kết thúc.",
};

/** `12 phút`, or a dash where it is not there yet. */
export const durationWords = (ms: number | null) => (ms === null ? "–" : formatSpan(ms));

/** The list under this filter; what is usual stays out of the address. */
export function incidentAddress(filter: Partial<IncidentFilter>) {
  const { show, state, kind, severity, unit, view, sort, q, page, drill } = filter;
  const entries = {
    show: show === "open" ? "" : show,
    state,
    kind,
    severity,
    unit,
    drill,
    view: view === "list" ? "" : view,
    sort: sort === "newest" ? "" : sort,
    q,
    page: page && page > 1 ? String(page) : "",
  };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/incidents?${text}` : "/incidents";
}

export const showLabels: Record<IncidentFilter["show"], string> = {
  open: "Đang xử lý",
  overdue: "Quá hạn báo cáo",
  escalated: "Vượt khả năng",
  done: "Đã khép lại",
  all: "Tất cả",
};
