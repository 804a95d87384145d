import type { LogKind } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const logLabels: Record<LogKind, { text: string; tone: Tone }> = {
  routine: { text: "Thường lệ", tone: "neutral" },
  call: { text: "Cuộc gọi, tin báo", tone: "info" },
  alert: { text: "Cảnh báo", tone: "warning" },
  order: { text: "Chỉ đạo nhận được", tone: "info" },
  incident: { text: "Sự cố", tone: "danger" },
  nil: { text: "Không phát sinh", tone: "success" },
};
