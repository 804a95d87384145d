import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

export const awarenessChapter: ChapterForm = {
  code: "awareness",
  title: "Tuyên truyền",
  columns: [
    { key: "activities", title: "Hoạt động", kind: "count" },
    { key: "times", title: "Số lần", kind: "count" },
    { key: "staff", title: "Lượt cán bộ", kind: "count" },
    { key: "residents", title: "Lượt người dân", kind: "count" },
    { key: "population", title: "Số dân", kind: "count" },
    { key: "none", title: "Chưa làm", kind: "count" },
  ],
  figures: [
    { code: "activities", label: "Hoạt động tuyên truyền", sum: "activities" },
    { code: "times", label: "Số buổi, tin, bài, tờ", sum: "times" },
    { code: "staff", label: "Lượt cán bộ, công chức, viên chức", sum: "staff" },
    { code: "residents", label: "Lượt người dân", sum: "residents" },
    {
      code: "rate",
      label: "Lượt trên 1.000 dân",
      per: ["residents", "population"],
      times: 1000,
    },
    { code: "none", label: "Đơn vị chưa có hoạt động nào", sum: "none" },
  ],
  words: (figures) => {
    const said = (code: string) => saidFigure(figures.get(code));
    return (
      `Tổ chức ${said("activities")} hoạt động tuyên truyền với ${said("times")} buổi, tin, bài, tờ rơi; ` +
      `lượt cán bộ, công chức, viên chức được phổ biến: ${said("staff")}; ` +
      `lượt người dân: ${said("residents")}; trên 1.000 dân: ${said("rate")}. ` +
      `Đơn vị được giao mà chưa có hoạt động: ${said("none")}.`
    );
  },
};
