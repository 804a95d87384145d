import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { homeLabels } from "@/lib/organization/labels";
import type { UnitKindRow } from "@/lib/organization/queries";

export function KindForm({ action, kind }: { action: FormAction; kind: UnitKindRow | null }) {
  return (
    <ActionForm
      action={action}
      hidden={kind ? { code: kind.code } : {}}
      footer={<SubmitButton>{kind ? "Lưu thay đổi" : "Thêm loại"}</SubmitButton>}
    >
      {kind ? null : (
        <TextField
          label="Mã loại"
          name="code"
          required
          maxLength={60}
          hint="Chữ thường không dấu, như ghi trong cột kind của tệp đơn vị."
        />
      )}
      <TextField
        label="Tên loại"
        name="label"
        required
        maxLength={100}
        defaultValue={kind?.label}
      />
      <SelectField
        label="Trang chủ"
        name="home"
        optional
        placeholder="Chưa chọn"
        defaultValue={kind?.home ?? ""}
        options={Object.entries(homeLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        label="Thứ tự trong danh sách"
        name="rank"
        type="number"
        min={0}
        max={9999}
        required
        defaultValue={kind?.rank ?? 100}
      />
    </ActionForm>
  );
}
