import type { Tone } from "../labels";
import type { ExchangeState } from "./rules";

export const exchangeLabels: Record<ExchangeState, { text: string; tone: Tone }> = {
  "01": { text: "Đã đến", tone: "neutral" },
  "02": { text: "Trả lại", tone: "danger" },
  "03": { text: "Đã tiếp nhận", tone: "info" },
  "04": { text: "Đã phân công", tone: "info" },
  "05": { text: "Đang xử lý", tone: "info" },
  "06": { text: "Hoàn thành", tone: "success" },
  "13": { text: "Chờ trả lời thu hồi", tone: "warning" },
  "15": { text: "Đồng ý thu hồi", tone: "success" },
  "16": { text: "Từ chối thu hồi", tone: "danger" },
};
