import { randomUUID } from "node:crypto";
import { AdvisoryMarks } from "@/components/advisories/advisory-marks";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Radar, ShieldAlert } from "@/components/ui/icons";
import { advisoryName } from "@/lib/advisories/labels";
import type { UnitAdvisoryRow } from "@/lib/advisories/queries";
import type { FormAction } from "@/lib/form-state";
import type { SweepTask } from "@/lib/sweeps/queries";
import { dueTone, TodayRow } from "./today-row";

/** A warning to follow; what the unit does not have is answered from here. */
export function AdvisoryRow({
  advisory,
  notApplicable,
}: {
  advisory: UnitAdvisoryRow;
  notApplicable: FormAction;
}) {
  const { id, version, dueAt, rhythm, exploited, lacks, reopenReason } = advisory;
  const name = advisoryName(advisory);
  return (
    <TodayRow
      icon={ShieldAlert}
      context={`Cảnh báo của ${advisory.issuer}`}
      title={name}
      note={
        <span className="flex flex-wrap items-center gap-2">
          <AdvisoryMarks rhythm={rhythm} exploited={exploited > 0} />
          {reopenReason ? <span className="text-warning-ink">Trở lại: {reopenReason}</span> : null}
        </span>
      }
      actions={
        <>
          {lacks ? (
            <ActionButton
              action={notApplicable}
              fields={{ advisoryId: id, version: String(version), requestId: randomUUID() }}
            >
              Không có sản phẩm này
            </ActionButton>
          ) : null}
          <ButtonLink href={`/advisories/${id}`} aria-label={`Xử lý: ${name}`}>
            Xử lý
          </ButtonLink>
        </>
      }
      dueAt={dueAt}
      tone={dueTone(dueAt)}
    />
  );
}

export function SweepRow({ sweep }: { sweep: SweepTask }) {
  return (
    <TodayRow
      icon={Radar}
      context={`Rà soát · ${sweep.campaign.name}`}
      title={`Báo cáo rà soát vòng ${sweep.number}`}
      actions={
        <ButtonLink
          href={`/sweeps/${sweep.id}`}
          aria-label={`Gửi kết quả rà soát vòng ${sweep.number}`}
        >
          Gửi kết quả
        </ButtonLink>
      }
      dueAt={sweep.dueAt}
      tone={dueTone(sweep.dueAt)}
    />
  );
}
