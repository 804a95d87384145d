import "server-only";

import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { delayAfter, FORGOTTEN_AFTER, failuresWith, waitSentence } from "./rules";

export type Attempt = { key: string; free: number };

/**
 * Counts a try as failed before it is judged, so that a hundred at once are a hundred counted. Says
 * how long the next one will have to wait; refuses when this one has to.
 */
export function chargeAttempts(attempts: Attempt[]) {
  return inTransaction(async (tx) => {
    const at = now();
    let delay = 0;
    for (const attempt of attempts) delay = Math.max(delay, await charge(tx, attempt, at));
    return delay;
  });
}

/** The try was good: what it cost the account is forgotten, what it cost the address is returned. */
export async function forgiveAttempts(tx: Transaction, [own, ...shared]: Attempt[]) {
  await tx.signInThrottle.deleteMany({ where: { key: own?.key } });
  await tx.signInThrottle.updateMany({
    where: { key: { in: shared.map(({ key }) => key) }, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, blockedUntil: null },
  });
  await sweepForgotten(tx);
}

/** A few old rows at each success; one that is being counted right now is left alone. */
function sweepForgotten(tx: Transaction) {
  const before = new Date(now().getTime() - FORGOTTEN_AFTER);
  return tx.$executeRaw`
    DELETE FROM "SignInThrottle" WHERE key IN (
      SELECT key FROM "SignInThrottle" WHERE "lastFailedAt" < ${before}::timestamptz
      LIMIT 100 FOR UPDATE SKIP LOCKED
    )`;
}

async function charge(tx: Transaction, { key, free }: Attempt, at: Date) {
  await tx.$executeRaw`
    INSERT INTO "SignInThrottle" (key, failures, "lastFailedAt") VALUES (${key}, 0, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT 1 FROM "SignInThrottle" WHERE key = ${key} FOR UPDATE`;
  const past = await tx.signInThrottle.findUniqueOrThrow({ where: { key } });
  const wait = past.blockedUntil ? past.blockedUntil.getTime() - at.getTime() : 0;
  if (wait > 0) throw new Refusal("conflict", `Đã thử sai nhiều lần. ${waitSentence(wait)}`);

  const failures = failuresWith(past, at);
  const delay = delayAfter(failures, free);
  const blockedUntil = delay > 0 ? new Date(at.getTime() + delay) : null;
  await tx.signInThrottle.update({
    where: { key },
    data: { failures, lastFailedAt: at, blockedUntil },
  });
  return delay;
}
