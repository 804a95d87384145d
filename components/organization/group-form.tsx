import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { FieldGroup } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { RecipientGroupView } from "@/lib/organization/groups/queries";
import type { UnitKindRow } from "@/lib/organization/queries";
import type { UnitChoice } from "./unit-options";

type Props = {
  action: FormAction;
  kinds: UnitKindRow[];
  choices: UnitChoice[];
  group: RecipientGroupView | null;
};

export function GroupForm({ action, kinds, choices, group }: Props) {
  return (
    <ActionForm
      action={action}
      whenDone="keep"
      hidden={group ? { groupId: group.id, version: String(group.version) } : {}}
      footer={<SubmitButton>{group ? "Lưu thay đổi" : "Thêm nhóm"}</SubmitButton>}
    >
      <TextField
        label="Tên nhóm"
        name="name"
        required
        maxLength={200}
        hint="Như vẫn viết ở nơi nhận, ví dụ: UBND các xã, thị trấn."
        defaultValue={group?.name}
      />
      <TextArea
        label="Cách viết khác"
        name="aliases"
        optional
        hint="Mỗi dòng một cách viết, để nhận ra nhóm khi đọc văn bản."
        defaultValue={group?.aliases.join("\n")}
      />
      <CheckboxGroup
        label="Gồm mọi đơn vị thuộc loại"
        name="kindCodes[]"
        columns={2}
        defaultValues={group?.kindCodes}
        options={kinds.map(({ code, label, units }) => ({
          value: code,
          label: `${label} (${units})`,
        }))}
      />
      <NamedUnits choices={choices} named={group?.units ?? []} />
    </ActionForm>
  );
}

/** Folded by kind: a province has thousands. Named ones that no longer exist stay on the list. */
function NamedUnits({
  choices,
  named,
}: {
  choices: UnitChoice[];
  named: { id: string; name: string }[];
}) {
  const ticked = new Set(named.map(({ id }) => id));
  const gone = named
    .filter(({ id }) => !choices.some((choice) => choice.id === id))
    .map((unit) => ({ ...unit, kindLabel: "Đã thôi hoạt động" }));
  const all = [...choices, ...gone];
  const kinds = [...new Set(all.map(({ kindLabel }) => kindLabel))];

  return (
    <FieldGroup label="Và những đơn vị nêu tên" name="unitIds[]" optional>
      <div className="grid gap-2">
        {kinds.map((kind) => {
          const units = all.filter(({ kindLabel }) => kindLabel === kind);
          const count = units.filter(({ id }) => ticked.has(id)).length;
          return (
            <details
              key={kind}
              className="rounded-md border border-line px-3 py-2"
              open={count > 0}
            >
              <summary className="cursor-pointer py-1 font-medium">
                {kind}
                <span className="ml-2 font-normal text-ink-muted">
                  {count > 0 ? `đã chọn ${count} trong ${units.length}` : units.length}
                </span>
              </summary>
              <div className="grid gap-x-6 pt-1 sm:grid-cols-2">
                {units.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} defaultChecked={ticked.has(id)} />
                ))}
              </div>
            </details>
          );
        })}
      </div>
    </FieldGroup>
  );
}
