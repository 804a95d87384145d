import type { ChapterColumn, Figure } from "./schema";

const whole = new Intl.NumberFormat("vi-VN");
const tenth = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

export const UNKNOWN = "không tính được";

/** `1.250`, `87,5%`, `36 giờ`; what cannot be computed says so. */
export function figureWords({ kind, value }: Pick<Figure, "kind" | "value">) {
  if (value === null) return UNKNOWN;
  if (kind === "percent") return `${tenth.format(value)}%`;
  if (kind === "minutes") return `${tenth.format(value / 60)} giờ`;
  return kind === "rate" ? tenth.format(value) : whole.format(value);
}

/** The same with the reason, to stand within a sentence. */
export function saidFigure(figure: Figure | undefined) {
  if (!figure) return UNKNOWN;
  return figure.value === null && figure.why ? `${UNKNOWN} (${figure.why})` : figureWords(figure);
}

export function cellWords({ kind }: ChapterColumn, value: string | number | null | undefined) {
  if (value === null || value === undefined) return "không có số";
  if (typeof value === "string") return value;
  if (kind === "minutes") return tenth.format(value / 60);
  return kind === "rate" ? tenth.format(value) : whole.format(value);
}

/** Minutes are shown in hours, and the head of the column says so. */
export const columnTitle = ({ kind, title }: ChapterColumn) =>
  kind === "minutes" ? `${title} (giờ)` : title;
