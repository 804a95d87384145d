import { formatDue, formatInstant, formatTime, isoDay, now } from "@/lib/time";
import { numberInSentence, type Tone } from "../labels";
import type { Contact, SilentUnit, UnitCall } from "./queries";
import type { CallResult, Silence } from "./schema";

export const silenceLabels: Record<Silence, string> = {
  need: "Cần gọi",
  opening: "Chưa xem",
  acknowledgement: "Chưa tiếp nhận",
  overdue: "Có việc quá hạn",
  report: "Chưa báo cáo đủ",
};

export const resultLabels: Record<CallResult, { text: string; tone: Tone }> = {
  reached: { text: "Đã gặp", tone: "success" },
  no_answer: { text: "Không nghe máy", tone: "warning" },
  call_back: { text: "Hẹn gọi lại", tone: "info" },
};

export const contactTitles: Record<Contact["kind"], string> = {
  hand: "Đôn đốc",
  rule: "Nhắc tự động",
  call: "Gọi điện",
};

type Caller = { calledAt: Date; calledBy: string };

/** `Nguyễn Thị Thu Hà đã gọi lúc 08:15`; the day is said when it is another one. */
export const callSentence = ({ calledAt, calledBy }: Caller) =>
  `${calledBy} đã gọi lúc ${
    isoDay(calledAt) === isoDay(now()) ? formatTime(calledAt) : formatInstant(calledAt)
  }`;

type Document = { number: number | null; symbol: string };

/** Told to whoever would call the same unit meanwhile. */
export const heldSentence = (call: Caller, other: Document | null) =>
  `${callSentence(call)}${other ? ` về ${numberInSentence(other)}` : ""}. Không cần gọi nữa; nếu vẫn cần, tải lại trang rồi bấm “Gọi lại”.`;

export const callWords = ({ calledBy, result, note }: UnitCall) =>
  [calledBy, result ? resultLabels[result].text : "chưa ghi kết quả", note]
    .filter(Boolean)
    .join(" · ");

/** `Chưa xem; 2 việc quá hạn 3 ngày; 4 việc chưa báo cáo` */
export function silenceWords(unit: SilentUnit) {
  const words: string[] = [];
  if (!unit.openedAt) words.push("Chưa xem");
  else if (!unit.acknowledgedAt) words.push("Đã xem, chưa tiếp nhận");
  if (unit.overdue > 0 && unit.firstDueAt)
    words.push(`${unit.overdue} việc ${formatDue(unit.firstDueAt)}`);
  const open = unit.owed - unit.overdue;
  if (open > 0) words.push(`${open} việc chưa báo cáo, còn trong hạn`);
  return words.join("; ");
}
