"use client";

import { useId } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ArrowDown, ArrowUp } from "@/components/ui/icons";
import type { DraftSection, DraftStep } from "@/lib/directives/drafts/rules";
import { DraftInput } from "./draft-input";
import { DraftObligationEditor } from "./draft-obligation-editor";
import { type Directory, RecipientPicker } from "./recipient-picker";

type Props = {
  index: number;
  count: number;
  section: DraftSection;
  unmatched: string[];
  directory: Directory;
  revise: (step: DraftStep) => void;
};

/** One section: whom it binds and to what. */
export function DraftSectionEditor({ index, count, section, unmatched, directory, revise }: Props) {
  const id = useId();
  const move = (by: -1 | 1) => revise({ kind: "moveSection", section: index, by });
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-surface shadow-xs">
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2.5 sm:px-5">
        <h2 id={id} className="flex items-center gap-2 font-semibold">
          Mục {index + 1}
          <Badge tone={section.recipients.length ? "neutral" : "warning"}>
            {section.recipients.length
              ? `${section.obligations.length} nhiệm vụ`
              : "Chưa chọn đơn vị nhận"}
          </Badge>
        </h2>
        <div className="flex">
          <Button
            variant="ghost"
            size="sm"
            aria-label={`Đưa mục ${index + 1} lên`}
            disabled={index === 0}
            onClick={() => move(-1)}
          >
            <ArrowUp aria-hidden="true" className="size-4" />
          </Button>
          <Button
            variant="ghost"
            size="sm"
            aria-label={`Đưa mục ${index + 1} xuống`}
            disabled={index === count - 1}
            onClick={() => move(1)}
          >
            <ArrowDown aria-hidden="true" className="size-4" />
          </Button>
          <Button
            variant="ghost"
            size="sm"
            onClick={() => revise({ kind: "removeSection", section: index })}
          >
            Xóa mục
          </Button>
        </div>
      </header>
      <div className="grid gap-4 p-4 sm:p-5">
        <DraftInput
          label={`Tiêu đề mục ${index + 1}`}
          rows={1}
          value={section.heading}
          onChange={(heading) => revise({ kind: "heading", section: index, heading })}
        />
        <RecipientPicker
          label={`Đơn vị nhận của mục ${index + 1}`}
          recipients={section.recipients}
          unmatched={unmatched}
          directory={directory}
          onChange={(recipients) => revise({ kind: "recipients", section: index, recipients })}
        />
        <ol className="grid gap-3">
          {section.obligations.map((obligation, place) => (
            <DraftObligationEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: an obligation is identified by its place
              key={place}
              at={{ section: index, obligation: place }}
              obligation={obligation}
              last={place === section.obligations.length - 1}
              sections={count}
              directory={directory}
              revise={revise}
            />
          ))}
        </ol>
        <div>
          <Button
            variant="secondary"
            size="sm"
            onClick={() => revise({ kind: "add", section: index })}
          >
            Thêm nhiệm vụ
          </Button>
        </div>
      </div>
    </section>
  );
}
