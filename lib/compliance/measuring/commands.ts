import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db, inLongTransaction, Prisma, type Transaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import { isoDay, now } from "@/lib/time";
import { readFigures } from "../figures/queries";
import type { Scope } from "../measures/asking/queries";
import { judgedLines, worstOf } from "../measures/queries";
import { daysSoFar, instantOf, MINUTE } from "../rules";

/** Everything is measured anew this often: a deadline passes without anybody writing. */
const FULL_MINUTES = 5;
/** Days of the past that one minute's tick catches up with. */
const CAUGHT_UP = 3;

type Campaign = Scope["campaign"];

/**
 * Measures the campaigns that run: whoever changed since, every minute; all of them, every few; and
 * each day once more when it is over. No fact is written, all of it follows from the units' rows.
 */
export async function measureCompliance(actor: Actor) {
  refuseUnless(actor.userId === systemActor.userId, "Việc này hệ thống tự làm.");
  const at = now();
  const campaigns = await db.campaign.findMany({
    where: { openedAt: { not: null }, startsAt: { lte: at } },
    select: { id: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: 12,
  });
  for (const campaign of campaigns) await finishDays(campaign, at);
  const running = campaigns.filter(({ endsAt }) => endsAt > at);
  return inLongTransaction((tx) => measureToday(tx, running, at));
}

/** Days that are over and were not measured at their end, oldest first. */
async function finishDays(campaign: Campaign, at: Date) {
  const over = daysSoFar(campaign, at).filter((day) => instantOf(day, campaign, at) < at);
  const finished = await db.complianceDay.findMany({
    where: { campaignId: campaign.id, finalAt: { not: null } },
    select: { day: true },
  });
  const done = new Set(finished.map(({ day }) => day.toISOString().slice(0, 10)));
  const open = over.filter((day) => !done.has(day)).slice(0, CAUGHT_UP);
  for (const day of open) {
    await inLongTransaction(async (tx) => {
      if (!(await mine(tx))) return;
      const scope = { campaign, at: instantOf(day, campaign, at) };
      await measureDay(tx, scope, { day, finalAt: at });
    });
  }
}

/** Touches go before the rows are read: what is committed in between is measured once more at worst. */
async function measureToday(tx: Transaction, campaigns: Campaign[], at: Date) {
  if (!(await mine(tx))) return { measured: 0 };
  const day = isoDay(at);
  const fresh = await tx.complianceDay.count({
    where: {
      campaignId: { in: campaigns.map(({ id }) => id) },
      day: new Date(day),
      measuredAt: { gt: new Date(at.getTime() - FULL_MINUTES * MINUTE), lte: at },
    },
  });
  const touched = await tx.$queryRaw<{ unitId: string }[]>`
    WITH gone AS (DELETE FROM "ComplianceTouch" RETURNING "unitId") SELECT DISTINCT "unitId" FROM gone`;
  const all = fresh < campaigns.length;
  if (!all && touched.length === 0) return { measured: 0 };
  const unitIds = all ? undefined : touched.map(({ unitId }) => unitId);
  for (const campaign of campaigns) await measureDay(tx, { campaign, at, unitIds }, { day });
  return { measured: campaigns.length };
}

/** One at a time: of two, the slower could write what it saw before the other. */
async function mine(tx: Transaction) {
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('compliance')) AS mine`;
  return row?.mine ?? false;
}

type Day = { day: string; finalAt?: Date };

async function measureDay(tx: Transaction, scope: Scope, { day, finalAt }: Day) {
  const { campaign, at, unitIds } = scope;
  const these = Prisma.sql`c."campaignId" = ${campaign.id}::uuid AND c.day = ${day}::date
    ${unitIds ? Prisma.sql`AND c."unitId" = ANY (${[...unitIds]}::uuid[])` : Prisma.empty}`;
  await tx.$executeRaw`
    WITH line AS MATERIALIZED (${judgedLines(scope)}),
    gone AS (
      DELETE FROM "ComplianceLine" c WHERE ${these} AND NOT EXISTS (
        SELECT 1 FROM line l WHERE l."unitId" = c."unitId" AND l.measure = c.measure))
    INSERT INTO "ComplianceLine" AS c ("campaignId", day, measure, "unitId", "kindCode", verdict,
      required, observed, failed, soon, since)
    SELECT ${campaign.id}::uuid, ${day}::date, l.measure, l."unitId", u."kindCode", l.verdict,
      l.required, l.observed, l.failed, l.soon, l.since
    FROM line l JOIN "Unit" u ON u.id = l."unitId"
    ON CONFLICT ("campaignId", day, "unitId", measure) DO UPDATE
    SET "kindCode" = excluded."kindCode", verdict = excluded.verdict, required = excluded.required,
      observed = excluded.observed, failed = excluded.failed, soon = excluded.soon,
      since = excluded.since
    WHERE (c."kindCode", c.verdict, c.required, c.observed, c.failed, c.soon, c.since)
      IS DISTINCT FROM (excluded."kindCode", excluded.verdict, excluded.required,
                        excluded.observed, excluded.failed, excluded.soon, excluded.since)`;
  await countDay(tx, campaign.id, day);
  const figures = await readFigures(tx, { campaign, at });
  await tx.complianceDay.upsert({
    where: { campaignId_day: { campaignId: campaign.id, day: new Date(day) } },
    create: { campaignId: campaign.id, day: new Date(day), measuredAt: at, finalAt, figures },
    update: { ...(unitIds ? {} : { measuredAt: at }), finalAt, figures },
  });
}

async function countDay(tx: Transaction, campaignId: string, day: string) {
  const lines = Prisma.sql`
    SELECT * FROM "ComplianceLine" WHERE "campaignId" = ${campaignId}::uuid AND day = ${day}::date`;
  await tx.$executeRaw`
    DELETE FROM "ComplianceTally" WHERE "campaignId" = ${campaignId}::uuid AND day = ${day}::date`;
  await tx.$executeRaw`
    INSERT INTO "ComplianceTally" ("campaignId", day, measure, "kindCode", verdict, units)
    SELECT ${campaignId}::uuid, ${day}::date, t.measure, t."kindCode", t.verdict, count(*)::int
    FROM (
      SELECT l.measure, l."kindCode", l.verdict FROM (${lines}) l
      UNION ALL
      SELECT 'all', u."kindCode", w.verdict
      FROM (${worstOf(lines)}) w JOIN "Unit" u ON u.id = w."unitId"
    ) t GROUP BY t.measure, t."kindCode", t.verdict`;
}
