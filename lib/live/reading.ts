import "server-only";

import type { LiveEvent } from "./policy";
import type { Position } from "./position";
import { isLiveTopic } from "./schema";

/** Events are kept so long; who was away longer is told to look anew. */
export const KEPT_SECONDS = 3600;
/** A margin for a transaction that lasts: its event is as old as its statement. */
const TRUSTED_SECONDS = KEPT_SECONDS - 600;
const MOST = 1_000;

export type News = {
  position: Position;
  events: LiveEvent[];
  /** Something may have been missed: everything has to be looked at anew. */
  all: boolean;
  /** Somebody's session or rights changed. */
  sessions: boolean;
};

type Row = Position & { topic: string | null; unitIds: string[] };

/** One statement, hence one snapshot: the new position and the events that lie before it agree. */
const QUERY = `
  SELECT concat(extract(epoch FROM pg_postmaster_start_time()), '/', epoch.mark) AS server,
         pg_current_snapshot()::text AS snapshot,
         extract(epoch FROM clock_timestamp())::int AS at, e.topic, e."unitIds"
  FROM "LiveEpoch" epoch LEFT JOIN LATERAL (
    SELECT id, topic, "unitIds" FROM "LiveEvent"
    WHERE xid >= pg_snapshot_xmin($1::pg_snapshot)
      AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
    ORDER BY id LIMIT ${MOST + 1}) e ON TRUE`;

/** Once on each new connection: a crash, which ends them all, leaves no mark behind. */
export const MARK_EPOCH = 'INSERT INTO "LiveEpoch" DEFAULT VALUES ON CONFLICT DO NOTHING';

type Ask = (sql: string, snapshot: string | null) => Promise<Row[]>;

/** What was committed since; from nowhere there is only a position to begin at. */
export async function readNews(ask: Ask, since: Position | null): Promise<News> {
  const rows = await ask(QUERY, since?.snapshot ?? null);
  const [first] = rows;
  if (!first) throw new Error("the database told no position");
  const position = { server: first.server, at: first.at, snapshot: first.snapshot };
  const events = rows.flatMap(({ topic, unitIds }) =>
    topic && isLiveTopic(topic) ? [{ topic, unitIds: new Set(unitIds) }] : [],
  );
  return {
    position,
    events,
    all: since === null || !reaches(since, position) || rows.length > MOST,
    sessions: rows.some(({ topic }) => topic === "sessions"),
  };
}

/** The same server since then, and nothing of what lies between forgotten. */
const reaches = (since: Position, to: Position) =>
  since.server === to.server && to.at - since.at < TRUSTED_SECONDS;
