import Form from "next/form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { actionLabels } from "@/lib/audit/trail/labels";
import type { TrailFilter } from "@/lib/audit/trail/schema";
import { parseLocal } from "@/lib/time";

type Props = {
  filter: TrailFilter;
  clearHref: string | undefined;
  /** False for a lead, who reads the own unit's alone. */
  byUnit: boolean;
};

export function TrailFilterForm({ filter, clearHref, byUnit }: Props) {
  const { person, unit, action, from, to } = filter;
  return (
    <search aria-label="Lọc nhật ký">
      <Form action="/admin/audit" prefetch={false} className="grid items-end gap-4 sm:grid-cols-3">
        <TextField label="Người làm" name="person" optional defaultValue={person} />
        {byUnit ? <TextField label="Đơn vị" name="unit" optional defaultValue={unit} /> : null}
        <SelectField
          label="Việc làm"
          name="action"
          optional
          placeholder="Mọi việc"
          defaultValue={action ?? ""}
          options={actions}
        />
        <DateTimeField
          label="Từ ngày"
          name="from"
          precision="day"
          optional
          defaultValue={from ? parseLocal(from) : null}
        />
        <DateTimeField
          label="Đến hết ngày"
          name="to"
          precision="day"
          optional
          defaultValue={to ? parseLocal(to) : null}
        />
        <div className="flex gap-2">
          <Button type="submit">Lọc</Button>
          {clearHref ? (
            <ButtonLink href={clearHref} variant="ghost">
              Bỏ lọc
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

const actions = Object.entries(actionLabels).map(([value, label]) => ({ value, label }));
