import { Stat } from "@/components/ui/stat";
import { lateLabels } from "@/lib/campaigns/lateness/labels";
import type { LateSummary } from "@/lib/campaigns/lateness/queries";

type Props = { campaignId: string; summary: LateSummary[] };

export function LateStats({ campaignId, summary }: Props) {
  if (summary.length === 0) return null;
  return (
    <section aria-label="Việc chậm của đợt" className="grid gap-3 sm:grid-cols-3">
      {summary.map(({ kind, late, never, units, reasoned }) => (
        <Stat
          key={kind}
          label={`${lateLabels[kind]} chậm`}
          value={late}
          tone="warning"
          note={`${units} đơn vị; ${never} chưa làm; ${reasoned} đã rõ lý do`}
          href={`/campaigns/${campaignId}/review?kind=${kind}`}
        />
      ))}
    </section>
  );
}
