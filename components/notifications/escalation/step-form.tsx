import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { escalationReceiverLabels } from "@/lib/notifications/escalation/labels";
import type { EscalationStepRow } from "@/lib/notifications/escalation/queries";
import { escalationReceivers } from "@/lib/notifications/escalation/schema";

type Props = { action: FormAction; ladderId: string; step: EscalationStepRow | null };

export function EscalationStepForm({ action, ladderId, step }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={step ? { stepId: step.id, version: String(step.version) } : { ladderId }}
      footer={<SubmitButton>{step ? "Lưu thay đổi" : "Thêm bậc"}</SubmitButton>}
    >
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          label="Sau (phút)"
          name="afterMinutes"
          type="number"
          min={1}
          max={1_440}
          defaultValue={step?.afterMinutes ?? 15}
        />
        <TextField
          label="Nhắc lại (lần)"
          name="repeatTimes"
          type="number"
          min={0}
          max={20}
          defaultValue={step?.repeatTimes ?? 0}
        />
        <TextField
          label="Cách nhau (phút)"
          name="repeatMinutes"
          type="number"
          min={1}
          max={720}
          defaultValue={step?.repeatMinutes ?? 15}
        />
      </div>
      <CheckboxGroup
        label="Báo cho"
        name="tell[]"
        columns={2}
        options={escalationReceivers.map((value) => ({
          value,
          label: escalationReceiverLabels[value],
        }))}
        defaultValues={step?.tell ?? ["addressee"]}
      />
      {step ? <Checkbox name="active" label="Đang dùng" defaultChecked={step.active} /> : null}
    </ActionForm>
  );
}
