import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";

const ROSTERS = 1_000;
/** At most so many in one minute's tick; the rest is read from the shifts until the next. */
const BATCHES = 20;

/** Rolls up every roster whose shifts have changed. No fact is written: what is read stays the same. */
export async function settleCoverage(actor: Actor) {
  refuseUnless(actor.userId === systemActor.userId, "Việc này hệ thống tự làm.");
  let settled = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const count = await inTransaction(settleBatch);
    settled += count;
    if (count < ROSTERS) break;
  }
  return { settled };
}

/**
 * One at a time: of two, the slower could write what it saw before the other. Touches go before the
 * shifts are read, so that what is committed in between is read and touched once more at worst.
 */
async function settleBatch(tx: Transaction) {
  const [{ mine } = { mine: false }] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('duty.coverage')) AS mine`;
  if (!mine) return 0;
  const touched = await tx.$queryRaw<{ rosterId: string }[]>`
    WITH gone AS (
      DELETE FROM "RosterTouch" WHERE "rosterId" IN (
        SELECT DISTINCT "rosterId" FROM "RosterTouch" LIMIT ${ROSTERS})
      RETURNING "rosterId")
    SELECT DISTINCT "rosterId" FROM gone`;
  if (touched.length === 0) return 0;
  const ids = touched.map(({ rosterId }) => rosterId);
  await tx.$executeRaw`DELETE FROM "RosterCoverage" WHERE "rosterId" = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO "RosterCoverage" ("rosterId", post, "unitId", "campaignId", rostered, taken)
    SELECT r.id, live.post, r."unitId", r."campaignId", live.rostered, live.taken
    FROM "Roster" r CROSS JOIN LATERAL coverage_of(r.id) AS live
    WHERE r.id = ANY (${ids}::uuid[])`;
  return touched.length;
}
