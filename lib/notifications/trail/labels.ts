/** What the trail calls the acts of sending. */
export const noticeActions: Record<string, string> = {
  "escalation-ladder.add": "Thêm thang báo lên cấp trên",
  "escalation-ladder.update": "Sửa thang báo lên cấp trên",
  "escalation-step.add": "Thêm bậc báo lên cấp trên",
  "escalation-step.update": "Sửa bậc báo lên cấp trên",
  "escalation.climb": "Báo lên cấp trên vì chưa ai xác nhận",
  "notice-choice.save": "Chọn cách nhận thông báo",
  "notice.test": "Gửi thử thông báo",
  "push-subscription.add": "Bật thông báo trên trình duyệt",
  "push-subscription.remove": "Tắt thông báo trên trình duyệt",
  "notice-gateway.add": "Thêm cổng tin nhắn",
  "notice-gateway.update": "Sửa cổng tin nhắn",
  "notice-gateway.test": "Gửi thử qua cổng tin nhắn",
  "notice-delivery.retry": "Gửi lại một thông báo",
  "notice-channel.pause": "Tạm dừng gửi một kênh",
  "notice-channel.resume": "Cho gửi lại một kênh",
};

export const noticeSubjects: Record<string, string> = {
  "escalation-ladder": "Thang báo lên cấp trên",
  "escalation-step": "Bậc báo lên cấp trên",
  "push-subscription": "Trình duyệt nhận thông báo",
  "notice-gateway": "Cổng tin nhắn",
  "notice-delivery": "Thông báo gửi đi",
};
