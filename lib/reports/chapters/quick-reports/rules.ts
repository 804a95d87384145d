import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

export const quickReportsChapter: ChapterForm = {
  code: "quick-reports",
  title: "Báo cáo nhanh",
  columns: [
    { key: "due", title: "Số kỳ", kind: "count" },
    { key: "filed", title: "Đã gửi", kind: "count" },
    { key: "nil", title: "Không phát sinh", kind: "count" },
    { key: "late", title: "Gửi muộn", kind: "count" },
    { key: "missing", title: "Không gửi", kind: "count" },
  ],
  figures: [
    { code: "due", label: "Báo cáo nhanh phải gửi", sum: "due" },
    { code: "filed", label: "Đã gửi", sum: "filed" },
    { code: "nil", label: "Không phát sinh", sum: "nil" },
    { code: "late", label: "Gửi muộn", sum: "late" },
    { code: "missing", label: "Không gửi", sum: "missing" },
  ],
  words: (figures) => {
    const said = (code: string) => saidFigure(figures.get(code));
    return (
      `Các đơn vị đã gửi ${said("filed")}/${said("due")} lượt báo cáo nhanh, trong đó ` +
      `${said("nil")} lượt không phát sinh; ${said("late")} lượt gửi muộn, ${said("missing")} lượt không gửi.`
    );
  },
};
