"use client";

import { useEffect, useEffectEvent } from "react";
import { useFresh } from "./use-fresh";

/** Asks for the page again while it is looked at: for what changes by the clock alone. */
export function KeepFresh({ seconds }: { seconds: number }) {
  const { changed } = useFresh();
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") changed(0);
  });
  useEffect(() => {
    const timer = setInterval(() => look(), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return null;
}
