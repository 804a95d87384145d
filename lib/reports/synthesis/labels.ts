import { formatDay } from "@/lib/time";
import type { SynthesisKind } from "./schema";

export const synthesisLabels: Record<SynthesisKind, string> = {
  daily: "Báo cáo nhanh hằng ngày",
  final: "Báo cáo kết quả đợt",
};

type Named = { kind: SynthesisKind; countedFrom: Date; campaign: { name: string } };

export const synthesisName = ({ kind, countedFrom, campaign }: Named) =>
  kind === "daily"
    ? `Báo cáo nhanh ngày ${formatDay(countedFrom)}`
    : `Báo cáo kết quả ${campaign.name}`;
