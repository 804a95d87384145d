import { ActionForm } from "@/components/ui/action-form";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { moveLabels, stateLabels } from "@/lib/incidents/labels";
import { isStepBack, needsReason } from "@/lib/incidents/rules";
import type { IncidentState } from "@/lib/incidents/schema";

type Props = { incident: IncidentView; to: IncidentState; action: FormAction };

/** One step of the case. A step on is one press; back, away and the end ask for words first. */
export function MoveForm({ incident, to, action }: Props) {
  const { id, version, state } = incident;
  const hidden = { incidentId: id, version: String(version), to };
  const back = isStepBack(state, to);
  const label = back && to === "containing" ? backLabel(state) : moveLabels[to];
  if (to !== "closed" && !needsReason(state, to)) {
    return (
      <ActionForm action={action} hidden={hidden} className="gap-2">
        <SubmitButton>{label}</SubmitButton>
      </ActionForm>
    );
  }
  return (
    <Dialog
      trigger={label}
      title={label}
      description={`${incident.code}, đang ở bước: ${stateLabels[state].text.toLowerCase()}`}
      variant={to === "closed" ? "primary" : "secondary"}
    >
      <ActionForm
        action={action}
        hidden={hidden}
        label={label}
        footer={
          <SubmitButton variant={to === "rejected" ? "danger" : "primary"}>{label}</SubmitButton>
        }
      >
        {to === "closed" ? (
          <ClosingFields incident={incident} />
        ) : (
          <TextArea label="Lý do" name="reason" rows={3} maxLength={2000} />
        )}
      </ActionForm>
    </Dialog>
  );
}

const backLabel = (state: IncidentState) =>
  state === "closed" ? "Mở lại sự cố" : "Chưa ổn định, quay lại ngăn chặn";

function ClosingFields({ incident }: { incident: IncidentView }) {
  return (
    <>
      <TextArea
        label="Kết quả xử lý"
        name="resolution"
        rows={3}
        maxLength={2000}
        defaultValue={incident.resolution}
        hint="Đã xảy ra gì, giải quyết thế nào, còn ảnh hưởng gì."
      />
      <TextArea
        label="Nguyên nhân"
        name="cause"
        rows={2}
        optional
        maxLength={2000}
        defaultValue={incident.cause}
      />
      <TextArea
        label="Bài học để không lặp lại"
        name="lessons"
        rows={2}
        optional
        maxLength={2000}
        defaultValue={incident.lessons}
      />
    </>
  );
}
