"use client";

import { useEffect, useState } from "react";
import type { HitGroup } from "@/lib/search/queries";

export type Answer =
  | { status: "idle" }
  | { status: "asking" }
  | { status: "failed"; message: string }
  | { status: "found"; q: string; groups: HitGroup[]; cut: boolean };

const TYPING_MS = 120;
const HASTE_MS = 1_000;

/** The best hits for what is being typed; a question that is superseded is cancelled. */
export function useHits(q: string) {
  const [answer, setAnswer] = useState<Answer>({ status: "idle" });

  useEffect(() => {
    if (!q) {
      setAnswer({ status: "idle" });
      return;
    }
    const superseded = new AbortController();
    setAnswer((before) => (before.status === "found" ? before : { status: "asking" }));
    const timer = setTimeout(() => {
      ask(q, superseded.signal).then(
        (found) => setAnswer(found),
        () => {
          if (!superseded.signal.aborted) setAnswer(AWAY);
        },
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };
  }, [q]);

  return answer;
}

const AWAY_MESSAGE = "Mất kết nối. Kiểm tra mạng rồi gõ tiếp.";
const AWAY: Answer = { status: "failed", message: AWAY_MESSAGE };

async function ask(q: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`/api/search?${new URLSearchParams({ q })}`, { signal });
  if (response.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, HASTE_MS));
    signal.throwIfAborted();
    return ask(q, signal);
  }
  const body = await response.json();
  if (!response.ok) return { status: "failed", message: String(body.message ?? AWAY_MESSAGE) };
  return { status: "found", q, groups: body.groups, cut: body.cut };
}
