"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { controlStyle } from "@/components/ui/control-style";
import type { DraftStep } from "@/lib/directives/drafts/rules";

type Props = { notes: string[]; revise: (step: DraftStep) => void };

/** One deadline for everything that has none; the directive itself seldom sets any. */
export function DeadlineForAll({ notes, revise }: Props) {
  const id = useId();
  const [dueAt, setDueAt] = useState("");
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        Đặt hạn cho các nhiệm vụ chưa có hạn
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="datetime-local"
          value={dueAt}
          onChange={(event) => setDueAt(event.target.value)}
          aria-describedby={notes.length ? `${id}-note` : undefined}
          className={cx(controlStyle, "max-sm:px-2")}
        />
        <Button
          variant="secondary"
          className="shrink-0"
          disabled={!dueAt}
          onClick={() => revise({ kind: "dueAll", dueAt })}
        >
          Áp dụng
        </Button>
      </div>
      {notes.length > 0 ? (
        <p id={`${id}-note`} className="text-sm text-warning-ink">
          {notes.join(" ")}
        </p>
      ) : null}
    </div>
  );
}
