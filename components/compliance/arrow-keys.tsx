"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Left and right go where the two links beside the days go; without script those links do. */
export function ArrowKeys({ left, right }: { left?: string; right?: string }) {
  const { push } = useRouter();
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (altKey || ctrlKey || metaKey || shiftKey) return;
      if (target instanceof Element && target.closest("input, textarea, select, dialog")) {
        return;
      }
      const href = key === "ArrowLeft" ? left : key === "ArrowRight" ? right : undefined;
      if (!href) return;
      event.preventDefault();
      push(href, { scroll: false });
    };
    addEventListener("keydown", go);
    return () => removeEventListener("keydown", go);
  }, [push, left, right]);
  return null;
}
