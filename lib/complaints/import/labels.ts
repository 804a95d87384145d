import type { ImportField } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const fieldLabels: Record<ImportField, string> = {
  receivedAt: "Ngày giờ tiếp nhận",
  kind: "Loại phản ánh",
  source: "Nguồn bị phản ánh",
  content: "Nội dung",
  channel: "Kênh tiếp nhận",
  ownId: "Mã của nhà mạng",
  state: "Tình trạng xử lý",
  closedAt: "Ngày giờ xử lý xong",
  reason: "Kết quả, lý do",
  name: "Họ tên người phản ánh",
  phone: "Điện thoại người phản ánh",
  address: "Địa chỉ người phản ánh",
};

export const importLabels: Record<string, { text: string; tone: Tone }> = {
  uploaded: { text: "Chờ nhập", tone: "info" },
  running: { text: "Đang nhập", tone: "warning" },
  done: { text: "Đã nhập", tone: "success" },
  failed: { text: "Không nhập được", tone: "danger" },
  undone: { text: "Đã hoàn tác", tone: "neutral" },
};
