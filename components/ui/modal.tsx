"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";

type Props = {
  role?: "alertdialog";
  labelledBy: string;
  describedBy?: string;
  className: string;
  /** Also for Escape and, of a dialog that asks nothing, a press beside it. */
  onClose: () => void;
  children: ReactNode;
};

/**
 * The browser's own modal dialog: it keeps the focus inside, gives it back, and lies above all.
 * At the end of the document, since a form inside must not stand in one outside.
 */
export function Modal({ role, labelledBy, describedBy, className, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>("[data-focus-first]")?.focus();
    // Before it leaves the page: only a closed one gives the focus back.
    return () => shown?.close();
  }, []);

  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it from the keyboard
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        // An open picture field or file choice inside cancels itself, not the dialog.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && role !== "alertdialog") onClose();
      }}
      className={className}
    >
      {children}
    </dialog>,
    document.body,
  );
}
