"use client";

import { type ReactNode, useCallback, useId, useState } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cx } from "./class-names";
import { DoneContext } from "./form-context";
import { X } from "./icons";
import { Modal } from "./modal";

export type DialogProps = ButtonStyle & {
  /** The words on the button that opens it. */
  trigger: ReactNode;
  icon?: ReactNode;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  width?: "sm" | "md" | "lg";
  /** On a phone: the whole screen, or a sheet that rises from below. */
  phone?: "screen" | "sheet";
  triggerClassName?: string;
  /** For a trigger whose words are too short to stand alone. */
  triggerLabel?: string;
};

const widths = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" };
const phones = {
  screen: "max-sm:m-0 max-sm:size-full max-sm:max-h-none max-sm:max-w-none",
  sheet: "max-sm:mb-0 max-sm:w-full max-sm:max-h-[85dvh] max-sm:max-w-none max-sm:rounded-t-xl",
};

/** A form inside that ends well closes the dialog; its sentence is left beside the button. */
export function Dialog(props: DialogProps) {
  const { trigger, icon, title, description, children, width = "md", phone = "screen" } = props;
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
        aria-label={props.triggerLabel}
        onClick={() => setOpen(true)}
        className={props.triggerClassName ?? buttonStyle(props)}
      >
        {icon}
        {trigger}
      </button>
      <span role="status" className="self-center text-sm text-success-ink empty:hidden">
        {notice}
      </span>
      {open ? (
        <Modal
          labelledBy={`${id}title`}
          describedBy={description ? `${id}description` : undefined}
          onClose={() => setOpen(false)}
          className={cx(
            "m-auto flex animate-appear flex-col bg-raised p-0 text-ink shadow-float outline-none",
            "backdrop:animate-appear backdrop:bg-scrim print:hidden",
            "sm:max-h-[88dvh] sm:w-[calc(100vw-3rem)] sm:rounded-xl sm:border sm:border-line",
            phones[phone],
            widths[width],
          )}
        >
          <header className="flex items-start gap-4 border-b border-line py-3 pr-2 pl-4 sm:pl-6">
            <div className="grid min-w-0 flex-1 gap-0.5 py-1.5">
              <h2 id={`${id}title`} className="text-lg font-semibold">
                {title}
              </h2>
              {description ? (
                <p id={`${id}description`} className="text-sm text-ink-muted">
                  {description}
                </p>
              ) : null}
            </div>
            <button
              type="button"
              aria-label="Đóng"
              onClick={() => setOpen(false)}
              className={buttonStyle({ variant: "ghost" })}
            >
              <X />
            </button>
          </header>
          {/* A place that is chosen here is gone to: the dialog does not stay above it. */}
          <div
            onClickCapture={(event) => {
              if (event.target instanceof Element && event.target.closest("a[href]"))
                setOpen(false);
            }}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-5 sm:px-6"
          >
            <DoneContext value={finish}>{children}</DoneContext>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
