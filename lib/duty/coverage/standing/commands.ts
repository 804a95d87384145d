import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import { isoDay, nextDay, now, parseLocal } from "@/lib/time";
import { liveNow, standsNow } from "./queries";

/** Keeps who must watch and who is on: of whoever changed since, and of all once that may be others. */
export async function settleStanding(actor: Actor) {
  refuseUnless(actor.userId === systemActor.userId, "Việc này hệ thống tự làm.");
  return inTransaction(settle);
}

/** One at a time, and touches go before the rows are read: what is committed in between is read once more at worst. */
async function settle(tx: Transaction) {
  const at = now();
  const [{ mine } = { mine: false }] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('duty.standing')) AS mine`;
  if (!mine) return { settled: 0 };
  const touched = await tx.$queryRaw<{ unitId: string | null }[]>`
    WITH gone AS (DELETE FROM "WatchTouch" RETURNING "unitId") SELECT DISTINCT "unitId" FROM gone`;
  const expired = await tx.watchStanding.findMany({
    where: { until: { lte: at } },
    select: { unitId: true },
  });
  const settlement = await tx.watchSettlement.findFirst({
    where: { since: { lte: at }, until: { gt: at } },
  });
  const changed = [...touched, ...expired].map(({ unitId }) => unitId);
  const unitIds = changed.filter((id) => id !== null);
  const all = unitIds.length < changed.length;
  const standing = settlement && !all ? settlement.until : null;
  if (standing && unitIds.length === 0) return { settled: 0 };
  const until = standing ?? (await nextTurn(tx, at));
  const settled = await keep(tx, until, standing ? unitIds : undefined);
  await tx.watchSettlement.upsert({
    where: { id: 1 },
    create: { since: at, until },
    update: { since: at, until },
  });
  return { settled };
}

/** When others may have to watch though nobody wrote: a campaign begins or ends, or a unit at midnight. */
async function nextTurn(tx: Transaction, at: Date) {
  const midnight = parseLocal(nextDay(isoDay(at))) ?? at;
  const turns = await tx.$queryRaw<{ at: Date }[]>`
    SELECT turn AS at FROM "Campaign" CROSS JOIN LATERAL (VALUES ("startsAt"), ("endsAt")) AS edge (turn)
    WHERE turn > ${at}::timestamptz AND turn < ${midnight}::timestamptz ORDER BY turn LIMIT 1`;
  return turns[0]?.at ?? midnight;
}

async function keep(tx: Transaction, until: Date, unitIds?: string[]) {
  const these = unitIds ? Prisma.sql`WHERE "unitId" = ANY (${unitIds}::uuid[])` : Prisma.empty;
  await tx.$executeRaw`DELETE FROM "WatchStanding" ${these}`;
  return tx.$executeRaw`
    INSERT INTO "WatchStanding" ("unitId", "kindCode", taken, until)
    SELECT live."unitId", live."kindCode", live.taken,
      least(${until}::timestamptz, running."endsAt", next."startsAt")
    FROM (${liveNow(systemActor, unitIds)}) live
    LEFT JOIN (SELECT s."unitId", min(s."endsAt") AS "endsAt" FROM "Shift" s
               WHERE ${standsNow(unitIds)} GROUP BY s."unitId") running USING ("unitId")
    LEFT JOIN LATERAL (
      SELECT s."startsAt" FROM "Shift" s
      WHERE s."unitId" = live."unitId" AND s."startsAt" > ${now()}::timestamptz
        AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
      ORDER BY s."startsAt" LIMIT 1) next ON TRUE`;
}
