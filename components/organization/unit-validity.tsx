import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { DateTimeField } from "@/components/ui/date-time-field";
import { DefinitionList } from "@/components/ui/definition-list";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import type { UnitView } from "@/lib/organization/queries";
import { formatCalendarDay } from "@/lib/organization/rules";
import { type UnitChoice, unitOptions } from "./unit-options";

type Props = { unit: UnitView; choices: UnitChoice[]; close: FormAction; reopen: FormAction };

/** From when to when, who came before and who after; and the way to end it or take that back. */
export function UnitValidity({ unit, choices, close, reopen }: Props) {
  const seen = { unitId: unit.id, version: String(unit.version) };
  return (
    <div className="grid gap-5">
      <DefinitionList
        items={[
          ["Từ ngày", formatCalendarDay(unit.validFrom)],
          ["Thôi hoạt động", unit.validTo ? formatCalendarDay(unit.validTo) : "Không thời hạn"],
          ...(unit.validTo ? [["Kế thừa bởi", linked(unit.successor)] as [string, ReactNode]] : []),
          ...unit.predecessors.map((one): [string, ReactNode] => ["Kế thừa từ", linked(one)]),
          ["Đơn vị trực thuộc", String(unit._count.children)],
          ["Tài khoản", String(unit._count.people)],
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <Dialog
          trigger={unit.validTo ? "Sửa ngày thôi hoạt động" : "Cho thôi hoạt động"}
          title="Cho đơn vị thôi hoạt động?"
          description="Dùng khi sáp nhập, giải thể. Dữ liệu cũ của đơn vị vẫn được giữ; từ ngày này đơn vị không nhận văn bản mới."
        >
          <ActionForm
            action={close}
            hidden={seen}
            footer={<SubmitButton variant="danger">Ghi ngày thôi hoạt động</SubmitButton>}
          >
            <DateTimeField
              label="Ngày đầu tiên không còn hoạt động"
              name="validTo"
              precision="day"
              required
              defaultValue={unit.validTo}
            />
            <SelectField
              label="Đơn vị kế thừa"
              name="successorId"
              optional
              placeholder="Không có"
              defaultValue={unit.successor?.id ?? ""}
              options={unitOptions(
                choices.filter(({ id }) => id !== unit.id),
                unit.successor,
              )}
            />
          </ActionForm>
        </Dialog>
        {unit.validTo ? (
          <ActionButton
            action={reopen}
            fields={seen}
            confirm={{
              title: "Cho đơn vị hoạt động trở lại?",
              description: "Ngày thôi hoạt động và đơn vị kế thừa đã ghi sẽ bị bỏ.",
              confirmLabel: "Khôi phục đơn vị",
            }}
          >
            Khôi phục đơn vị
          </ActionButton>
        ) : null}
      </div>
    </div>
  );
}

const linked = (unit: { id: string; name: string } | null) =>
  unit ? <TextLink href={`/admin/units/${unit.id}`}>{unit.name}</TextLink> : null;
