"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState, useTransition } from "react";
import { now } from "@/lib/time";
import { isBusy, watchForms } from "./busy";

const REST = 1_000;
/** News that waits longer than this for somebody's hands is worth a word. */
const PATIENCE = 10_000;

/**
 * Draws the page anew when told to, one drawing at a time and never under somebody's hands. A slow
 * server is asked less often: it rests as long as it needed. One that is away is not asked at all:
 * the browser would leave the page for an error of its own.
 */
export function useFresh(reachable: RefObject<boolean>) {
  const { refresh } = useRouter();
  const [drawing, start] = useTransition();
  const [held, setHeld] = useState(false);
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

  /** Whatever anybody is at: they have asked for it. */
  const draw = () => {
    clearTimeout(due.current);
    due.current = undefined;
    setHeld(false);
    start(refresh);
  };
  const changed = (within: number) => {
    const since = now().getTime() + within;
    const attempt = () => {
      const at = now().getTime();
      const busy = isBusy();
      if (!busy && !began.current && at >= restUntil.current && reachable.current) return draw();
      if (busy && at - since > PATIENCE) setHeld(true);
      due.current = setTimeout(attempt, REST / 4);
    };
    due.current ??= setTimeout(attempt, Math.random() * within);
  };
  return { changed, held, draw };
}
