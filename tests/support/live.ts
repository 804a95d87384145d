import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { startHub } from "@/lib/live/hub";
import { type LiveTopic, liveTopics } from "@/lib/live/schema";
import { openStream } from "@/lib/live/stream";
import { now } from "@/lib/time";
import { anActor } from "./actors";

type Hub = ReturnType<typeof startHub>;
type Word = { id: string; topics: string[]; over?: string };

/** The same person with a session that is good, as a stream wants it. */
export async function withSession(actor: Actor): Promise<Actor> {
  const id = randomUUID();
  const at = now();
  await db.session.create({
    data: {
      id,
      userId: actor.userId,
      complete: true,
      ip: actor.ip,
      userAgent: actor.userAgent,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + 3_600_000),
    },
  });
  return { ...actor, sessionId: id };
}

/** A page of this person that listens; `heard` waits for the next word that tells something. */
export async function aListener(
  hub: Hub,
  actor: Actor,
  {
    topics = liveTopics,
    since = hub.position(),
  }: { topics?: readonly LiveTopic[]; since?: string | null } = {},
) {
  const stream = openStream(() => joined.leave());
  const joined = hub.join({ actor, topics: new Set(topics), stream }, since);
  const reader = stream.body.getReader();
  const words: Word[] = [];
  let ended = false;
  const reading = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      words.push(...new TextDecoder().decode(value).split("\n\n").filter(Boolean).map(readWord));
    }
    ended = true;
  })();
  await joined.begun;
  await vi.waitFor(() => expect(words.length).toBeGreaterThan(0), { interval: 5 });
  return {
    words,
    topics: () => words.flatMap((word) => word.topics),
    ended: () => ended,
    last: () => words.findLast(({ id }) => id)?.id ?? null,
    leave: async () => {
      await reader.cancel();
      await reading;
    },
  };
}

/** Resolves once the hub has passed on all that was committed until now. */
export async function caughtUp(hub: Hub) {
  const nobody = anActor();
  const page = await aListener(hub, nobody, { topics: ["duty"] });
  await db.$executeRaw`
    WITH mark AS (INSERT INTO "LiveEvent" (topic, "unitIds") VALUES ('duty', ARRAY[${nobody.unitId}::uuid]))
    SELECT pg_notify('live', '')`;
  await vi.waitFor(() => expect(page.topics()).toContain("duty"), {
    timeout: 10_000,
    interval: 10,
  });
  await page.leave();
}

function readWord(text: string): Word {
  const fields = Object.fromEntries(
    text
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
  if (fields.event === "over") return { id: "", topics: [], over: fields.data };
  return { id: fields.id ?? "", topics: JSON.parse(fields.data ?? "{}").topics };
}
