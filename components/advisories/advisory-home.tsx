import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { AdvisoryTasks } from "@/lib/advisories/queries";
import type { FormAction } from "@/lib/form-state";
import { now } from "@/lib/time";
import { UnitAdvisoryList } from "./unit-advisory-list";

type Props = { tasks: AdvisoryTasks; notApplicable: FormAction };

/** The warnings that the unit has yet to settle, on its first screen. */
export function AdvisoryHome({ tasks: { rows, open }, notApplicable }: Props) {
  if (rows.length === 0) return null;
  return (
    <Card
      title={`Cảnh báo cần xử lý (${open})`}
      flush
      aside={<TextLink href="/advisories">Tất cả cảnh báo</TextLink>}
    >
      <UnitAdvisoryList rows={rows} at={now()} notApplicable={notApplicable} />
    </Card>
  );
}
