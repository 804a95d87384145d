import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

export const incidentsChapter: ChapterForm = {
  code: "incidents",
  title: "Sự cố an toàn thông tin",
  columns: [
    { key: "kind", title: "Loại", kind: "text" },
    { key: "severity", title: "Mức độ", kind: "text" },
    { key: "state", title: "Tình trạng", kind: "text" },
    { key: "encryption", title: "Mã hóa dữ liệu", kind: "count" },
    { key: "defacement", title: "Thay đổi giao diện", kind: "count" },
    { key: "closed", title: "Đã kết thúc", kind: "count" },
    { key: "open", title: "Đang xử lý", kind: "count" },
  ],
  figures: [
    { code: "total", label: "Sự cố ghi nhận", count: "rows" },
    { code: "encryption", label: "Mã hóa dữ liệu", sum: "encryption" },
    { code: "defacement", label: "Thay đổi giao diện", sum: "defacement" },
    { code: "closed", label: "Đã kết thúc", sum: "closed" },
    { code: "open", label: "Đang xử lý", sum: "open" },
  ],
  words: (figures, rows) => {
    if (rows.length === 0) return "Không ghi nhận sự cố an toàn thông tin.";
    const said = (code: string) => saidFigure(figures.get(code));
    return (
      `Ghi nhận ${said("total")} sự cố, trong đó ${said("encryption")} sự cố mã hóa dữ liệu, ` +
      `${said("defacement")} sự cố thay đổi giao diện; ${said("closed")} sự cố đã kết thúc, ${said("open")} đang xử lý.`
    );
  },
};
