import type { Tone } from "../labels";
import type { PeriodicState } from "./rules";
import type { Recurrence } from "./schema";

export const periodicLabels: Record<PeriodicState, { text: string; tone: Tone }> = {
  on_time: { text: "Đúng hạn", tone: "success" },
  late: { text: "Muộn", tone: "warning" },
  missing: { text: "Thiếu", tone: "danger" },
  waiting: { text: "Chưa tới hạn", tone: "neutral" },
};

export const recurrenceLabels: Record<Recurrence["kind"], string> = {
  daily: "Hằng ngày",
  weekly: "Hằng tuần",
  given: "Vào các thời điểm",
};

export const weekdayLabels = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];

const dayWords = (iso: string) => iso.split("-").reverse().join("/");

/** `Báo cáo hằng ngày lúc 16:30, đến hết 02/02/2025` */
export function recurrenceWords(recurrence: Recurrence) {
  if (recurrence.kind === "given") {
    const [first = ""] = recurrence.at;
    const [day = "", time] = first.split("T");
    return `Báo cáo ${recurrence.at.length} lần, lần đầu ${time} ${dayWords(day)}`;
  }
  const days =
    recurrence.kind === "daily"
      ? "hằng ngày"
      : `hằng tuần vào ${recurrence.weekdays.map((day) => weekdayLabels[day - 1]).join(", ")}`;
  return `Báo cáo ${days} lúc ${recurrence.times.join(", ")}, đến hết ${dayWords(recurrence.until)}`;
}
