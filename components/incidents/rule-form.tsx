import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import {
  confidenceLabels,
  dutyLabels,
  triggerLabels,
  unitLabels,
} from "@/lib/incidents/deadlines/labels";
import type { IncidentRuleRow } from "@/lib/incidents/deadlines/queries";
import { spanOf } from "@/lib/incidents/deadlines/rules";
import { confidences, deadlineDuties, deadlineTriggers } from "@/lib/incidents/deadlines/schema";
import { classLabels, kindLabels } from "@/lib/incidents/labels";
import { incidentKinds, statutoryClasses } from "@/lib/incidents/schema";

type Props = { rule?: IncidentRuleRow; action: FormAction };

/** One rule: what is owed, from when on, how soon, to whom, by which text and in which years. */
export function RuleForm({ rule, action }: Props) {
  const { amount, unit } = rule ? spanOf(rule.minutes) : { amount: 5, unit: "days" };
  return (
    <ActionForm
      action={action}
      hidden={rule ? { ruleId: rule.id, version: String(rule.version) } : {}}
      label="Quy tắc hạn"
      footer={<SubmitButton>{rule ? "Lưu quy tắc" : "Thêm quy tắc"}</SubmitButton>}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label="Phải làm gì"
          name="duty"
          defaultValue={rule?.duty}
          options={deadlineDuties.map((duty) => ({ value: duty, label: dutyLabels[duty] }))}
        />
        <SelectField
          label="Tính"
          name="trigger"
          defaultValue={rule?.trigger}
          options={deadlineTriggers.map((one) => ({ value: one, label: triggerLabels[one] }))}
        />
        <TextField
          label="Trong bao lâu"
          name="amount"
          inputMode="numeric"
          defaultValue={String(amount)}
        />
        <SelectField
          label="Đơn vị tính"
          name="unit"
          defaultValue={unit}
          options={Object.entries(unitLabels).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          label="Phân loại"
          name="statutoryClass"
          defaultValue={rule?.statutoryClass ?? ""}
          placeholder="Mọi phân loại"
          options={statutoryClasses.map((one) => ({ value: one, label: classLabels[one] }))}
        />
        <SelectField
          label="Loại sự cố"
          name="kind"
          defaultValue={rule?.kind ?? ""}
          placeholder="Mọi loại"
          options={incidentKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
        />
        <TextField
          label="Áp dụng từ ngày"
          name="validFrom"
          type="date"
          defaultValue={rule?.validFrom}
        />
        <TextField
          label="Hết hiệu lực ngày"
          name="validTo"
          type="date"
          optional
          defaultValue={rule?.validTo ?? ""}
        />
      </div>
      <TextArea
        label="Nơi nhận, mỗi dòng một nơi"
        name="recipients"
        rows={2}
        defaultValue={rule?.recipients.join("\n")}
      />
      <TextField label="Căn cứ" name="source" maxLength={500} defaultValue={rule?.source} />
      <SelectField
        label="Độ tin cậy của căn cứ"
        name="confidence"
        defaultValue={rule?.confidence}
        options={confidences.map((one) => ({
          value: one,
          label: confidenceLabels[one]?.text ?? one,
        }))}
      />
      <TextField label="Ghi chú" name="note" optional maxLength={500} defaultValue={rule?.note} />
    </ActionForm>
  );
}
