"use client";

import { useId } from "react";
import { controlStyle } from "@/components/ui/control-style";
import { recurrenceLabels, weekdayLabels } from "@/lib/directives/periodic/labels";
import type { Recurrence } from "@/lib/directives/periodic/schema";
import { DraftInput } from "./draft-input";

type Props = {
  name: string;
  recurrence: Recurrence | null;
  onChange: (recurrence: Recurrence | null) => void;
};

const kinds = ["daily", "weekly", "given"] as const;

/** Whether a report is asked for once or again and again, and when. */
export function DraftRecurrenceEditor({ name, recurrence, onChange }: Props) {
  const id = useId();
  return (
    <fieldset className="grid content-start gap-3">
      <legend className="sr-only">Báo cáo định kỳ của nhiệm vụ {name}</legend>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          Báo cáo
        </label>
        <select
          id={id}
          value={recurrence?.kind ?? ""}
          onChange={(event) => onChange(started(event.target.value))}
          className={controlStyle}
        >
          <option value="">Một lần, trước thời hạn</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {recurrenceLabels[kind]}
            </option>
          ))}
        </select>
      </div>
      {recurrence ? <When recurrence={recurrence} onChange={onChange} /> : null}
    </fieldset>
  );
}

function started(kind: string): Recurrence | null {
  if (kind === "daily") return { kind, times: ["16:30"], until: "" };
  if (kind === "weekly") return { kind, weekdays: [5], times: ["16:30"], until: "" };
  return kind === "given" ? { kind, at: [] } : null;
}

type WhenProps = { recurrence: Recurrence; onChange: (recurrence: Recurrence) => void };

function When({ recurrence, onChange }: WhenProps) {
  if (recurrence.kind === "given") {
    return (
      <DraftInput
        label="Các thời điểm"
        rows={3}
        value={recurrence.at.map((at) => at.replace("T", " ")).join("\n")}
        onChange={(text) => onChange({ ...recurrence, at: lines(text) })}
        hint="Mỗi dòng một thời điểm: năm-tháng-ngày giờ:phút, ví dụ 2025-01-28 20:00."
      />
    );
  }
  return (
    <>
      {recurrence.kind === "weekly" ? (
        <Weekdays recurrence={recurrence} onChange={onChange} />
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <DraftInput
          label="Giờ báo cáo"
          value={recurrence.times.join(", ")}
          onChange={(text) => onChange({ ...recurrence, times: text.split(/[,;\s]+/) })}
          hint="Nhiều giờ cách nhau bằng dấu phẩy."
        />
        <DraftInput
          label="Đến hết ngày"
          type="date"
          value={recurrence.until}
          onChange={(until) => onChange({ ...recurrence, until })}
        />
      </div>
    </>
  );
}

type Weekly = Extract<Recurrence, { kind: "weekly" }>;

function Weekdays({
  recurrence,
  onChange,
}: {
  recurrence: Weekly;
  onChange: (next: Weekly) => void;
}) {
  const toggle = (day: number) => {
    const weekdays = recurrence.weekdays.includes(day)
      ? recurrence.weekdays.filter((other) => other !== day)
      : [...recurrence.weekdays, day].sort();
    onChange({ ...recurrence, weekdays });
  };
  return (
    <div className="flex flex-wrap gap-1.5">
      {weekdayLabels.map((label, index) => (
        <label
          key={label}
          className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-full border border-line px-2.5 text-sm has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11"
        >
          <input
            type="checkbox"
            checked={recurrence.weekdays.includes(index + 1)}
            onChange={() => toggle(index + 1)}
            className="size-3.5 accent-accent"
          />
          {label}
        </label>
      ))}
    </div>
  );
}

const lines = (text: string) => text.split("\n").map((line) => line.trimStart().replace(" ", "T"));
