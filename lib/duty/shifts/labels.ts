import type { ShiftState } from "./rules";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const shiftStateLabels: Record<ShiftState, { text: string; tone: Tone }> = {
  coming: { text: "Sắp tới", tone: "neutral" },
  open: { text: "Chờ nhận ca", tone: "info" },
  missing: { text: "Chưa nhận ca", tone: "danger" },
  on: { text: "Đã nhận ca", tone: "success" },
  over: { text: "Hết ca, chưa bàn giao", tone: "warning" },
  handed_over: { text: "Đã bàn giao", tone: "success" },
  missed: { text: "Không nhận ca", tone: "danger" },
};
