import { Card } from "@/components/ui/card";
import { DueText } from "@/components/ui/due-text";
import { TextLink } from "@/components/ui/text-link";
import type { AdvisoryTasks } from "@/lib/advisories/queries";
import type { FormAction } from "@/lib/form-state";
import type { SweepTask } from "@/lib/sweeps/queries";
import { formatDue, now } from "@/lib/time";
import { UnitAdvisoryList } from "./unit-advisory-list";

type Props = { tasks: AdvisoryTasks & { sweeps: SweepTask[] }; notApplicable: FormAction };

/** The warnings and sweeps that the unit has yet to settle, on its first screen. */
export function AdvisoryHome({ tasks: { rows, open, sweeps }, notApplicable }: Props) {
  if (rows.length + sweeps.length === 0) return null;
  const at = now();
  return (
    <Card
      title={rows.length > 0 ? `Cảnh báo cần xử lý (${open})` : "Rà soát"}
      flush
      aside={<TextLink href="/advisories">Tất cả cảnh báo</TextLink>}
    >
      {sweeps.map((sweep) => (
        <p
          key={sweep.id}
          className="flex flex-wrap items-center gap-x-3 border-b border-line px-4 py-3 sm:px-5"
        >
          <TextLink href={`/sweeps/${sweep.id}`} className="font-medium pointer-coarse:py-2">
            Báo cáo rà soát vòng {sweep.number}
          </TextLink>
          <DueText
            text={formatDue(sweep.dueAt, at)}
            tone={sweep.dueAt < at ? "danger" : "neutral"}
            className="text-sm"
          />
        </p>
      ))}
      <UnitAdvisoryList rows={rows} at={at} notApplicable={notApplicable} />
    </Card>
  );
}
