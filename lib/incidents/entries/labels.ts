import type { Tone } from "../labels";
import type { EntryKind } from "./schema";

export const entryLabels: Record<EntryKind, { text: string; tone: Tone }> = {
  report: { text: "Báo cáo", tone: "danger" },
  step: { text: "Đã làm", tone: "success" },
  note: { text: "Diễn biến", tone: "neutral" },
  state: { text: "Chuyển bước", tone: "info" },
  assign: { text: "Phân công", tone: "info" },
  classify: { text: "Phân loại", tone: "info" },
  task: { text: "Việc", tone: "success" },
  evidence: { text: "Minh chứng", tone: "neutral" },
  indicator: { text: "Dấu hiệu", tone: "neutral" },
  system: { text: "Hệ thống", tone: "neutral" },
  escalate: { text: "Vượt khả năng", tone: "danger" },
  warn: { text: "Cảnh báo", tone: "warning" },
  link: { text: "Liên kết", tone: "neutral" },
  merge: { text: "Gộp", tone: "info" },
  document: { text: "Văn bản", tone: "info" },
  inject: { text: "Tình huống", tone: "warning" },
};

const byKind: Record<string, { text: string; tone: Tone }> = entryLabels;
export const entryLabel = (kind: string) =>
  byKind[kind] ?? { text: "Diễn biến", tone: "neutral" as Tone };
