import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

/** What was asked in the campaign's directives and what came back, a unit a row. */
export const tasksChapter: ChapterForm = {
  code: "tasks",
  title: "Kết quả thực hiện nhiệm vụ",
  columns: [
    { key: "total", title: "Nhiệm vụ", kind: "count" },
    { key: "reported", title: "Đã báo cáo", kind: "count" },
    { key: "accepted", title: "Đạt", kind: "count" },
    { key: "late", title: "Báo cáo muộn", kind: "count" },
    { key: "overdue", title: "Quá hạn chưa báo cáo", kind: "count" },
  ],
  figures: [
    { code: "units", label: "Đơn vị được giao nhiệm vụ", count: "rows" },
    { code: "total", label: "Nhiệm vụ đã giao", sum: "total" },
    { code: "reported", label: "Đã báo cáo kết quả", sum: "reported" },
    { code: "share", label: "Tỷ lệ đã báo cáo", share: ["reported", "total"] },
    { code: "accepted", label: "Huyện ghi nhận đạt", sum: "accepted" },
    { code: "late", label: "Báo cáo muộn", sum: "late" },
    { code: "overdue", label: "Quá hạn chưa báo cáo", sum: "overdue" },
  ],
  words: (figures) => {
    const said = (code: string) => saidFigure(figures.get(code));
    return (
      `Đã giao ${said("total")} nhiệm vụ cho ${said("units")} cơ quan, đơn vị; ` +
      `${said("reported")} nhiệm vụ đã có báo cáo kết quả (${said("share")}), ` +
      `${said("accepted")} nhiệm vụ được ghi nhận đạt; ${said("late")} nhiệm vụ báo cáo muộn, ` +
      `${said("overdue")} nhiệm vụ quá hạn chưa báo cáo.`
    );
  },
};
