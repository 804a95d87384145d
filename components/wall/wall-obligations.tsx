import { verdictLabels } from "@/lib/compliance/labels";
import type { Picture } from "@/lib/compliance/queries";
import { verdicts } from "@/lib/compliance/schema";
import { type WallBar, WallBars } from "./wall-bars";

/** The kinds of obligation in most trouble first, each with how the units stand. */
export function WallObligations({ picture }: { picture: Picture }) {
  return (
    <WallBars
      label="Nhóm nhiệm vụ"
      none="Chưa có nhiệm vụ nào được đo."
      bars={picture.measures.slice(0, 6).map(
        ({ measure, label, asks, total }): WallBar => ({
          key: measure,
          title: label,
          detail: asks,
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
