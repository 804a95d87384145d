import type { AlertKind } from "./schema";

export const alertLabels: Record<AlertKind, string> = {
  missed_check_in: "Chưa nhận ca",
  unsigned_handover: "Chưa ký bàn giao",
  missed_mid_check: "Chưa điểm danh giữa ca",
};

const stepLabels = [
  "chưa báo ai",
  "đã báo người trực",
  "đã báo lãnh đạo trực",
  "đã báo lãnh đạo đơn vị",
  "đã báo trực ban huyện",
];

export const stepLabel = (step: number) => stepLabels[step] ?? "";
