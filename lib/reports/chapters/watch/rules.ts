import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

export const watchChapter: ChapterForm = {
  code: "watch",
  title: "Trực 24/7",
  columns: [
    { key: "required", title: "Phải trực", kind: "minutes" },
    { key: "rostered", title: "Đã xếp người", kind: "minutes" },
    { key: "due", title: "Đã qua", kind: "minutes" },
    { key: "taken", title: "Đã nhận ca", kind: "minutes" },
    { key: "short", title: "Còn giờ trống", kind: "count" },
  ],
  figures: [
    { code: "units", label: "Đơn vị phải trực", count: "rows" },
    { code: "short", label: "Đơn vị còn giờ không có người", sum: "short" },
    { code: "required", label: "Thời gian phải trực", sum: "required" },
    { code: "rostered", label: "Tỷ lệ đã xếp người", share: ["rostered", "required"] },
    { code: "taken", label: "Tỷ lệ đã nhận ca", share: ["taken", "due"] },
  ],
  words: (figures) => {
    const said = (code: string) => saidFigure(figures.get(code));
    return (
      `${said("units")} đơn vị tổ chức trực 24/7; lịch trực phủ ${said("rostered")} thời gian phải trực, ` +
      `nhận ca đúng quy định ${said("taken")} thời gian đã qua; ${said("short")} đơn vị còn giờ không có người trực.`
    );
  },
};
