import type { Tone } from "../labels";
import type { Confidence } from "./schema";

export const confidenceLabels: Record<Confidence, { text: string; tone: Tone }> = {
  official: { text: "Theo văn bản", tone: "success" },
  press: { text: "Theo báo chí", tone: "info" },
  unverified: { text: "Chưa đối chiếu", tone: "warning" },
};
