import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { InventoryView } from "@/lib/inventory/queries";

const levels = [1, 2, 3, 4, 5].map((level) => ({
  value: String(level),
  label: `Cấp độ ${level}`,
}));

export function SystemFields({ system }: { system?: InventoryView["systems"][number] }) {
  return (
    <>
      <TextField label="Tên hệ thống" name="name" maxLength={200} defaultValue={system?.name} />
      <SelectField
        label="Cấp độ"
        name="level"
        placeholder="Chưa xác định"
        optional
        options={levels}
        defaultValue={system?.level ? String(system.level) : ""}
      />
      <TextField
        label="Tên miền"
        name="domain"
        optional
        maxLength={253}
        defaultValue={system?.domain}
      />
      <TextField
        label="Đơn vị vận hành"
        name="operator"
        optional
        maxLength={200}
        defaultValue={system?.operator}
      />
      <TextField label="Ghi chú" name="note" optional maxLength={500} defaultValue={system?.note} />
    </>
  );
}
