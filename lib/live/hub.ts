import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { listLiveSessions } from "@/lib/auth/session-row";
import { db } from "@/lib/db";
import { listen } from "./listener";
import { canHear } from "./policy";
import { openPosition, type Position, sealPosition } from "./position";
import { type News, readNews } from "./reading";
import type { LiveTopic } from "./schema";
import type { LiveStream } from "./stream";

/** So many windows that are looked at has nobody; more is a loop or an attack. */
const MOST_OF_A_PERSON = 12;
const MOST_OF_ALL = 5_000;
/** Pages that hear one thing at once do not all ask at once: so long for each of them. */
const SPREAD_MS = 5;
const LONGEST_SPREAD_MS = 5_000;

/** A quiet line still says that it lives, and sessions that ran out are looked for. */
const BEAT_MS = 20_000;

type Listening = { actor: Actor; topics: ReadonlySet<LiveTopic>; stream: LiveStream };

/** What this process hears, passed on to the pages that are open on it. */
export function startHub() {
  const open = new Set<Listening>();
  let position: string | null = null;
  let stopped = false;
  const listener = listen((news) => {
    position = sealPosition(news.position);
    pass(news, position);
    if (news.sessions) endClosedSessions().catch(() => {});
  });
  const heart = setInterval(beat, BEAT_MS);

  return {
    /** Where a page that is drawn now stands: it hears of all that is committed after. */
    position: () => position,
    hasRoomFor: ({ userId }: Actor) =>
      !stopped &&
      open.size < MOST_OF_ALL &&
      [...open].filter(({ actor }) => actor.userId === userId).length < MOST_OF_A_PERSON,
    join,
    count: () => open.size,
    stop: () => {
      stopped = true;
      clearInterval(heart);
      listener.stop();
      for (const { stream } of open) stream.end();
    },
  };

  /** Heard from now on, and told what was missed since; the two may overlap, and leave no hole. */
  function join(one: Listening, since: string | null) {
    open.add(one);
    const begun = missedSince(openPosition(since))
      .then((news) => one.stream.tell(heardBy(one, news), sealPosition(news.position), 0))
      // The database is away: with the first word from it everything is looked at anew.
      .catch(() => one.stream.owe());
    return { begun, leave: () => open.delete(one) };
  }

  function pass(news: News, at: string) {
    const hearers = [...open].flatMap((one) => {
      const heard = heardBy(one, news);
      return heard.length > 0 || one.stream.owes() ? [{ one, heard }] : [];
    });
    const spread = Math.min(hearers.length * SPREAD_MS, LONGEST_SPREAD_MS);
    for (const { one, heard } of hearers) one.stream.tell(heard, at, spread);
  }

  function beat() {
    for (const { stream } of open) stream.beat(position);
    endClosedSessions().catch(() => {});
  }

  /** Also of who has moved to another role or unit: the page comes back as whom it is now. */
  async function endClosedSessions() {
    const listening = [...open];
    if (listening.length === 0) return;
    const live = await listLiveSessions(listening.map(({ actor }) => actor.sessionId));
    for (const { actor, stream } of listening) {
      const now = live.get(actor.sessionId);
      if (now?.role === actor.role && now.unitId === actor.unitId) continue;
      stream.end(now ? undefined : "signed-out");
    }
  }
}

const heardBy = ({ actor, topics }: Listening, { all, events }: News): LiveTopic[] =>
  all
    ? [...topics]
    : events
        .filter((event) => topics.has(event.topic) && canHear(actor, event))
        .map(({ topic }) => topic);

const missedSince = (since: Position | null) =>
  readNews((sql, snapshot) => db.$queryRawUnsafe(sql, snapshot), since);

const shared = globalThis as { liveHub?: ReturnType<typeof startHub> };

/** One per process, begun when first asked for; streams end with the process, not after it. */
export function liveHub() {
  if (!shared.liveHub) {
    const hub = startHub();
    shared.liveHub = hub;
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, hub.stop);
  }
  return shared.liveHub;
}
