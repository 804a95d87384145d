import type { Load } from "./schema";

/** What goes on with a unit, in the order a person asks. */
export const loadLabels: [name: keyof Load, label: string][] = [
  ["people", "Người"],
  ["assignments", "Nhiệm vụ chưa xong"],
  ["receipts", "Văn bản đang làm"],
  ["reminders", "Lời đôn đốc"],
  ["advisories", "Cảnh báo chưa xong"],
  ["machines", "Máy và thiết bị"],
  ["groups", "Nhóm nhận"],
];
