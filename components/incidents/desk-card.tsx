import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";
import type { DeskRow } from "@/lib/incidents/desks/queries";
import { partLabels } from "@/lib/incidents/labels";
import { formatDay } from "@/lib/time";

type Props = {
  desks: DeskRow[];
  units: { id: string; name: string }[];
  add: FormAction | null;
  remove: FormAction;
};

/** Which unit is the police, which the support centre: they change, so they are chosen. */
export function DeskCard({ desks, units, add, remove }: Props) {
  return (
    <Card
      title="Đơn vị xử lý sự cố"
      description="Công an được báo mọi sự cố; nơi hỗ trợ kỹ thuật được báo khi vượt khả năng."
    >
      <div className="grid gap-4">
        {desks.some(({ part }) => part === "police") ? null : (
          <Alert tone="danger" title="Chưa chọn Công an">
            Sự cố mới chỉ báo cho huyện.
          </Alert>
        )}
        <ul className="grid gap-2">
          {desks.map((desk) => (
            <li key={desk.unitId} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                <span className="font-medium">{desk.unit.name}</span> · {partLabels[desk.part]}
                {desk.unit.validTo ? ` · thôi hoạt động ${formatDay(desk.unit.validTo)}` : ""}
              </span>
              {add ? (
                <ActionButton
                  action={remove}
                  fields={{ unitId: desk.unitId }}
                  variant="ghost"
                  size="sm"
                  confirm={{
                    title: `Bỏ ${desk.unit.name}?`,
                    description: "Sự cố mới không báo cho đơn vị này nữa.",
                    confirmLabel: "Bỏ đơn vị",
                  }}
                >
                  Bỏ
                  <span className="sr-only"> {desk.unit.name}</span>
                </ActionButton>
              ) : null}
            </li>
          ))}
        </ul>
        {add ? (
          <ActionForm action={add} label="Thêm đơn vị xử lý sự cố">
            <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_14rem_auto]">
              <SelectField
                label="Đơn vị"
                name="unitId"
                placeholder="Chọn đơn vị"
                options={units.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <SelectField
                label="Vai"
                name="part"
                options={(["police", "support"] as const).map((part) => ({
                  value: part,
                  label: partLabels[part],
                }))}
              />
              <SubmitButton variant="secondary">Thêm đơn vị</SubmitButton>
            </div>
          </ActionForm>
        ) : null}
      </div>
    </Card>
  );
}
