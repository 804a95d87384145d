import { Badge } from "@/components/ui/badge";
import { verdictLabels } from "@/lib/compliance/labels";
import type { Verdict } from "@/lib/compliance/schema";

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { text, tone } = verdictLabels[verdict];
  return <Badge tone={tone}>{text}</Badge>;
}
