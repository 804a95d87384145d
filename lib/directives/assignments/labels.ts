import type { Tone } from "../labels";
import type { AssignmentState, Timeliness } from "./rules";

export const assignmentLabels: Record<AssignmentState, { text: string; tone: Tone }> = {
  not_started: { text: "Chưa thực hiện", tone: "neutral" },
  in_progress: { text: "Đang thực hiện", tone: "info" },
  sent_back: { text: "Cần làm lại", tone: "danger" },
  reported: { text: "Đã báo cáo", tone: "info" },
  accepted: { text: "Đạt", tone: "success" },
};

export const timelinessLabels: Record<Timeliness, { text: string; tone: Tone }> = {
  on_time: { text: "Đúng hạn", tone: "success" },
  late: { text: "Trễ hạn", tone: "warning" },
  overdue: { text: "Quá hạn", tone: "danger" },
  due_soon: { text: "Sắp đến hạn", tone: "warning" },
  open: { text: "Trong hạn", tone: "neutral" },
  no_deadline: { text: "Không đặt hạn", tone: "neutral" },
};

export const reportKindLabels = {
  progress: "Tiến độ",
  result: "Kết quả thực hiện",
  nil: "Không phát sinh",
} as const;
