import type { Column, Extra } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const columnLabels: Record<Column, string> = {
  opening: "Tồn đầu kỳ",
  received: "Tiếp nhận",
  resolved: "Đã xử lý",
  rejected: "Không xử lý, chuyển mạng",
  closing: "Còn lại",
};

export const extraLabels: Record<Extra, string> = {
  blockedOneWay: "Nguồn chặn một chiều",
  blockedTwoWay: "Nguồn chặn hai chiều",
  terminated: "Nguồn chấm dứt dịch vụ",
  smsBlocked: "Tin nhắn chặn tự động",
  callsBlocked: "Cuộc gọi chặn tự động",
  requestsReceived: "Yêu cầu của cơ quan chức năng",
  requestsDone: "Yêu cầu đã thực hiện",
  requestsLate: "Yêu cầu quá hạn",
};

export const reportStateLabels = {
  sent: { text: "Đã gửi", tone: "success" },
  late: { text: "Gửi muộn", tone: "warning" },
  returned: { text: "Bị trả lại", tone: "warning" },
  missing: { text: "Thiếu, quá hạn", tone: "danger" },
  waiting: { text: "Chưa gửi", tone: "info" },
} as const satisfies Record<string, { text: string; tone: Tone }>;
