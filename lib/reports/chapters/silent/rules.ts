import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

const NAMED = 12;

/** Who owes a report that is due: the part a province reads first. */
export const silentChapter: ChapterForm = {
  code: "silent",
  title: "Đơn vị chưa báo cáo",
  columns: [
    { key: "overdue", title: "Nhiệm vụ quá hạn", kind: "count" },
    { key: "total", title: "Nhiệm vụ được giao", kind: "count" },
  ],
  figures: [
    { code: "units", label: "Đơn vị còn nợ báo cáo quá hạn", count: "rows" },
    { code: "overdue", label: "Nhiệm vụ quá hạn chưa báo cáo", sum: "overdue" },
  ],
  words: (figures, rows) => {
    if (rows.length === 0) return "Mọi đơn vị đã báo cáo các nhiệm vụ đến hạn.";
    const named = rows
      .slice(0, NAMED)
      .map(({ name }) => name)
      .join("; ");
    const more = rows.length > NAMED ? ` và ${rows.length - NAMED} đơn vị khác` : "";
    return `${saidFigure(figures.get("units"))} đơn vị chưa báo cáo nhiệm vụ đã đến hạn: ${named}${more}.`;
  },
};
