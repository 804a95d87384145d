"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useCallback, useState } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cx } from "./class-names";
import { DoneContext } from "./form-context";

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
  screen: "max-sm:inset-0",
  sheet: "max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[85dvh] max-sm:rounded-t-xl",
};

/** A form inside that ends well closes the dialog; its sentence is left beside the button. */
export function Dialog(props: DialogProps) {
  const { trigger, icon, title, description, children, width = "md", phone = "screen" } = props;
  const [open, setOpen] = useState(false);
  const [notice, setNotice] = useState("");
  const finish = useCallback((message?: string) => {
    setOpen(false);
    setNotice(message ?? "");
  }, []);

  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger
        aria-label={props.triggerLabel}
        className={props.triggerClassName ?? buttonStyle(props)}
      >
        {icon}
        {trigger}
      </Radix.Trigger>
      <span role="status" className="self-center text-sm text-success-ink empty:hidden">
        {notice}
      </span>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim print:hidden" />
        <Radix.Content
          aria-describedby={description ? undefined : ""}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest("a[href]")) setOpen(false);
          }}
          className={cx(
            "fixed z-50 flex animate-appear flex-col bg-raised text-ink shadow-float outline-none",
            "sm:top-1/2 sm:left-1/2 sm:max-h-[88dvh] sm:w-[calc(100vw-3rem)] sm:rounded-xl",
            "sm:-translate-1/2 sm:border sm:border-line",
            phones[phone],
            widths[width],
          )}
        >
          <header className="flex items-start gap-4 border-b border-line py-3 pr-2 pl-4 sm:pl-6">
            <div className="grid min-w-0 flex-1 gap-0.5 py-1.5">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-sm text-ink-muted">
                  {description}
                </Radix.Description>
              ) : null}
            </div>
            <Radix.Close aria-label="Đóng" className={buttonStyle({ variant: "ghost" })}>
              <X />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-5 sm:px-6">
            <DoneContext value={finish}>{children}</DoneContext>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
