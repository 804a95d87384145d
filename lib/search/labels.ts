import { formatDay } from "@/lib/time";
import type { SearchKind } from "./schema";
import type { Question } from "./words/rules";

export const kindLabels: Record<SearchKind, string> = {
  directive: "Văn bản",
  obligation: "Nhiệm vụ",
  report: "Báo cáo",
  advisory: "Cảnh báo",
  message: "Tin tuyên truyền",
  unit: "Đơn vị",
  person: "Người",
};

export const reportKindLabels: Record<string, string> = {
  progress: "Báo cáo tiến độ",
  result: "Báo cáo kết quả",
  nil: "Không phát sinh",
};

/** The time that was read out of the words, said back; empty when there is none. */
export function understoodTime({ from, to, year }: Question) {
  const day = (iso: string) => formatDay(new Date(`${iso}T12:00:00+07:00`));
  return [from && `từ ${day(from)}`, to && `đến ${day(to)}`, year && `trong hoặc về năm ${year}`]
    .filter(Boolean)
    .join(" ");
}
