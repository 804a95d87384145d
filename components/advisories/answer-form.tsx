import { ActionForm } from "@/components/ui/action-form";
import { FileField } from "@/components/ui/file-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { HandlingView } from "@/lib/advisories/detail/queries";
import { answerStates } from "@/lib/advisories/handling/schema";
import { handlingLabels } from "@/lib/advisories/labels";
import type { FormAction } from "@/lib/form-state";
import { OwnerFields } from "./owner-fields";

type Props = { handling: HandlingView; hidden: Record<string, string>; action: FormAction };

export function AnswerForm({ handling, hidden, action }: Props) {
  const { inventory } = handling;
  const machines = inventory
    ? inventory.servers + inventory.workstations + inventory.networkDevices
    : null;
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      label="Trả lời cảnh báo"
      footer={<SubmitButton>Gửi trả lời</SubmitButton>}
    >
      <RadioCards
        label="Tình trạng"
        name="state"
        columns={3}
        defaultValue={answerStates.find((state) => state === handling.state)}
        options={answerStates.map((value) => ({ value, label: handlingLabels[value].text }))}
      />
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <CountField
          label="Máy đã kiểm tra"
          name="total"
          value={handling.total}
          hint={machines === null ? undefined : `Bản kê: ${machines}`}
        />
        <CountField label="Bị ảnh hưởng" name="affected" value={handling.affected} />
        <CountField label="Đã vá" name="patched" value={handling.patched} />
        <CountField label="Giảm thiểu tạm" name="mitigated" value={handling.mitigated} />
      </div>
      <TextArea
        label="Đã làm gì, còn gì"
        name="note"
        rows={3}
        optional
        maxLength={2000}
        defaultValue={handling.note}
      />
      <OwnerFields handling={handling} />
      <FileField
        label="Minh chứng"
        name="files[]"
        multiple
        optional
        hint="Ảnh màn hình, biên bản."
      />
    </ActionForm>
  );
}

type Count = { label: string; name: string; value: number | null; hint?: string };

function CountField({ label, name, value, hint }: Count) {
  return (
    <TextField
      label={label}
      name={name}
      inputMode="numeric"
      maxLength={6}
      hint={hint}
      defaultValue={value ?? ""}
    />
  );
}
