import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { ListTodo, PhoneOff, Siren } from "@/components/ui/icons";
import type { OwedOfComplaints } from "@/lib/complaints/owed/queries";
import type { FormAction } from "@/lib/form-state";
import type { IncidentHomeView } from "@/lib/incidents/home/queries";
import { signLabels } from "@/lib/incidents/labels";
import { formatInstant, now } from "@/lib/time";
import { TodayRow } from "./today-row";

type Inject = IncidentHomeView["injects"][number];

/** Plainly no real incident, yet with a clock that runs. */
export function InjectRow({ inject, dueAt }: { inject: Inject; dueAt: Date | null }) {
  return (
    <TodayRow
      icon={Siren}
      context={`DIỄN TẬP · ${inject.drill.name}`}
      title={signLabels[inject.sign].label}
      note={
        <span className="grid justify-items-start gap-1.5">
          {inject.text}
          <Badge tone="warning">{`Báo cáo trong ${inject.reportMinutes} phút. Không phải sự cố thật.`}</Badge>
        </span>
      }
      actions={
        <ButtonLink href={`/incidents/new?inject=${inject.id}`} variant="primary">
          Báo cáo sự cố diễn tập
        </ButtonLink>
      }
      dueAt={dueAt}
      tone={dueAt && dueAt < now() ? "danger" : "warning"}
    />
  );
}

type Task = IncidentHomeView["tasks"][number];

export function IncidentTaskRow({ task, finish }: { task: Task; finish: FormAction }) {
  const { id, incidentId, code, text } = task;
  return (
    <TodayRow
      icon={ListTodo}
      context={`Sự cố ${code} · giao cho tôi`}
      title={text}
      actions={
        <>
          <ActionButton action={finish} fields={{ incidentId, taskId: id }}>
            Đã xong
          </ActionButton>
          <ButtonLink href={`/incidents/${incidentId}`} aria-label={`Mở sự cố ${code}`}>
            Mở sự cố
          </ButtonLink>
        </>
      }
      since="làm ngay"
    />
  );
}

type SourceWarning = OwedOfComplaints["warnings"][number]["warning"];

/** A number or page that others were cheated by. */
export function SourceWarningRow({
  warning,
  acknowledge,
}: {
  warning: SourceWarning;
  acknowledge: FormAction;
}) {
  return (
    <TodayRow
      icon={PhoneOff}
      context={`Cảnh báo nguồn lừa đảo · ${warning.sentBy}`}
      title={warning.text}
      actions={
        <>
          <ActionButton action={acknowledge} fields={{ warningId: warning.id }} variant="primary">
            Đã nhận
          </ActionButton>
          <ButtonLink
            href={`/complaints/warnings/${warning.id}`}
            aria-label="Xem cảnh báo nguồn lừa đảo"
          >
            Xem
          </ButtonLink>
        </>
      }
      since={`gửi ${formatInstant(warning.sentAt)}`}
    />
  );
}
