"use client";

import { type ReactNode, useEffect, useState } from "react";
import { now } from "@/lib/time";

const MINUTE = 60_000;

/** Shows itself from a moment on, also on a page that was drawn before and has no network since. */
export function FromTime({ at, children }: { at: Date; children: ReactNode }) {
  const [come, setCome] = useState(false);
  const moment = at.getTime();
  useEffect(() => {
    const look = () => setCome(now().getTime() >= moment);
    look();
    const timer = setInterval(look, MINUTE);
    return () => clearInterval(timer);
  }, [moment]);
  return come ? children : null;
}
