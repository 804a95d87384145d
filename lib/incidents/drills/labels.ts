import type { Tone } from "../labels";
import type { DrillState } from "./rules";

export const drillLabels: Record<DrillState, { text: string; tone: Tone }> = {
  planned: { text: "Đang soạn", tone: "neutral" },
  running: { text: "Đang diễn ra", tone: "warning" },
  over: { text: "Đã kết thúc", tone: "success" },
};

export function readinessWords(score: number | null) {
  if (score === null) return { text: "Chưa có điểm", tone: "neutral" as Tone };
  if (score >= 80) return { text: `${score}/100 · Sẵn sàng`, tone: "success" as Tone };
  if (score >= 50) return { text: `${score}/100 · Cần rút kinh nghiệm`, tone: "warning" as Tone };
  return { text: `${score}/100 · Chưa sẵn sàng`, tone: "danger" as Tone };
}
