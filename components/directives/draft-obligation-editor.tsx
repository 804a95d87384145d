"use client";

import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { controlStyle } from "@/components/ui/control-style";
import type { DraftObligation, DraftStep, Place } from "@/lib/directives/drafts/rules";
import { measureLabels } from "@/lib/directives/labels";
import { recurrenceLabels } from "@/lib/directives/periodic/labels";
import { type Measure, measures } from "@/lib/directives/schema";
import { DraftRecurrenceEditor } from "./draft-recurrence-editor";
import { type Directory, RecipientPicker } from "./recipient-picker";

type Props = {
  at: Place;
  obligation: DraftObligation;
  last: boolean;
  sections: number;
  directory: Directory;
  revise: (step: DraftStep) => void;
};

/** One obligation: its words, how it is measured, when it is due, and where it stands. */
export function DraftObligationEditor({
  at,
  obligation,
  last,
  sections,
  directory,
  revise,
}: Props) {
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const name = `${at.section + 1}.${at.obligation + 1}`;
  const change = (field: Partial<DraftObligation>) =>
    revise({ kind: "obligation", at, change: field });
  const toggle = (measure: Measure) =>
    change({
      measures: obligation.measures.includes(measure)
        ? obligation.measures.filter((one) => one !== measure)
        : [...obligation.measures, measure],
    });
  return (
    <li className="grid gap-3 rounded-lg border border-line p-3 sm:p-4">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          Nhiệm vụ {name}
        </label>
        <textarea
          ref={text}
          id={id}
          rows={2}
          value={obligation.text}
          onChange={(event) => change({ text: event.target.value })}
          className={`${controlStyle} field-sizing-content leading-relaxed`}
        />
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <div className="grid content-start gap-1.5">
          <label htmlFor={`${id}-due`} className="text-sm font-semibold">
            Thời hạn
          </label>
          <input
            id={`${id}-due`}
            type="datetime-local"
            value={obligation.dueAt ?? ""}
            onChange={(event) => change({ dueAt: event.target.value || null })}
            className={controlStyle}
          />
        </div>
        <details className="min-w-0 sm:mt-[1.8rem] rounded-md border border-line px-3 py-2">
          <summary className="text-sm">
            <span className="font-semibold">Đo bằng:</span> {namesOf(obligation.measures)}
          </summary>
          <fieldset className="mt-2 flex flex-wrap gap-1.5">
            <legend className="sr-only">Cách đo của nhiệm vụ {name}</legend>
            {measures.map((measure) => (
              <MeasureChoice
                key={measure}
                label={measureLabels[measure]}
                checked={obligation.measures.includes(measure)}
                onChange={() => toggle(measure)}
              />
            ))}
          </fieldset>
        </details>
      </div>
      <details className="min-w-0 rounded-md border border-line px-3 py-2">
        <summary className="text-sm">
          <span className="font-semibold">Định kỳ, phối hợp:</span> {extrasOf(obligation)}
        </summary>
        <div className="mt-3 grid items-start gap-4 sm:grid-cols-2">
          <DraftRecurrenceEditor
            name={name}
            recurrence={obligation.recurrence ?? null}
            onChange={(recurrence) => change({ recurrence })}
          />
          <RecipientPicker
            label={`Đơn vị phối hợp của nhiệm vụ ${name}`}
            recipients={obligation.cooperators ?? []}
            unmatched={[]}
            directory={directory}
            onChange={(cooperators) => change({ cooperators })}
          />
        </div>
      </details>
      <fieldset className="-mx-1.5 flex flex-wrap">
        <legend className="sr-only">Sắp xếp nhiệm vụ {name}</legend>
        <Step
          label="Tách tại con trỏ"
          onClick={() => revise({ kind: "split", at, offset: text.current?.selectionStart ?? 0 })}
        />
        <Step
          label="Gộp với nhiệm vụ trên"
          disabled={at.obligation === 0}
          onClick={() => revise({ kind: "merge", at })}
        />
        <Step
          label="Lên"
          disabled={at.obligation === 0}
          onClick={() => revise({ kind: "move", at, to: { ...at, obligation: at.obligation - 1 } })}
        />
        <Step
          label="Xuống"
          disabled={last}
          onClick={() => revise({ kind: "move", at, to: { ...at, obligation: at.obligation + 1 } })}
        />
        <Step
          label="Sang mục trước"
          disabled={at.section === 0}
          onClick={() =>
            revise({ kind: "move", at, to: { section: at.section - 1, obligation: 999 } })
          }
        />
        <Step
          label="Sang mục sau"
          disabled={at.section === sections - 1}
          onClick={() =>
            revise({ kind: "move", at, to: { section: at.section + 1, obligation: 0 } })
          }
        />
        <Step
          label="Tách thành mục riêng"
          disabled={at.obligation === 0}
          onClick={() => revise({ kind: "splitSection", at })}
        />
        <Step label="Xóa" onClick={() => revise({ kind: "remove", at })} />
      </fieldset>
    </li>
  );
}

const namesOf = (chosen: Measure[]) =>
  chosen.map((measure) => measureLabels[measure]).join(", ") || "chưa chọn";

const extrasOf = ({ recurrence, cooperators = [] }: DraftObligation) =>
  [
    recurrence ? recurrenceLabels[recurrence.kind].toLowerCase() : "báo cáo một lần",
    cooperators.length > 0 ? `${cooperators.length} đơn vị phối hợp` : "không có phối hợp",
  ].join(", ");

function Step({
  label,
  disabled,
  onClick,
}: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Button variant="ghost" size="sm" className="px-1.5" disabled={disabled} onClick={onClick}>
      {label}
    </Button>
  );
}

function MeasureChoice({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: () => void;
}) {
  return (
    <label className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-full border border-line px-2.5 text-sm has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--focus)] pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={onChange}
        className="size-3.5 accent-accent"
      />
      {label}
    </label>
  );
}
