import type { WaitingFor } from "./schema";

export const waitingLabels: Record<WaitingFor, string> = {
  opening: "Chưa xem",
  acknowledgement: "Chưa tiếp nhận",
  report: "Chưa báo cáo đủ",
  overdue: "Có việc quá hạn",
  judgement: "Chờ huyện xem xét",
  return: "Trả lại",
  recall: "Chưa đồng ý thu hồi",
};
