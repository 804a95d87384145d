import type { ReportKind } from "./schema";

export const reportLabels: Record<ReportKind, string> = {
  notice: "Thông báo sự cố",
  initial: "Báo cáo ban đầu (Mẫu 03)",
  cause: "Báo cáo nguyên nhân, phạm vi, biện pháp",
  progress: "Báo cáo diễn biến",
  closing: "Báo cáo kết thúc (Mẫu 04)",
};

const byKind: Record<string, string> = reportLabels;
export const reportLabel = (kind: string) => byKind[kind] ?? kind;
