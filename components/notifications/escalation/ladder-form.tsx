import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { EscalationLadderRow } from "@/lib/notifications/escalation/queries";
import { noticeKinds } from "@/lib/notifications/labels";

type Props = { action: FormAction; ladder: EscalationLadderRow | null };

/** What someone must act upon; the rest is news. */
const kinds = Object.entries(noticeKinds)
  .filter(
    ([kind, { tone }]) => ["danger", "warning"].includes(tone) && !kind.startsWith("escalation."),
  )
  .map(([value, { label }]) => ({ value, label }));

export function EscalationLadderForm({ action, ladder }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={ladder ? { ladderId: ladder.id, version: String(ladder.version) } : {}}
      footer={<SubmitButton>{ladder ? "Lưu thay đổi" : "Thêm thang"}</SubmitButton>}
    >
      <TextField label="Tên" name="name" maxLength={100} defaultValue={ladder?.name} />
      <TextArea
        label="Dùng khi nào"
        name="description"
        optional
        rows={2}
        maxLength={300}
        defaultValue={ladder?.description}
      />
      <CheckboxGroup
        label="Loại thông báo"
        name="kinds[]"
        columns={2}
        options={kinds}
        defaultValues={ladder?.kinds}
      />
      {ladder ? <Checkbox name="active" label="Đang dùng" defaultChecked={ladder.active} /> : null}
    </ActionForm>
  );
}
