import { saidFigure } from "../labels";
import type { ChapterForm } from "../schema";

/** Spam and scam complaints of the telcos; opening and received are what ended and what is left. */
export const complaintsChapter: ChapterForm = {
  code: "complaints",
  title: "Phản ánh tin rác, lừa đảo",
  columns: [
    { key: "opening", title: "Tồn đầu kỳ", kind: "count" },
    { key: "received", title: "Tiếp nhận", kind: "count" },
    { key: "handled", title: "Đã xử lý", kind: "count" },
    { key: "rejected", title: "Không đủ cơ sở", kind: "count" },
    { key: "forwarded", title: "Chuyển nơi khác", kind: "count" },
    { key: "closing", title: "Còn lại", kind: "count" },
  ],
  figures: [
    { code: "opening", label: "Tồn đầu kỳ", sum: "opening" },
    { code: "received", label: "Tiếp nhận trong kỳ", sum: "received" },
    { code: "handled", label: "Đã xử lý", sum: "handled" },
    { code: "rejected", label: "Không đủ cơ sở", sum: "rejected" },
    { code: "forwarded", label: "Chuyển nơi khác", sum: "forwarded" },
    { code: "closing", label: "Còn lại cuối kỳ", sum: "closing" },
  ],
  words: (figures) => {
    const said = (code: string) => saidFigure(figures.get(code));
    return (
      `Các doanh nghiệp viễn thông tiếp nhận ${said("received")} phản ánh tin nhắn rác, cuộc gọi rác, ` +
      `lừa đảo (tồn đầu kỳ ${said("opening")}); đã xử lý ${said("handled")}, không đủ cơ sở ` +
      `${said("rejected")}, chuyển nơi khác ${said("forwarded")}; còn lại ${said("closing")}.`
    );
  },
};
