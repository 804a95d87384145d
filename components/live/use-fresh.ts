"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { now } from "@/lib/time";
import { isBusy, watchForms } from "./busy";

const REST = 1_000;

/**
 * Draws the page anew when told to, one drawing at a time and never under somebody's hands. A slow
 * server is asked less often: it rests as long as it needed.
 */
export function useFresh() {
  const { refresh } = useRouter();
  const [drawing, start] = useTransition();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const began = useRef(0);
  const restUntil = useRef(0);

  useEffect(() => {
    const at = now().getTime();
    if (began.current) restUntil.current = at + Math.max(REST, at - began.current);
    began.current = drawing ? at : 0;
  }, [drawing]);

  useEffect(() => {
    const rest = watchForms();
    return () => {
      rest();
      clearTimeout(due.current);
      due.current = undefined;
    };
  }, []);

  const attempt = () => {
    if (began.current || now().getTime() < restUntil.current || isBusy()) {
      due.current = setTimeout(attempt, REST / 4);
      return;
    }
    due.current = undefined;
    start(refresh);
  };
  return (within: number) => {
    due.current ??= setTimeout(attempt, Math.random() * within);
  };
}
