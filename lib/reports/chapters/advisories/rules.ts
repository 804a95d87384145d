import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

/** What units did about the warnings that were sent to them, in machines. */
export const advisoriesChapter: ChapterForm = {
  code: "advisories",
  title: "Xử lý văn bản cảnh báo",
  columns: [
    { key: "sent", title: "Cảnh báo nhận", kind: "count" },
    { key: "closed", title: "Đã xử lý xong", kind: "count" },
    { key: "overdue", title: "Quá hạn", kind: "count" },
    { key: "machines", title: "Tổng số máy", kind: "count" },
    { key: "affected", title: "Máy bị ảnh hưởng", kind: "count" },
    { key: "fixed", title: "Máy đã xử lý", kind: "count" },
  ],
  figures: [
    { code: "units", label: "Đơn vị nhận cảnh báo", count: "rows" },
    { code: "sent", label: "Lượt cảnh báo gửi đơn vị", sum: "sent" },
    { code: "closed", label: "Đã xử lý xong", sum: "closed" },
    { code: "overdue", label: "Quá hạn", sum: "overdue" },
    { code: "affected", label: "Máy bị ảnh hưởng", sum: "affected" },
    { code: "fixed", label: "Máy đã xử lý", sum: "fixed" },
    { code: "share", label: "Tỷ lệ máy đã xử lý", share: ["fixed", "affected"] },
  ],
  words: (figures) => {
    const said = (code: string) => saidFigure(figures.get(code));
    return (
      `Đã gửi ${said("sent")} lượt văn bản cảnh báo tới ${said("units")} đơn vị; ${said("closed")} lượt ` +
      `xử lý xong, ${said("overdue")} lượt quá hạn. Số máy bị ảnh hưởng: ${said("affected")}; ` +
      `đã xử lý: ${said("fixed")}; tỷ lệ: ${said("share")}.`
    );
  },
};
