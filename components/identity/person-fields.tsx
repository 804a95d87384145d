import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type Role, roles } from "@/lib/auth/actor";
import { roleLabels } from "@/lib/identity/labels";

export type UnitChoice = { id: string; name: string; kindLabel: string };

type Props = {
  units: UnitChoice[];
  person?: {
    fullName: string;
    title: string;
    phone: string | null;
    role: Role;
    unitId: string;
    unit: { name: string };
  };
};

const roleOptions = roles.map((role) => ({ value: role, label: roleLabels[role] }));

/** What is written about a person, in a new account and in an old one. */
export function PersonFields({ units, person }: Props) {
  return (
    <>
      <TextField
        label="Họ và tên"
        name="fullName"
        defaultValue={person?.fullName}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        label="Chức vụ"
        name="title"
        optional
        defaultValue={person?.title}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        label="Điện thoại"
        name="phone"
        type="tel"
        optional
        defaultValue={person?.phone ?? ""}
        maxLength={24}
        autoComplete="off"
      />
      <SelectField
        label="Vai trò"
        name="role"
        options={roleOptions}
        placeholder="Chọn vai trò"
        defaultValue={person?.role ?? ""}
      />
      <SelectField
        label="Đơn vị"
        name="unitId"
        options={unitOptions(units, person)}
        placeholder="Chọn đơn vị"
        defaultValue={person?.unitId ?? ""}
      />
    </>
  );
}

/** By kind; a unit that no longer exists stays to be chosen by whoever still belongs to it. */
function unitOptions(units: UnitChoice[], person: Props["person"]) {
  const kinds = [...new Set(units.map(({ kindLabel }) => kindLabel))];
  const groups = kinds.map((label) => ({
    label,
    options: units
      .filter(({ kindLabel }) => kindLabel === label)
      .map(({ id, name }) => ({ value: id, label: name })),
  }));
  if (!person || units.some(({ id }) => id === person.unitId)) return groups;
  const former = [{ value: person.unitId, label: person.unit.name }];
  return [...groups, { label: "Đã thôi hoạt động", options: former }];
}
