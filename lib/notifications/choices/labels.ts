import type { Channel, Topic } from "./schema";

export const topicLabels: Record<Topic, { label: string; hint: string }> = {
  urgent: { label: "Việc khẩn", hint: "Sự cố mới, không ai trực, cảnh báo khẩn, thu hồi" },
  directive: { label: "Văn bản chỉ đạo", hint: "Văn bản mới, gia hạn, hỏi đáp, đợt cao điểm" },
  reminder: { label: "Nhắc hạn, thiếu báo cáo", hint: "Sắp đến hạn, quá hạn, chưa tiếp nhận" },
  duty: { label: "Lịch trực, ca trực", hint: "Ca mới, đổi ca, công bố lịch" },
  incident: { label: "Sự cố", hint: "Phân công, diễn biến, hạn báo cáo, diễn tập" },
  advisory: {
    label: "Cảnh báo, rà soát, tuyên truyền",
    hint: "Cảnh báo mới, đợt rà soát, tin mẫu",
  },
  complaint: { label: "Tin rác, lừa đảo, hạ tầng", hint: "Phản ánh, yêu cầu xử lý, báo cáo kỳ" },
  digest: { label: "Bản tin sáng", hint: "Hôm nay ai trực, việc gì đến hạn" },
};

export const channelLabels: Record<Channel, string> = {
  email: "Thư điện tử",
  push: "Trình duyệt",
  webhook: "Tin nhắn",
};

/** Where three stand beside each other on a phone. */
export const shortChannelLabels: Record<Channel, string> = { ...channelLabels, email: "Thư" };
