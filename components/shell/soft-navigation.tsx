"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Follows every `SoftLink` of the page; before it has loaded, the browser does. */
export function SoftNavigation() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[data-soft]");
      if (!(link instanceof HTMLAnchorElement) || !isPlain(event)) return;
      if (link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
      event.preventDefault();
      router.push(link.getAttribute("href") ?? "", { scroll: link.dataset.soft !== "still" });
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

/** Any other press asks for a new tab or a menu, or somebody else has answered it. */
const isPlain = (event: MouseEvent) =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.shiftKey &&
  !event.altKey;
