"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useId, useState } from "react";
import { Modal } from "@/components/ui/modal";
import type { Place } from "./palette-options";

/** Most pages are left without a search: its script comes with the first one. */
const PaletteBox = lazy(() =>
  import("./palette-box").then(({ PaletteBox }) => ({ default: PaletteBox })),
);

/** Ctrl K, "/" or any link marked `data-opens-search` opens it, from every page. */
export function SearchPalette({ places }: { places: Place[] }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const id = useId();

  useEffect(() => {
    const show = () => setOpen(true);
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

  if (!open) return null;
  return (
    <Modal
      labelledBy={id}
      onClose={() => setOpen(false)}
      className="flex animate-appear flex-col overflow-hidden bg-raised p-0 text-ink shadow-float outline-none backdrop:animate-appear backdrop:bg-scrim max-sm:m-0 max-sm:size-full max-sm:max-h-none max-sm:max-w-none sm:mx-auto sm:mt-[12dvh] sm:mb-auto sm:max-h-[76dvh] sm:w-[calc(100vw-3rem)] sm:max-w-2xl sm:rounded-xl sm:border sm:border-line print:hidden"
    >
      <h2 id={id} className="sr-only">
        Tìm kiếm
      </h2>
      <Suspense fallback={<p className="p-4 text-ink-muted">Đang mở…</p>}>
        <PaletteBox
          places={places}
          onGo={(href) => {
            setOpen(false);
            router.push(href);
          }}
          onLeave={() => setOpen(false)}
        />
      </Suspense>
    </Modal>
  );
}

/** A slash is a letter where one writes; nothing opens over a dialog that is being answered. */
function opens(event: KeyboardEvent) {
  if (event.isComposing || document.querySelector("dialog[open]")) return false;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    return event.key.toLowerCase() === "k";
  }
  const writes =
    event.target instanceof Element &&
    event.target.closest("input, textarea, select, [contenteditable=true]") !== null;
  return event.key === "/" && !writes && !event.altKey;
}
