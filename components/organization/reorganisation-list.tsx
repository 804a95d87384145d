import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import type { ReorganisationRow } from "@/lib/organization/reorganisation/queries";
import { formatCalendarDay } from "@/lib/organization/rules";
import { formatInstant } from "@/lib/time";

type Props = { plans: ReorganisationRow[]; undo: FormAction };

/** Plans that were applied, and the way back from each. */
export function ReorganisationList({ plans, undo }: Props) {
  return (
    <Card title="Đã áp dụng" flush>
      {plans.length === 0 ? (
        <EmptyState title="Chưa áp dụng phương án nào">
          Phương án đã áp dụng hiện ở đây, với ai chuyển đi đâu và nút hoàn tác.
        </EmptyState>
      ) : (
        <ul>
          {plans.map((plan) => (
            <li key={plan.id} className="grid gap-3 border-b border-line p-4 last:border-0 sm:px-5">
              <PlanItem plan={plan} undo={undo} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function PlanItem({ plan, undo }: { plan: ReorganisationRow; undo: FormAction }) {
  const { appliedAt, appliedBy, undoneAt, undoneBy } = plan;
  const heirs = [...new Set(plan.units.map(({ successorName }) => successorName))];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{plan.title}</span>
        <Badge tone={undoneAt ? "neutral" : "success"}>
          {undoneAt ? "Đã hoàn tác" : "Đang hiệu lực"}
        </Badge>
      </p>
      <p className="text-sm text-ink-muted">
        Hiệu lực từ {formatCalendarDay(plan.effectiveOn)}. {appliedBy} áp dụng lúc{" "}
        {formatInstant(appliedAt)}
        {undoneAt ? `; ${undoneBy} hoàn tác lúc ${formatInstant(undoneAt)}.` : "."}
      </p>
      <details>
        <summary className="cursor-pointer py-1 text-sm pointer-coarse:py-3">
          {plan.units.length} đơn vị cũ, {heirs.length} đơn vị kế thừa
        </summary>
        <dl className="mt-2 grid gap-2 text-sm">
          {heirs.map((heir) => (
            <div key={heir}>
              <dt className="font-medium">{heir}</dt>
              <dd className="text-ink-muted">
                {plan.units.filter(({ successorName }) => successorName === heir).map(formerLink)}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {undoneAt ? null : (
        <ActionButton
          action={undo}
          fields={{ reorganisationId: plan.id }}
          confirm={{
            title: "Hoàn tác phương án này?",
            description:
              "Đơn vị, người và việc trở lại đúng như trước khi áp dụng. Chỉ làm được khi người của đơn vị mới chưa ghi gì thêm.",
            confirmLabel: "Hoàn tác sắp xếp",
          }}
        >
          Hoàn tác
        </ActionButton>
      )}
    </>
  );
}

const formerLink = ({ unitId, unitName }: { unitId: string; unitName: string }) => (
  <span key={unitId} className="mr-3 inline-block">
    <TextLink href={`/admin/units/${unitId}`}>{unitName}</TextLink>
  </span>
);
