import { StackedBar } from "@/components/ui/stacked-bar";
import { verdictLabels } from "@/lib/compliance/labels";
import type { Spread } from "@/lib/compliance/rules";
import { verdicts } from "@/lib/compliance/schema";

/** Of the units asked, how many stand how: what failed at the left. */
export function SpreadBar({ spread, legend = false }: { spread: Spread; legend?: boolean }) {
  const segments = verdicts.map((verdict) => ({
    label: verdictLabels[verdict].text,
    value: spread[verdict],
    tone: verdictLabels[verdict].tone,
  }));
  return <StackedBar segments={segments} legend={legend} />;
}
