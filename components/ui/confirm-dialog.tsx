"use client";

import { type ReactNode, useCallback, useId, useState } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { DoneContext } from "./form-context";
import { Modal } from "./modal";

type Props = ButtonStyle & {
  trigger: ReactNode;
  icon?: ReactNode;
  title: string;
  description?: ReactNode;
  cancelLabel?: string;
  /** The form whose button does it; it stands before the way back. */
  children: ReactNode;
};

/** Asks before what cannot be undone. Escape and the way back do nothing. */
export function ConfirmDialog({ trigger, icon, title, description, children, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const [notice, setNotice] = useState("");
  const id = useId();
  const finish = useCallback((message?: string) => {
    setOpen(false);
    setNotice(message ?? "");
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className={buttonStyle(rest)}
      >
        {icon}
        {trigger}
      </button>
      <span role="status" className="self-center text-sm text-success-ink empty:hidden">
        {notice}
      </span>
      {open ? (
        <Modal
          role="alertdialog"
          labelledBy={`${id}title`}
          describedBy={description ? `${id}description` : undefined}
          onClose={() => setOpen(false)}
          className="m-auto grid max-h-[88dvh] w-[calc(100vw-2rem)] max-w-md animate-appear gap-2 overflow-y-auto rounded-xl border border-line bg-raised p-5 text-ink shadow-float outline-none backdrop:animate-appear backdrop:bg-scrim sm:p-6 print:hidden"
        >
          <h2 id={`${id}title`} className="text-lg font-semibold">
            {title}
          </h2>
          {description ? (
            <div id={`${id}description`} className="text-ink-muted">
              {description}
            </div>
          ) : null}
          <div className="mt-4 flex flex-wrap-reverse items-start justify-end gap-3">
            <button
              type="button"
              data-focus-first
              onClick={() => setOpen(false)}
              className={buttonStyle({ variant: "secondary" })}
            >
              {rest.cancelLabel ?? "Để sau"}
            </button>
            <DoneContext value={finish}>{children}</DoneContext>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
