import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { clockOf, momentLabels, momentOf, receiverLabels } from "@/lib/directives/ladders/labels";
import type { RuleRow } from "@/lib/directives/ladders/queries";
import { reminderReceivers, ruleMoments } from "@/lib/directives/ladders/schema";
import type { FormAction } from "@/lib/form-state";

type Props = { action: FormAction; ladderId: string; rule: RuleRow | null };

export function RuleForm({ action, ladderId, rule }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={rule ? { ruleId: rule.id, version: String(rule.version) } : { ladderId }}
      footer={<SubmitButton>{rule ? "Lưu thay đổi" : "Thêm bậc"}</SubmitButton>}
    >
      <div className="grid gap-5 sm:grid-cols-3">
        <SelectField
          label="Khi nào"
          name="moment"
          defaultValue={rule ? momentOf(rule) : "before"}
          options={ruleMoments.map((value) => ({ value, label: momentLabels[value] }))}
        />
        <TextField
          label="Số ngày hoặc giờ"
          name="length"
          type="number"
          min={0}
          max={720}
          defaultValue={Math.abs(rule?.offset ?? 1)}
        />
        <TextField
          label="Nhắc lúc"
          name="time"
          type="time"
          defaultValue={clockOf(rule?.minuteOfDay ?? 480)}
        />
      </div>
      <CheckboxGroup
        label="Báo cho"
        name="tell[]"
        options={reminderReceivers.map((value) => ({ value, label: receiverLabels[value] }))}
        defaultValues={rule?.tell ?? ["unit"]}
      />
      <TextArea label="Câu nhắc" name="text" rows={2} maxLength={300} defaultValue={rule?.text} />
      <Checkbox name="active" label="Đang dùng" defaultChecked={rule?.active ?? true} />
    </ActionForm>
  );
}
