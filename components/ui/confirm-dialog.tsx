"use client";

import { AlertDialog as Radix } from "radix-ui";
import { type ReactNode, useCallback, useState } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { DoneContext } from "./form-context";

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
  const finish = useCallback((message?: string) => {
    setOpen(false);
    setNotice(message ?? "");
  }, []);

  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger className={buttonStyle(rest)}>
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
          className="fixed top-1/2 left-1/2 z-50 grid max-h-[88dvh] w-[calc(100vw-2rem)] max-w-md -translate-1/2 animate-appear gap-2 overflow-y-auto rounded-xl border border-line bg-raised p-5 text-ink shadow-float outline-none sm:p-6"
        >
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          {description ? (
            <Radix.Description asChild>
              <div className="text-ink-muted">{description}</div>
            </Radix.Description>
          ) : null}
          <div className="mt-4 flex flex-wrap-reverse items-start justify-end gap-3">
            <Radix.Cancel className={buttonStyle({ variant: "secondary" })}>
              {rest.cancelLabel ?? "Để sau"}
            </Radix.Cancel>
            <DoneContext value={finish}>{children}</DoneContext>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
