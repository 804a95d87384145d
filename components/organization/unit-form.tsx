import { ActionForm } from "@/components/ui/action-form";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { UnitKindRow, UnitView } from "@/lib/organization/queries";
import { UNIT_LIMITS } from "@/lib/organization/schema";
import { now } from "@/lib/time";
import { type UnitChoice, unitOptions } from "./unit-options";

type Props = {
  action: FormAction;
  kinds: UnitKindRow[];
  choices: UnitChoice[];
  /** Null: a new one. The code and the first day are then asked for, later they stay. */
  unit: UnitView | null;
};

export function UnitForm({ action, kinds, choices, unit }: Props) {
  const others = choices.filter(({ id }) => id !== unit?.id);
  return (
    <ActionForm
      action={action}
      whenDone="keep"
      hidden={unit ? { unitId: unit.id, version: String(unit.version) } : {}}
      footer={<SubmitButton>{unit ? "Lưu thay đổi" : "Thêm đơn vị"}</SubmitButton>}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        {unit ? null : <NewUnitFields />}
        <TextField
          label="Tên đơn vị"
          name="name"
          required
          maxLength={UNIT_LIMITS.name}
          defaultValue={unit?.name}
        />
        <TextField
          label="Tên gọn"
          name="shortName"
          optional
          hint="Dùng ở nơi chật; để trống thì lấy tên đầy đủ."
          maxLength={UNIT_LIMITS.shortName}
          defaultValue={unit?.shortName}
        />
        <SelectField
          label="Loại đơn vị"
          name="kindCode"
          required
          placeholder="Chọn loại đơn vị"
          defaultValue={unit?.kindCode ?? ""}
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
        />
        <SelectField
          label="Đơn vị cấp trên"
          name="parentId"
          optional
          placeholder="Không có"
          defaultValue={unit?.parent?.id ?? ""}
          options={unitOptions(others, unit?.parent)}
        />
        <TextField
          label="Điện thoại trực"
          name="phone"
          type="tel"
          optional
          maxLength={24}
          defaultValue={unit?.phone ?? ""}
        />
        <TextArea
          label="Tên gọi khác"
          name="aliases"
          optional
          hint="Mỗi dòng một tên như văn bản vẫn viết, để nhận ra đơn vị khi đọc nơi nhận."
          defaultValue={unit?.aliases.join("\n")}
          className="sm:col-span-2"
        />
      </div>
    </ActionForm>
  );
}

function NewUnitFields() {
  return (
    <>
      <TextField
        label="Mã đơn vị"
        name="code"
        required
        hint="Mã chính thức nếu có, ví dụ HL-06391. Không đổi được về sau."
        maxLength={UNIT_LIMITS.code}
      />
      <DateTimeField
        label="Hoạt động từ ngày"
        name="validFrom"
        precision="day"
        required
        hint="Không đổi được về sau."
        defaultValue={now()}
      />
    </>
  );
}
