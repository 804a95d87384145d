import type { DutyPost } from "./schema";

export const postLabels: Record<DutyPost, string> = {
  leader: "Trực lãnh đạo",
  staff: "Trực chuyên môn",
};
