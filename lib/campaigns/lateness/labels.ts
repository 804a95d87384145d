import { formatSpan } from "@/lib/time";
import type { LateKind } from "./schema";

export const lateLabels: Record<LateKind, string> = {
  assignment: "Báo cáo nhiệm vụ",
  quick_report: "Báo cáo nhanh",
  shift: "Nhận ca trực",
};

/** `muộn 3 giờ`, `chưa làm, quá hạn 2 ngày` */
export function lateWords({ dueAt, doneAt }: { dueAt: Date; doneAt: Date | null }, at: Date) {
  return doneAt
    ? `muộn ${formatSpan(doneAt.getTime() - dueAt.getTime())}`
    : `chưa làm, quá hạn ${formatSpan(at.getTime() - dueAt.getTime())}`;
}
