"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks for the page again while it is looked at, but not under someone's typing. */
export function KeepFresh({ seconds }: { seconds: number }) {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      const busy = document.activeElement?.matches("input, textarea, select");
      if (document.visibilityState === "visible" && navigator.onLine && !busy) refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [refresh, seconds]);
  return null;
}
