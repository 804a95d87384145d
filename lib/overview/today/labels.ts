import type { TodayGroup } from "./rules";

export const todayGroupLabels: Record<TodayGroup, string> = {
  now: "Cần trả lời ngay",
  late: "Quá hạn",
  today: "Trong hôm nay",
  later: "Những ngày tới",
  undated: "Không đặt hạn",
};
