import "server-only";

import type { LiveTopic } from "./schema";

/** A reader that has taken nothing for so many beats is gone, or will never catch up. */
const PATIENCE = 3;

const encoder = new TextEncoder();

export type LiveStream = ReturnType<typeof openStream>;

/**
 * Server-sent events for one page. To a slow reader nothing is queued: what is told meanwhile adds
 * up to a few topics and the newest position, and goes out when the reader has taken the last word.
 */
export function openStream(onEnd: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let topics = new Set<LiveTopic>();
  let position: string | null = null;
  let spread = 0;
  let owing = false;
  let unread = 0;

  const body = new ReadableStream<Uint8Array>({
    start: (own) => {
      controller = own;
    },
    pull: () => {
      unread = 0;
      send();
    },
    cancel: () => leave(),
  });
  return { body, tell, beat, owe, owes: () => owing, end };

  /** What was heard, how far that reaches, and within how many milliseconds to ask for it. */
  function tell(heard: Iterable<LiveTopic>, at: string, within: number) {
    for (const topic of heard) topics.add(topic);
    position = at;
    spread = Math.max(spread, within);
    send();
  }

  /** That the line is alive, and how far it has come. */
  function beat(at: string | null) {
    if (at !== null) tell([], at, 0);
    unread += 1;
    if (unread > PATIENCE) end();
  }

  /** Something may have been missed: the next word says so, whatever it tells. */
  function owe() {
    owing = true;
  }

  function send() {
    if (!controller || position === null || (controller.desiredSize ?? 0) <= 0) return;
    const told = { topics: owing ? ["all"] : [...topics], within: spread };
    const word = `id: ${position}\ndata: ${JSON.stringify(told)}\n\n`;
    topics = new Set();
    position = null;
    spread = 0;
    owing = false;
    // Last: a waiting reader is served at once, and that asks for the next word before this returns.
    controller.enqueue(encoder.encode(word));
  }

  /** `reason` keeps the page from coming back. */
  function end(reason?: "signed-out") {
    if (!controller) return;
    if (reason) controller.enqueue(encoder.encode(`event: over\ndata: ${reason}\n\n`));
    controller.close();
    leave();
  }

  function leave() {
    controller = null;
    onEnd();
  }
}
