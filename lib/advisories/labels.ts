import type { AdvisorySeverity, HandlingState, Rhythm } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const rhythmLabels: Record<Rhythm, { text: string; tone: Tone }> = {
  urgent: { text: "Khẩn", tone: "danger" },
  weekly: { text: "Tuần", tone: "neutral" },
  monthly: { text: "Tháng", tone: "neutral" },
};

export const advisorySeverityLabels: Record<AdvisorySeverity, { text: string; tone: Tone }> = {
  critical: { text: "Nghiêm trọng", tone: "danger" },
  high: { text: "Cao", tone: "warning" },
  medium: { text: "Trung bình", tone: "info" },
  low: { text: "Thấp", tone: "neutral" },
};

export const handlingLabels: Record<HandlingState, { text: string; tone: Tone }> = {
  unseen: { text: "Chưa xem", tone: "danger" },
  seen: { text: "Đã xem", tone: "warning" },
  assessing: { text: "Đang đánh giá", tone: "info" },
  handling: { text: "Đang xử lý", tone: "info" },
  done: { text: "Đã xử lý", tone: "success" },
  not_applicable: { text: "Không áp dụng", tone: "neutral" },
  accepted: { text: "Chấp nhận rủi ro", tone: "warning" },
};

/** `Công văn 56/CATTT-NCSC`, or what it is about while it has no number. */
export const advisoryName = ({ number, subject }: { number: string; subject: string }) =>
  number ? `${number} · ${subject}` : subject;

/** What was done to a handling, beside answering. */
export const stepLabels: Record<string, string> = {
  seen: "Đã xem",
  not_applicable: "Không áp dụng",
  accept: "Chấp nhận rủi ro",
  owner: "Cử người chịu trách nhiệm",
  review: "Huyện xác nhận",
  send_back: "Huyện yêu cầu làm lại",
  reopen: "Trở lại chờ xử lý",
};
