"use client";

import { useEffect, useRef } from "react";
import { now } from "@/lib/time";

/** Sends along what this device's clock says; without script nothing is told. */
export function DeviceClock() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = input.current?.form;
    const tell = () => {
      if (input.current) input.current.value = now().toISOString();
    };
    form?.addEventListener("submit", tell);
    return () => form?.removeEventListener("submit", tell);
  }, []);
  return <input ref={input} type="hidden" name="deviceAt" defaultValue="" />;
}
