import { formatDay, formatInstant, isoDay, parseLocal } from "@/lib/time";
import type { ComplianceMeasure, Verdict } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const verdictLabels: Record<Verdict, { text: string; tone: Tone }> = {
  not_met: { text: "Chưa đạt", tone: "danger" },
  at_risk: { text: "Có nguy cơ", tone: "warning" },
  not_measurable: { text: "Chưa đo được", tone: "neutral" },
  met: { text: "Đạt", tone: "success" },
};

/** Measures that belong together on a page; `name` heads the group. */
export const measureGroups: { name: string; measures: ComplianceMeasure[] }[] = [
  {
    name: "Trực và chế độ báo cáo",
    measures: ["watch", "quick_reports", "acknowledgement"],
  },
  { name: "Máy tính và lỗ hổng", measures: ["sweep", "advisories"] },
  { name: "Người dân và cán bộ", measures: ["awareness"] },
  {
    name: "Viễn thông",
    measures: ["infrastructure", "blocking", "complaints", "authority_requests"],
  },
  { name: "Báo cáo bằng lời", measures: ["free"] },
];

/** `cuối ngày 26/01/2025`, or `lúc 09:15 28/01/2025` where the day was measured before its end. */
export function momentWords({ day, measuredAt }: { day: string; measuredAt: Date }) {
  const start = parseLocal(day);
  return start && isoDay(measuredAt) > day
    ? `cuối ngày ${formatDay(start)}`
    : `lúc ${formatInstant(measuredAt)}`;
}
