/** What is done about the rules of campaigns and after them, as the trail says it. */
export const campaignRuleActions: Record<string, string> = {
  "campaign.late-reason": "Ghi lý do chậm",
  "campaign-template.create": "Thêm mẫu đợt cao điểm",
  "campaign-template.save": "Sửa mẫu đợt cao điểm",
  "campaign-template.delete": "Xóa mẫu đợt cao điểm",
  "public-holiday.create": "Thêm ngày nghỉ lễ",
  "public-holiday.save": "Sửa ngày nghỉ lễ",
  "public-holiday.delete": "Xóa ngày nghỉ lễ",
  "deadline-rule.create": "Thêm quy tắc hạn",
  "deadline-rule.save": "Sửa quy tắc hạn",
  "deadline-rule.delete": "Xóa quy tắc hạn",
};
