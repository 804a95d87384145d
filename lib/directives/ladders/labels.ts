import type { Rule } from "./rules";
import type { ReminderReceiver, RuleMoment } from "./schema";

export const receiverLabels: Record<ReminderReceiver, string> = {
  unit: "Đơn vị",
  assignee: "Người thực hiện",
  lead: "Lãnh đạo đơn vị",
  district: "Cán bộ huyện phụ trách",
};

export const momentLabels: Record<RuleMoment, string> = {
  before: "Trước hạn (ngày)",
  on: "Đúng ngày hạn",
  after: "Sau hạn (ngày)",
  unacknowledged: "Chưa tiếp nhận sau (giờ)",
};

export const momentOf = ({ subject, offset }: Pick<Rule, "subject" | "offset">): RuleMoment => {
  if (subject === "acknowledgement") return "unacknowledged";
  if (offset === 0) return "on";
  return offset < 0 ? "before" : "after";
};

/** `08:00` */
export const clockOf = (minuteOfDay: number) =>
  [Math.floor(minuteOfDay / 60), minuteOfDay % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");

/** `Trước hạn 3 ngày, 08:00` */
export function ruleWhen(rule: Pick<Rule, "subject" | "offset" | "minuteOfDay">) {
  const { subject, offset } = rule;
  if (subject === "acknowledgement") return `Sau ${offset} giờ chưa tiếp nhận`;
  const clock = clockOf(rule.minuteOfDay);
  if (offset === 0) return `Đúng ngày hạn, ${clock}`;
  return `${offset < 0 ? "Trước" : "Sau"} hạn ${Math.abs(offset)} ngày, ${clock}`;
}

export const receiverWords = (receivers: ReminderReceiver[]) =>
  receivers.map((receiver) => receiverLabels[receiver]).join(", ");
