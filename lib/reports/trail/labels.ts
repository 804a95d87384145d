/** What is done with the district's reports, as the trail says it. */
export const reportActions: Record<string, string> = {
  "synthesis.build": "Lập báo cáo tổng hợp",
  "synthesis.save": "Sửa báo cáo tổng hợp",
  "synthesis.recount": "Tính lại số liệu báo cáo tổng hợp",
  "synthesis.submit": "Trình ký báo cáo tổng hợp",
  "synthesis.sign": "Ký báo cáo tổng hợp",
};

export const reportSubjects: Record<string, string> = { synthesis: "Báo cáo tổng hợp" };
