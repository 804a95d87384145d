import type { ChapterForm } from "../schema";

const NAMED = 15;

/** What units say is still open and what they ask for, in their own words. */
export const difficultiesChapter: ChapterForm = {
  code: "difficulties",
  title: "Khó khăn, kiến nghị của đơn vị",
  columns: [
    { key: "openPoints", title: "Việc còn tồn", kind: "text" },
    { key: "proposals", title: "Kiến nghị", kind: "text" },
  ],
  figures: [{ code: "units", label: "Báo cáo nêu khó khăn, kiến nghị", count: "rows" }],
  words: (_figures, rows) => {
    if (rows.length === 0) return "Các đơn vị không nêu khó khăn, kiến nghị.";
    return rows
      .slice(0, NAMED)
      .map(({ name, cells }) =>
        `${name}: ${[cells.openPoints, cells.proposals].filter(Boolean).join(" ")}`.trim(),
      )
      .join("\n");
  },
};
