import { ActionForm } from "@/components/ui/action-form";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { signLabels } from "@/lib/incidents/labels";
import { incidentSigns } from "@/lib/incidents/schema";

type Props = {
  drillId: string;
  units: { id: string; shortName: string }[];
  action: FormAction;
};

export function InjectForm({ drillId, units, action }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ drillId }}
      label="Thêm tình huống"
      footer={<SubmitButton>Thêm vào kịch bản</SubmitButton>}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Phát ở phút thứ"
          name="minute"
          inputMode="numeric"
          defaultValue="0"
          hint="Tính từ lúc bắt đầu diễn tập."
        />
        <TextField
          label="Phải báo cáo trong (phút)"
          name="reportMinutes"
          inputMode="numeric"
          defaultValue="30"
          hint="Tính từ lúc phát tình huống."
        />
      </div>
      <SelectField
        label="Loại tình huống"
        name="sign"
        options={incidentSigns.map((sign) => ({ value: sign, label: signLabels[sign].label }))}
      />
      <TextArea
        label="Đơn vị nhìn thấy gì"
        name="text"
        rows={3}
        maxLength={1000}
        placeholder="Ví dụ: 05 máy ở bộ phận một cửa không mở được tệp, màn hình hiện thư đòi tiền."
      />
      <CheckboxGroup
        label="Đơn vị nhận"
        name="unitIds[]"
        columns={2}
        options={units.map(({ id, shortName }) => ({ value: id, label: shortName }))}
      />
    </ActionForm>
  );
}
