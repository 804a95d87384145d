"use client";

import { type ReactNode, useId, useState } from "react";
import { cx } from "./class-names";
import { ChevronDown } from "./icons";

type Props = {
  title: string;
  /** What stands inside in a few words, so that it need not be opened to know. */
  note?: string;
  children: ReactNode;
};

/** On a phone folded away under its title; where there is room, open and without it. */
export function PhoneFold({ title, note, children }: Props) {
  const [open, setOpen] = useState(false);
  const inside = useId();
  return (
    <div className="grid gap-6 max-sm:gap-3">
      <h2 className="sm:hidden">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={inside}
          onClick={() => setOpen(!open)}
          className="flex min-h-14 w-full items-center justify-between gap-3 rounded-lg border border-line bg-surface px-4 py-2.5 text-start shadow-card"
        >
          <span className="grid min-w-0">
            <span className="font-semibold">{title}</span>
            {note ? <span className="text-sm font-normal text-ink-muted">{note}</span> : null}
          </span>
          <ChevronDown
            aria-hidden
            className={cx(
              "size-5 shrink-0 text-ink-muted transition-transform",
              open && "rotate-180",
            )}
          />
        </button>
      </h2>
      <div id={inside} className={cx("grid gap-6", !open && "max-sm:hidden")}>
        {children}
      </div>
    </div>
  );
}
