import { measureLabels } from "@/lib/directives/labels";
import { occasionKindLabel } from "../labels";
import type { DeadlineRule } from "./rules";
import type { DeadlineAnchor } from "./schema";

export const anchorLabels: Record<DeadlineAnchor, string> = {
  starts: "ngày mở đợt",
  ends: "ngày kết thúc đợt",
  occasion_starts: "ngày đầu của dịp",
  occasion_ends: "ngày cuối của dịp",
};

const anchorNames: Record<string, string> = anchorLabels;
const measureNames: Record<string, string> = measureLabels;

export const ruleMeasure = (measure: string | null) =>
  measure === null ? "Mọi nhiệm vụ còn lại" : (measureNames[measure] ?? measure);

/** `17:00, 3 ngày trước ngày kết thúc đợt` */
export function describeDeadline(rule: Omit<DeadlineRule, "id" | "measure">) {
  const { anchor, occasionKind, offset, time } = rule;
  const base = anchorNames[anchor] ?? anchor;
  const anchorText = occasionKind
    ? `${base.replace(/ của dịp$/, "")} ${occasionKindLabel(occasionKind)}`
    : base;
  if (offset === 0) return `${time}, đúng ${anchorText}`;
  return `${time}, ${Math.abs(offset)} ngày ${offset < 0 ? "trước" : "sau"} ${anchorText}`;
}
