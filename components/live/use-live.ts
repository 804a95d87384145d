"use client";

import { useEffect, useRef, useState } from "react";

export type LiveProps = {
  /** What the page shows, comma between; of nothing there is nothing to hear. */
  topics: string;
  /** Where it stood when it was drawn: what has changed since then is told first. */
  since: string | null;
};

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
const HOPE = 4_000;
/** The server speaks every twenty seconds; a line that is silent for longer is dead. */
const SILENCE = 50_000;
/** A restart or a tunnel is over before anybody needs to know of it. */
const UNSAID = 4_000;

/**
 * Listens while the page is looked at, and comes back by itself with what was missed. Says whether
 * the line is lost; `changed` is told within how many milliseconds to look.
 */
export function useLive({ topics, since }: LiveProps, changed: (within: number) => void) {
  const [lost, setLost] = useState(false);
  const told = useRef(changed);
  const last = useRef(since ?? "");

  useEffect(() => {
    told.current = changed;
  });

  useEffect(() => {
    if (!topics) return;
    let source: EventSource | undefined;
    let next: ReturnType<typeof setTimeout> | undefined;
    let loss: ReturnType<typeof setTimeout> | undefined;
    let pause = FIRST_PAUSE;

    const close = () => {
      source?.close();
      clearTimeout(next);
    };
    const again = () => {
      close();
      loss ??= setTimeout(setLost, UNSAID, true);
      next = setTimeout(open, pause * (0.75 + Math.random() / 2));
      // Where streams do not get through, the page is at least looked at anew now and then.
      if (pause > HOPE) told.current(0);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    const open = () => {
      close();
      source = new EventSource(`/api/live?topics=${topics}&since=${last.current}`);
      // Also where a proxy keeps the stream to itself and nothing is ever said.
      next = setTimeout(again, SILENCE);
      source.onerror = again;
      source.addEventListener("over", close);
      source.onmessage = ({ data, lastEventId }) => {
        last.current = lastEventId;
        pause = FIRST_PAUSE;
        clearTimeout(next);
        clearTimeout(loss);
        loss = undefined;
        setLost(false);
        next = setTimeout(again, SILENCE);
        const { topics: heard, within } = JSON.parse(data);
        if (heard.length > 0) told.current(within);
      };
    };
    /** A browser opens six lines to one address: windows nobody looks at must not hold them. */
    const look = () => {
      if (document.visibilityState === "visible") open();
      else close();
    };

    look();
    document.addEventListener("visibilitychange", look);
    addEventListener("online", look);
    addEventListener("offline", again);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("online", look);
      removeEventListener("offline", again);
      clearTimeout(loss);
      setLost(false);
      close();
    };
  }, [topics]);

  return lost;
}
