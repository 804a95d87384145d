"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CalendarPlus, Trash2 } from "@/components/ui/icons";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { calendarLabels, lunarRange, occasionKindLabels } from "@/lib/campaigns/labels";
import { calendars, daySchema, type Occasion, occasionKinds } from "@/lib/campaigns/schema";

type Props = {
  occasions: Occasion[];
  onChange: (occasions: Occasion[]) => void;
  /** Where a new occasion starts from. */
  newDay: string;
};

/** The occasions of a campaign, both calendars side by side while the days are chosen. */
export function OccasionEditor({ occasions, onChange, newDay }: Props) {
  const put = (at: number, change: Partial<Occasion>) =>
    onChange(occasions.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const add = () =>
    onChange([
      ...occasions,
      { kind: "own", name: "", calendar: "solar", firstOn: newDay, lastOn: newDay },
    ]);
  return (
    <Card
      title="Các dịp trong đợt"
      description="Ngày do hệ thống tính; sửa lại theo thông báo của năm đó."
      footer={
        <Button onClick={add} icon={<CalendarPlus aria-hidden />}>
          Thêm dịp
        </Button>
      }
    >
      {occasions.length === 0 ? (
        <p className="text-ink-muted">Đợt này chưa gắn với dịp nào.</p>
      ) : (
        <ul className="grid gap-6 divide-y divide-line [&>li:not(:first-child)]:pt-6">
          {occasions.map((occasion, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: an occasion is identified by its place
              key={index}
            >
              <OccasionFields
                occasion={occasion}
                place={index + 1}
                onChange={(change) => put(index, change)}
                onRemove={() => onChange(occasions.toSpliced(index, 1))}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type FieldsProps = {
  occasion: Occasion;
  place: number;
  onChange: (change: Partial<Occasion>) => void;
  onRemove: () => void;
};

function OccasionFields({ occasion, place, onChange, onRemove }: FieldsProps) {
  const { kind, name, calendar, firstOn, lastOn } = occasion;
  const known = [firstOn, lastOn].every((day) => daySchema.safeParse(day).success);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-6">
      <legend className="sr-only">{name || `Dịp thứ ${place}`}</legend>
      <SelectField
        className="sm:col-span-2"
        label="Loại dịp"
        name={`kind-${place}`}
        value={kind}
        onChange={({ target }) =>
          onChange({ kind: occasionKinds.find((one) => one === target.value) ?? "own" })
        }
        options={occasionKinds.map((value) => ({ value, label: occasionKindLabels[value] }))}
      />
      <TextField
        className="sm:col-span-4"
        label="Tên dịp"
        name={`occasion-${place}`}
        maxLength={200}
        value={name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <SelectField
        className="sm:col-span-2"
        label="Lặp lại hằng năm"
        name={`calendar-${place}`}
        value={calendar}
        onChange={({ target }) =>
          onChange({ calendar: calendars.find((one) => one === target.value) ?? "solar" })
        }
        options={calendars.map((value) => ({ value, label: calendarLabels[value] }))}
      />
      <TextField
        className="sm:col-span-2"
        label="Ngày đầu"
        name={`firstOn-${place}`}
        type="date"
        value={firstOn}
        onChange={({ target }) => onChange({ firstOn: target.value })}
      />
      <TextField
        className="sm:col-span-2"
        label="Ngày cuối"
        name={`lastOn-${place}`}
        type="date"
        min={firstOn}
        value={lastOn}
        onChange={({ target }) => onChange({ lastOn: target.value })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 sm:col-span-6">
        <p className="text-sm text-ink-muted" aria-live="polite">
          {known ? `Âm lịch: ${lunarRange(firstOn, lastOn)}` : "Chọn ngày đầu và ngày cuối."}
        </p>
        <Button
          variant="ghost"
          size="sm"
          icon={<Trash2 aria-hidden />}
          aria-label={`Bỏ dịp ${name || place}`}
          onClick={onRemove}
        >
          Bỏ dịp
        </Button>
      </div>
    </fieldset>
  );
}
