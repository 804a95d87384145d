import { verdictLabels } from "@/lib/compliance/labels";
import type { Picture } from "@/lib/compliance/queries";
import { unitsOf } from "@/lib/compliance/rules";
import { verdicts } from "@/lib/compliance/schema";
import { type WallBar, WallBars } from "./wall-bars";

/** The kinds of obligation in most trouble first, each with how the units stand. */
export function WallObligations({ picture }: { picture: Picture }) {
  return (
    <WallBars
      label="Nhóm nhiệm vụ"
      none="Chưa có nhiệm vụ nào được đo."
      most={8}
      paired
      bars={picture.measures.map(
        ({ measure, label, total }): WallBar => ({
          key: measure,
          title: label,
          detail: `${total.met}/${unitsOf(total)} đạt`,
          segments: verdicts.map((verdict) => ({
            label: verdictLabels[verdict].text,
            value: total[verdict],
            tone: verdictLabels[verdict].tone,
          })),
        }),
      )}
    />
  );
}
