import "server-only";

import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";

/** So many at once, and so many a second after that, for each person, over all processes together. */
export const paces = {
  /** As fast as anyone types, with room for a held key. */
  search: { burst: 20, perSecond: 5 },
  /** A document or a workbook costs up to a second of the processor. */
  export: { burst: 20, perSecond: 0.5 },
  /** By file: a report of an incident comes with a dozen photos. */
  upload: { burst: 60, perSecond: 0.5 },
  /** By list read in: each row of it is judged. */
  import: { burst: 10, perSecond: 0.1 },
} as const;
export type Pace = keyof typeof paces;

/** Takes turns in one statement, so that a hundred at once are a hundred counted. False: too many. */
export async function takeTurns(userId: string, pace: Pace, turns = 1): Promise<boolean> {
  const { burst, perSecond } = paces[pace];
  const at = now();
  const taken = await db.$queryRaw<unknown[]>`
    INSERT INTO "Pace" AS p (key, tokens, at)
      SELECT ${`${pace}:${userId}`}, ${burst - turns}::float8, ${at}::timestamptz
      WHERE ${turns}::int <= ${burst}::int
    ON CONFLICT (key) DO UPDATE SET
      tokens = least(${burst}::float8, p.tokens
        + greatest(0, extract(epoch FROM ${at}::timestamptz - p.at)::float8) * ${perSecond}::float8) - ${turns}::int,
      at = ${at}::timestamptz
    WHERE least(${burst}::float8, p.tokens
        + greatest(0, extract(epoch FROM ${at}::timestamptz - p.at)::float8) * ${perSecond}::float8) >= ${turns}::int
    RETURNING 1`;
  return taken.length > 0;
}

/** For a form: refused with what to do, and what was typed stays. */
export async function refuseHaste(userId: string, pace: Pace, turns = 1) {
  if (await takeTurns(userId, pace, turns)) return;
  throw new Refusal(
    "conflict",
    "Gửi quá nhiều tệp trong thời gian ngắn. Chờ một phút rồi gửi lại.",
  );
}

/** For a handler: the answer to one who asks too fast, or null. */
export async function tooFast(userId: string, pace: Pace): Promise<Response | null> {
  if (await takeTurns(userId, pace)) return null;
  return new Response("Tải quá nhiều trong thời gian ngắn. Chờ một phút rồi tải lại.", {
    status: 429,
    headers: { "Retry-After": "60", "Content-Type": "text/plain; charset=utf-8" },
  });
}
