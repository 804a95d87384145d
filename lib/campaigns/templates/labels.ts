import type { TemplateOccasion } from "./schema";

/** `1/1 âm lịch, bắt đầu trước 1 ngày, dài 6 ngày` */
export function describeTemplateOccasion(occasion: TemplateOccasion) {
  const { calendar, day, month, offset, days } = occasion;
  return [
    `${day}/${month} ${calendar === "lunar" ? "âm lịch" : "dương lịch"}`,
    offset === 0 ? "" : `bắt đầu ${offset < 0 ? "trước" : "sau"} ${Math.abs(offset)} ngày`,
    `dài ${days} ngày`,
  ]
    .filter(Boolean)
    .join(", ");
}
