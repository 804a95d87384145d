"use client";

import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { PaletteBox } from "./palette-box";
import type { Place } from "./palette-options";

/** Ctrl K, "/" or any link marked `data-opens-search` opens it, from every page. */
export function SearchPalette({ places }: { places: Place[] }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const opener = useRef<Element>(null);

  useEffect(() => {
    const show = () => {
      opener.current = document.activeElement;
      setOpen(true);
    };
    const byKey = (event: KeyboardEvent) => {
      if (!opens(event)) return;
      event.preventDefault();
      show();
    };
    const byLink = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const link = event.target instanceof Element && event.target.closest("[data-opens-search]");
      if (!plain || !link) return;
      event.preventDefault();
      event.stopPropagation();
      show();
    };
    document.addEventListener("keydown", byKey);
    document.addEventListener("click", byLink, true);
    return () => {
      document.removeEventListener("keydown", byKey);
      document.removeEventListener("click", byLink, true);
    };
  }, []);

  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim print:hidden" />
        <Radix.Content
          aria-describedby={undefined}
          // Radix gives the focus back to a trigger, and this dialog has none: writing goes on.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          className="fixed z-50 flex animate-appear flex-col overflow-hidden bg-raised text-ink shadow-float outline-none max-sm:inset-0 sm:top-[12dvh] sm:left-1/2 sm:max-h-[76dvh] sm:w-[calc(100vw-3rem)] sm:max-w-2xl sm:-translate-x-1/2 sm:rounded-xl sm:border sm:border-line"
        >
          <Radix.Title className="sr-only">Tìm kiếm</Radix.Title>
          <PaletteBox
            places={places}
            onGo={(href) => {
              setOpen(false);
              router.push(href);
            }}
            onLeave={() => setOpen(false)}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A slash is a letter where one writes; nothing opens over a dialog that is being answered. */
function opens(event: KeyboardEvent) {
  if (event.isComposing || document.querySelector("[role=dialog], [role=alertdialog]"))
    return false;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    return event.key.toLowerCase() === "k";
  }
  const writes =
    event.target instanceof Element &&
    event.target.closest("input, textarea, select, [contenteditable=true]") !== null;
  return event.key === "/" && !writes && !event.altKey;
}
