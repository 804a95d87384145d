import type { ListedFigure } from "./schema";

export const figureTitles: Record<ListedFigure | "overdue", string> = {
  incidents: "Sự cố đang xử lý",
  duty: "Không có người trực",
  unpatched: "Lỗ hổng bị khai thác chưa vá",
  overdue: "Việc quá hạn",
  complaints: "Phản ánh chưa xử lý",
  infrastructure: "Chỗ mất liên lạc",
};

export const figureDescriptions: Record<ListedFigure | "overdue", string> = {
  incidents: "Sự cố đã báo cáo mà chưa kết thúc, không tính diễn tập, lâu nhất xếp trước.",
  duty: "Đơn vị phải trực mà không ai trong lịch, hoặc người trong lịch chưa nhận ca.",
  unpatched: "Lỗ hổng đang bị khai thác mà đơn vị chưa xử lý xong, lâu nhất xếp trước.",
  overdue: "Nhiệm vụ đã qua hạn mà đơn vị chưa báo cáo kết quả, lâu nhất xếp trước.",
  complaints: "Phản ánh nhà mạng đã nhận mà chưa xử lý xong, mới nhất xếp trước.",
  infrastructure: "Lần mất liên lạc nhà mạng đã báo mà chưa khắc phục, lâu nhất xếp trước.",
};

/** What a row is, whose it is, and since when. */
export const figureColumns: Record<ListedFigure, [string, string, string]> = {
  incidents: ["Sự cố", "Đơn vị báo cáo", "Báo cáo lúc"],
  duty: ["Tình trạng", "Đơn vị", "Ca trực từ"],
  unpatched: ["Cảnh báo", "Đơn vị", "Ban hành lúc"],
  complaints: ["Phản ánh", "Nhà mạng", "Nhận lúc"],
  infrastructure: ["Hỏng gì", "Nhà mạng", "Từ lúc"],
};
