import { formatDay, formatTime, isoDay } from "@/lib/time";
import { logLabels } from "../log/labels";
import { noteworthy } from "./rules";
import type { Facts, QuickReportState } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const quickReportLabels: Record<QuickReportState, { text: string; tone: Tone }> = {
  on_time: { text: "Đúng giờ", tone: "success" },
  late: { text: "Muộn", tone: "warning" },
  missing: { text: "Chưa báo cáo", tone: "danger" },
  open: { text: "Đến giờ báo cáo", tone: "info" },
  waiting: { text: "Chưa tới giờ", tone: "neutral" },
};

/** `1 sự cố, 2 cảnh báo`; nothing at all is said in words. */
export function factWords({ log, missedCheckIns, incidents }: Facts) {
  const counted = noteworthy.flatMap((kind) =>
    log[kind] > 0 ? [`${log[kind]} ${logLabels[kind].text.toLowerCase()}`] : [],
  );
  const missed = missedCheckIns > 0 ? [`${missedCheckIns} ca nhận muộn`] : [];
  const reported = incidents.reported > 0 ? [`${incidents.reported} sự cố đã báo cáo`] : [];
  const open = incidents.open > 0 ? [`${incidents.open} sự cố đang xử lý`] : [];
  return (
    [...counted, ...reported, ...open, ...missed].join(", ") || "sổ trực không có việc đáng kể"
  );
}

/** What the log offers for the report, a line an entry, to be put into one's own words. */
export const situationDraft = (entries: { happenedAt: Date; text: string }[], until: Date) =>
  entries.map(({ happenedAt, text }) => `- ${whenOf(happenedAt, until)}: ${text}`).join("\n");

/** The day is told where it is not that of the report. */
const whenOf = (at: Date, until: Date) =>
  isoDay(at) === isoDay(until) ? formatTime(at) : `${formatTime(at)} ${formatDay(at).slice(0, 5)}`;
