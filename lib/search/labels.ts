import type { SearchKind } from "./schema";

export const kindLabels: Record<SearchKind, string> = {
  directive: "Văn bản",
  obligation: "Nhiệm vụ",
  report: "Báo cáo",
  unit: "Đơn vị",
  person: "Người",
};

export const reportKindLabels: Record<string, string> = {
  progress: "Báo cáo tiến độ",
  result: "Báo cáo kết quả",
  nil: "Không phát sinh",
};
