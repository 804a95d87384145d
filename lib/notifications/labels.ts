export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** Each kind of notice and how loud it is. A new kind is named here first. */
export const noticeKinds = {
  "directive.recall": { label: "Thu hồi", tone: "danger" },
  "directive.replace": { label: "Văn bản thay thế", tone: "warning" },
  "directive.return": { label: "Đơn vị trả lại", tone: "warning" },
  "directive.return-decided": { label: "Huyện trả lời việc trả lại", tone: "info" },
  "extension.ask": { label: "Xin gia hạn", tone: "warning" },
  "extension.decide": { label: "Trả lời xin gia hạn", tone: "info" },
  "question.ask": { label: "Câu hỏi của đơn vị", tone: "info" },
  "question.answer": { label: "Huyện trả lời", tone: "info" },
  "periodic.missing": { label: "Thiếu báo cáo định kỳ", tone: "danger" },
  "quick-report.missing": { label: "Thiếu báo cáo nhanh", tone: "danger" },
  "reminder.due": { label: "Nhắc hạn", tone: "warning" },
  "reminder.overdue": { label: "Quá hạn", tone: "danger" },
  "reminder.unseen": { label: "Chưa tiếp nhận", tone: "warning" },
  "reminder.district": { label: "Cần gọi", tone: "warning" },
  "reorganisation.moved": { label: "Sắp xếp đơn vị", tone: "info" },
  "reorganisation.undone": { label: "Sắp xếp đơn vị", tone: "info" },
  "campaign.open": { label: "Đợt cao điểm", tone: "info" },
  "roster.submitted": { label: "Lịch trực gửi xem trước", tone: "info" },
  "roster.returned": { label: "Lịch trực cần sửa", tone: "warning" },
  "roster.published": { label: "Lịch trực", tone: "info" },
  "shift.given": { label: "Ca trực mới", tone: "info" },
  "shift.taken": { label: "Thôi ca trực", tone: "info" },
  "swap.asked": { label: "Xin đổi ca", tone: "info" },
  "swap.consented": { label: "Đổi ca chờ duyệt", tone: "info" },
  "swap.applied": { label: "Đã đổi ca", tone: "success" },
  "swap.ended": { label: "Không đổi ca", tone: "warning" },
  "duty.missed_check_in": { label: "Chưa nhận ca", tone: "danger" },
  "duty.unsigned_handover": { label: "Chưa bàn giao ca", tone: "danger" },
  "duty.missed_mid_check": { label: "Chưa điểm danh giữa ca", tone: "danger" },
  "incident.report": { label: "Sự cố mới", tone: "danger" },
  "incident.escalate": { label: "Sự cố vượt khả năng", tone: "danger" },
  "incident.assign": { label: "Phân công sự cố", tone: "info" },
  "incident.task": { label: "Việc trong sự cố", tone: "info" },
  "incident.state": { label: "Diễn biến sự cố", tone: "info" },
  "incident.due": { label: "Hạn báo cáo sự cố", tone: "warning" },
  "incident.overdue": { label: "Quá hạn báo cáo sự cố", tone: "danger" },
  "incident.match": { label: "Dấu hiệu trùng", tone: "warning" },
  "incident.warning": { label: "Cảnh báo nhanh", tone: "danger" },
  "advisory.sent": { label: "Cảnh báo", tone: "warning" },
  "advisory.urgent": { label: "Cảnh báo khẩn", tone: "danger" },
  "advisory.exploited": { label: "Đang bị khai thác", tone: "danger" },
  "advisory.sent-back": { label: "Xử lý lại cảnh báo", tone: "warning" },
  "advisory.risk-expired": { label: "Hết hạn rủi ro", tone: "danger" },
  "advisory.overdue": { label: "Quá hạn cảnh báo", tone: "danger" },
  "advisory.gate": { label: "Trước đợt cao điểm", tone: "danger" },
  "sweep.opened": { label: "Rà soát", tone: "warning" },
  "sweep.missing": { label: "Chưa rà soát", tone: "danger" },
  "drill.inject": { label: "Diễn tập", tone: "warning" },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export type NoticeKind = keyof typeof noticeKinds;

/** A kind written by a later version is shown plainly. */
export const noticeLabel = (kind: string): { label: string; tone: Tone } =>
  (noticeKinds as Record<string, { label: string; tone: Tone }>)[kind] ?? {
    label: "Thông báo",
    tone: "neutral",
  };
