"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { now } from "@/lib/time";
import { isBusy, watchForms } from "./busy";
import { expectRefresh } from "./unasked";

const REST = 1_000;
const AWAY_REST = 5_000;
/** News that waits longer than this for somebody's hands is worth a word. */
const PATIENCE = 10_000;

/**
 * Draws the page anew when told to, one drawing at a time and never under somebody's hands. A slow
 * server is asked less often: it rests as long as it needed. A page `meant` to be left alone keeps
 * its session awake; any other counts only what people do.
 */
export function useFresh({ meant = false } = {}) {
  const { refresh } = useRouter();
  const [drawing, start] = useTransition();
  const [held, setHeld] = useState(false);
  const [away, setAway] = useState(false);
  const [over, setOver] = useState(false);
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

  const begin = (unasked: boolean) => {
    clearTimeout(due.current);
    due.current = undefined;
    setHeld(false);
    expectRefresh({ unasked, tellAway: setAway, tellOver: () => setOver(true) });
    start(refresh);
  };
  const changed = (within: number) => {
    const since = now().getTime() + within;
    const again = (pause: number) => {
      due.current = setTimeout(attempt, pause);
    };
    const attempt = async () => {
      const asked = due.current;
      const busy = isBusy();
      if (busy && now().getTime() - since > PATIENCE) setHeld(true);
      if (busy || began.current || now().getTime() < restUntil.current) return again(REST / 4);
      const there = await isThere();
      // Left, or drawn by hand, meanwhile.
      if (due.current !== asked) return;
      setAway(!there);
      if (!there) return again(AWAY_REST);
      begin(!meant);
    };
    if (due.current === undefined) again(Math.random() * within);
  };
  return {
    changed,
    /** Whatever anybody is at: they have asked for it. */
    draw: () => begin(false),
    held,
    away,
    over,
  };
}

/** Spares a server that starts the drawing of all pages at once. */
const isThere = () =>
  fetch("/api/health", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
