import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { InputControl, SelectControl } from "@/components/ui/field";
import { actionLabels, subjectLabels } from "@/lib/audit/trail/labels";
import type { TrailFilter } from "@/lib/audit/trail/schema";

type Props = {
  filter: TrailFilter;
  clearHref: string | undefined;
  /** False for a lead, who reads the own unit's alone. */
  byUnit: boolean;
};

export function TrailFilterForm({ filter, clearHref, byUnit }: Props) {
  const { person, unit, action, subject, subjectId, from, to } = filter;
  return (
    <search aria-label="Lọc nhật ký">
      <Form action="/admin/audit" className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Labelled label="Người làm">
          <InputControl name="person" maxLength={100} defaultValue={person} />
        </Labelled>
        {byUnit ? (
          <Labelled label="Đơn vị">
            <InputControl name="unit" maxLength={100} defaultValue={unit} />
          </Labelled>
        ) : null}
        <Labelled label="Việc làm">
          <SelectControl name="action" defaultValue={action ?? ""}>
            <option value="">Mọi việc</option>
            {Object.entries(actionLabels).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </SelectControl>
        </Labelled>
        <Labelled label="Đối tượng">
          <SelectControl name="subject" defaultValue={subject ?? ""}>
            <option value="">Mọi đối tượng</option>
            {Object.entries(subjectLabels).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </SelectControl>
        </Labelled>
        {subjectId ? (
          <Labelled label="Mã đối tượng">
            <InputControl name="subjectId" maxLength={100} defaultValue={subjectId} />
          </Labelled>
        ) : null}
        <Labelled label="Từ ngày">
          <InputControl type="date" name="from" defaultValue={from} />
        </Labelled>
        <Labelled label="Đến hết ngày">
          <InputControl type="date" name="to" defaultValue={to} />
        </Labelled>
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

/** A filter needs a label and nothing more: what is left empty filters nothing. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid gap-1.5">
      <span className="font-medium">{label}</span>
      {children}
    </label>
  );
}
