import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { confidenceLabels } from "@/lib/campaigns/holidays/labels";
import type { HolidayRow } from "@/lib/campaigns/holidays/queries";
import { confidences } from "@/lib/campaigns/holidays/schema";
import type { FormAction } from "@/lib/form-state";

export function HolidayForm({ action, holiday }: { action: FormAction; holiday?: HolidayRow }) {
  return (
    <ActionForm
      action={action}
      hidden={holiday ? { holidayId: holiday.id, version: String(holiday.version) } : {}}
      footer={<SubmitButton>{holiday ? "Lưu thay đổi" : "Thêm ngày nghỉ"}</SubmitButton>}
    >
      <TextField label="Tên ngày nghỉ" name="name" maxLength={200} defaultValue={holiday?.name} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Ngày đầu" name="firstOn" type="date" defaultValue={holiday?.firstOn} />
        <TextField label="Ngày cuối" name="lastOn" type="date" defaultValue={holiday?.lastOn} />
      </div>
      <TextField
        label="Nguồn"
        name="source"
        maxLength={500}
        hint="Số văn bản thông báo, hoặc nơi đã đọc."
        defaultValue={holiday?.source}
      />
      <SelectField
        label="Mức tin cậy"
        name="confidence"
        defaultValue={holiday?.confidence ?? "official"}
        options={confidences.map((value) => ({ value, label: confidenceLabels[value].text }))}
      />
    </ActionForm>
  );
}
