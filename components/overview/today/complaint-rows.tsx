import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { FileSpreadsheet, Gavel, PhoneIncoming, RadioTower } from "@/components/ui/icons";
import type { OwedOfComplaints } from "@/lib/complaints/owed/queries";
import { actLabels } from "@/lib/complaints/requests/labels";
import type { FormAction } from "@/lib/form-state";
import { dueTone, TodayRow } from "./today-row";

type Request = OwedOfComplaints["requests"][number];

export function RequestRow({ requestId, request }: Pick<Request, "requestId" | "request">) {
  const { act, target, unit, dueAt } = request;
  return (
    <TodayRow
      icon={Gavel}
      context={`Yêu cầu xử lý · ${unit.shortName}`}
      title={`${actLabels[act]}: ${target}`}
      actions={
        <ButtonLink
          href={`/complaints/requests/${requestId}`}
          aria-label={`Trả lời yêu cầu: ${target}`}
        >
          Trả lời
        </ButtonLink>
      }
      dueAt={dueAt}
      tone={dueTone(dueAt)}
    />
  );
}

type Report = OwedOfComplaints["reports"][number];

export function PeriodReportRow({ report: { id, period, returnedAt } }: { report: Report }) {
  return (
    <TodayRow
      icon={FileSpreadsheet}
      context="Báo cáo kỳ"
      title={`Báo cáo kỳ ${period.name}`}
      note={returnedAt ? <p className="text-danger-ink">Huyện trả lại, cần gửi lại.</p> : null}
      actions={
        <ButtonLink
          href={`/complaints/periods/reports/${id}`}
          aria-label={`Lập báo cáo kỳ ${period.name}`}
        >
          Lập báo cáo
        </ButtonLink>
      }
      dueAt={period.dueAt}
      tone={dueTone(period.dueAt)}
    />
  );
}

/** Of hundreds of cases only how many press: each has its place in the list they lead to. */
export function CasesRow({ cases }: { cases: NonNullable<OwedOfComplaints["cases"]> }) {
  const { overdue, today, firstDueAt } = cases;
  const words = [
    ...(overdue ? [`${overdue} phản ánh quá hạn`] : []),
    ...(today ? [`${today} phản ánh đến hạn hôm nay`] : []),
  ];
  return (
    <TodayRow
      icon={PhoneIncoming}
      context="Phản ánh tin rác, lừa đảo"
      title={words.join(", ")}
      actions={
        <ButtonLink href={overdue ? "/complaints?show=overdue" : "/complaints"}>
          Xử lý phản ánh
        </ButtonLink>
      }
      dueAt={firstDueAt}
      tone={dueTone(firstDueAt)}
    />
  );
}

export function InfrastructureRow({ dueAt, file }: { dueAt: Date | null; file: FormAction }) {
  return (
    <TodayRow
      icon={RadioTower}
      context="Hạ tầng viễn thông"
      title="Báo cáo hạ tầng hôm nay"
      actions={
        <>
          <ActionButton action={file} fields={{ kind: "nil", version: "0" }}>
            Hạ tầng bình thường
          </ActionButton>
          <ButtonLink href="/complaints/infrastructure" aria-label="Báo cáo hạ tầng hôm nay">
            Báo cáo
          </ButtonLink>
        </>
      }
      dueAt={dueAt}
    />
  );
}
