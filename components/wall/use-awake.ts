"use client";

import { useEffect } from "react";

/** Keeps the screen lit while the page is looked at, where the browser can. */
export function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const hold = () => {
      if (document.visibilityState !== "visible") return;
      // A low battery refuses it: then the screen's own rule holds.
      navigator.wakeLock?.request("screen").then(
        (held) => {
          lock = held;
        },
        () => {},
      );
    };
    hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      document.removeEventListener("visibilitychange", hold);
      lock?.release().catch(() => {});
    };
  }, []);
}
