import type { Tone } from "../labels";
import { type SpanUnit, spanOf } from "./rules";
import type { DeadlineDuty, DeadlineState, DeadlineTrigger } from "./schema";

export const dutyLabels: Record<DeadlineDuty, string> = {
  acknowledgement: "Xác nhận đã nhận báo cáo",
  notice: "Thông báo sự cố",
  initial: "Báo cáo ban đầu (Mẫu 03)",
  cause: "Báo cáo nguyên nhân, phạm vi, biện pháp",
  closing: "Báo cáo kết thúc (Mẫu 04)",
};

const dutyNames: Record<string, string> = dutyLabels;
export const dutyLabel = (duty: string) => dutyNames[duty] ?? duty;

export const triggerLabels: Record<DeadlineTrigger, string> = {
  detected: "từ lúc phát hiện",
  escalated: "từ lúc vượt khả năng",
  ended: "từ lúc kết thúc ứng phó",
};

const triggerNames: Record<string, string> = triggerLabels;
export const triggerLabel = (trigger: string) => triggerNames[trigger] ?? trigger;

export const deadlineLabels: Record<DeadlineState, { text: string; tone: Tone }> = {
  on_time: { text: "Đúng hạn", tone: "success" },
  late: { text: "Muộn", tone: "warning" },
  waiting: { text: "Còn hạn", tone: "neutral" },
  due_soon: { text: "Sắp đến hạn", tone: "warning" },
  overdue: { text: "Quá hạn", tone: "danger" },
  dropped: { text: "Không còn phải làm", tone: "neutral" },
};

export const confidenceLabels: Record<string, { text: string; tone: Tone }> = {
  official: { text: "Đọc từ văn bản", tone: "success" },
  secondary: { text: "Nguồn thứ cấp, cần đối chiếu", tone: "warning" },
  district: { text: "Huyện tự đặt", tone: "info" },
};

export const unitLabels: Record<SpanUnit, string> = { minutes: "phút", hours: "giờ", days: "ngày" };

/** `5 ngày từ lúc phát hiện` */
export function ruleSpanWords({ minutes, trigger }: { minutes: number; trigger: string }) {
  const { amount, unit } = spanOf(minutes);
  return `${amount} ${unitLabels[unit]} ${triggerLabel(trigger)}`;
}
