import type { ComplaintEvent, FigureFilter } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const eventLabels: Record<ComplaintEvent, string> = {
  received: "Tiếp nhận",
  reopened: "Mở lại",
  handled: "Đã xử lý",
  passed: "Chuyển công an",
  rejected: "Không xử lý",
  routed: "Chuyển mạng khác",
};

export const eventTones: Record<ComplaintEvent, Tone> = {
  received: "info",
  reopened: "warning",
  handled: "success",
  passed: "info",
  rejected: "neutral",
  routed: "neutral",
};

export const viewLabels: Record<FigureFilter["by"], string> = {
  kind: "Theo loại",
  state: "Theo tình trạng",
};

export function figureAddress({ days, by, kind, telco }: FigureFilter) {
  const parts = Object.entries({
    days: days === 30 ? "" : String(days),
    by: by === "kind" ? "" : by,
    kind,
    telco,
  }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/complaints/figures?${text}` : "/complaints/figures";
}
