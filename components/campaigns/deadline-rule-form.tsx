import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { anchorLabels, ruleMeasure } from "@/lib/campaigns/deadlines/labels";
import type { DeadlineRuleRow } from "@/lib/campaigns/deadlines/queries";
import { deadlineAnchors } from "@/lib/campaigns/deadlines/schema";
import { occasionKindLabels } from "@/lib/campaigns/labels";
import { occasionKinds } from "@/lib/campaigns/schema";
import { measures } from "@/lib/directives/schema";
import type { FormAction } from "@/lib/form-state";

type Props = { action: FormAction; rule?: DeadlineRuleRow; today: string };

export function DeadlineRuleForm({ action, rule, today }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={rule ? { ruleId: rule.id, version: String(rule.version) } : {}}
      footer={<SubmitButton>{rule ? "Lưu thay đổi" : "Thêm quy tắc"}</SubmitButton>}
    >
      <SelectField
        label="Loại nhiệm vụ"
        name="measure"
        placeholder={ruleMeasure(null)}
        defaultValue={rule?.measure ?? ""}
        options={measures.map((value) => ({ value, label: ruleMeasure(value) }))}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label="Số ngày"
          name="days"
          type="number"
          min={0}
          max={90}
          defaultValue={Math.abs(rule?.offset ?? 3)}
        />
        <SelectField
          label="Trước hay sau"
          name="direction"
          defaultValue={(rule?.offset ?? -1) > 0 ? "after" : "before"}
          options={[
            { value: "before", label: "Trước mốc" },
            { value: "after", label: "Sau mốc" },
          ]}
        />
        <TextField label="Giờ" name="time" type="time" defaultValue={rule?.time ?? "17:00"} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Mốc tính hạn"
          name="anchor"
          defaultValue={rule?.anchor ?? "ends"}
          options={deadlineAnchors.map((value) => ({ value, label: anchorLabels[value] }))}
        />
        <SelectField
          label="Dịp"
          name="occasionKind"
          optional
          placeholder="Tính theo cả đợt"
          defaultValue={rule?.occasionKind ?? ""}
          options={occasionKinds.map((value) => ({ value, label: occasionKindLabels[value] }))}
        />
      </div>
      <TextField label="Căn cứ" name="source" maxLength={500} defaultValue={rule?.source} />
      <TextField label="Ghi chú" name="note" optional maxLength={500} defaultValue={rule?.note} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Hiệu lực từ"
          name="validFrom"
          type="date"
          defaultValue={rule?.validFrom ?? today}
        />
        <TextField
          label="Hết hiệu lực từ"
          name="validTo"
          type="date"
          optional
          defaultValue={rule?.validTo ?? ""}
        />
      </div>
    </ActionForm>
  );
}
