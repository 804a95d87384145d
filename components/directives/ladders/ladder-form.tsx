import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { LadderRow } from "@/lib/directives/ladders/queries";
import type { FormAction } from "@/lib/form-state";

export function LadderForm({ action, ladder }: { action: FormAction; ladder: LadderRow | null }) {
  return (
    <ActionForm
      action={action}
      hidden={ladder ? { ladderId: ladder.id, version: String(ladder.version) } : {}}
      footer={<SubmitButton>{ladder ? "Lưu thay đổi" : "Thêm bộ nhắc"}</SubmitButton>}
    >
      <TextField label="Tên bộ nhắc" name="name" maxLength={100} defaultValue={ladder?.name} />
      <TextArea
        label="Dùng khi nào"
        name="description"
        optional
        rows={2}
        maxLength={300}
        defaultValue={ladder?.description}
      />
    </ActionForm>
  );
}
