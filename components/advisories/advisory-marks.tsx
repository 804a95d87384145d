import { Badge } from "@/components/ui/badge";
import { rhythmLabels } from "@/lib/advisories/labels";
import type { Rhythm } from "@/lib/advisories/schema";

/** How urgent it is, and whether somebody uses it already. */
export function AdvisoryMarks({ rhythm, exploited }: { rhythm: Rhythm; exploited: boolean }) {
  const { text, tone } = rhythmLabels[rhythm];
  return (
    <>
      <Badge tone={tone}>{text}</Badge>
      {exploited ? <Badge tone="danger">Đang bị khai thác</Badge> : null}
    </>
  );
}
