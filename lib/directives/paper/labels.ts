import type { PaperKind } from "./schema";

export const paperLabels: Record<PaperKind, string> = {
  text: "Văn bản",
  recall: "Công văn thu hồi",
  reminder: "Công văn đôn đốc",
};
