export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** Each kind of notice and how loud it is. A new kind is named here first. */
export const noticeKinds = {
  "directive.recall": { label: "Thu hồi", tone: "danger" },
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
} as const satisfies Record<string, { label: string; tone: Tone }>;

export type NoticeKind = keyof typeof noticeKinds;

/** A kind written by a later version is shown plainly. */
export const noticeLabel = (kind: string): { label: string; tone: Tone } =>
  (noticeKinds as Record<string, { label: string; tone: Tone }>)[kind] ?? {
    label: "Thông báo",
    tone: "neutral",
  };
