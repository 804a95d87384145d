"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { calendarLabels, occasionKindLabels } from "@/lib/campaigns/labels";
import { calendars, occasionKinds } from "@/lib/campaigns/schema";
import type { TemplateRow } from "@/lib/campaigns/templates/queries";
import type { TemplateOccasion } from "@/lib/campaigns/templates/schema";
import type { FormAction } from "@/lib/form-state";

const NEW: TemplateOccasion = {
  kind: "own",
  name: "",
  calendar: "solar",
  month: 1,
  day: 1,
  offset: 0,
  days: 1,
};

export function TemplateForm({ action, template }: { action: FormAction; template?: TemplateRow }) {
  const [occasions, setOccasions] = useState<TemplateOccasion[]>(template?.occasions ?? [NEW]);
  const put = (at: number, change: Partial<TemplateOccasion>) =>
    setOccasions(occasions.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <ActionForm
      action={action}
      hidden={template ? { templateId: template.id, version: String(template.version) } : {}}
      whenDone="keep"
      footer={<SubmitButton>{template ? "Lưu thay đổi" : "Thêm mẫu"}</SubmitButton>}
    >
      <input type="hidden" name="occasions" value={JSON.stringify(occasions)} />
      <TextField label="Tên mẫu" name="name" maxLength={200} defaultValue={template?.name} />
      <TextField
        label="Ghi chú"
        name="note"
        optional
        maxLength={500}
        defaultValue={template?.note}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Count label="Mở trước dịp đầu (ngày)" name="leadDays" value={template?.leadDays ?? 7} />
        <Count label="Kéo dài sau dịp cuối" name="trailDays" value={template?.trailDays ?? 3} />
        <Count label="Thứ tự" name="rank" value={template?.rank ?? 100} />
      </div>
      <ul className="grid gap-5 divide-y divide-line [&>li:not(:first-child)]:pt-5">
        {occasions.map((occasion, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an occasion is identified by its place
            key={index}
          >
            <OccasionRule
              occasion={occasion}
              place={index + 1}
              onChange={(change) => put(index, change)}
              onRemove={() => setOccasions(occasions.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button size="sm" onClick={() => setOccasions([...occasions, NEW])}>
          Thêm dịp
        </Button>
      </div>
    </ActionForm>
  );
}

function Count({ label, name, value }: { label: string; name: string; value: number }) {
  return <TextField label={label} name={name} type="number" min={0} defaultValue={value} />;
}

type RuleProps = {
  occasion: TemplateOccasion;
  place: number;
  onChange: (change: Partial<TemplateOccasion>) => void;
  onRemove: () => void;
};

function OccasionRule({ occasion, place, onChange, onRemove }: RuleProps) {
  const number = (key: "day" | "month" | "offset" | "days", label: string) => (
    <TextField
      label={label}
      name={`${key}-${place}`}
      type="number"
      value={occasion[key]}
      onChange={({ target }) => onChange({ [key]: Number(target.value) })}
    />
  );
  return (
    <fieldset className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <legend className="sr-only">Dịp thứ {place}</legend>
      <TextField
        className="col-span-2"
        label="Tên dịp"
        name={`occasion-${place}`}
        value={occasion.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <SelectField
        label="Loại dịp"
        name={`kind-${place}`}
        value={occasion.kind}
        onChange={({ target }) =>
          onChange({ kind: occasionKinds.find((one) => one === target.value) ?? "own" })
        }
        options={occasionKinds.map((value) => ({ value, label: occasionKindLabels[value] }))}
      />
      <SelectField
        label="Lịch"
        name={`calendar-${place}`}
        value={occasion.calendar}
        onChange={({ target }) =>
          onChange({ calendar: calendars.find((one) => one === target.value) ?? "solar" })
        }
        options={calendars.map((value) => ({ value, label: calendarLabels[value] }))}
      />
      {number("day", "Ngày")}
      {number("month", "Tháng")}
      {number("offset", "Bắt đầu lệch (ngày)")}
      {number("days", "Dài (ngày)")}
      <div className="col-span-full flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-ink-muted">
          Lệch -1 là bắt đầu từ hôm trước, như giao thừa trước mùng 1.
        </p>
        <Button variant="ghost" size="sm" onClick={onRemove} aria-label={`Bỏ dịp thứ ${place}`}>
          Bỏ dịp
        </Button>
      </div>
    </fieldset>
  );
}
