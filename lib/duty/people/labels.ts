import type { absenceKinds } from "./schema";

export const absenceLabels: Record<(typeof absenceKinds)[number], string> = {
  leave: "Nghỉ phép, đi công tác: không xếp trực",
  wish: "Xin không trực nếu được",
};
