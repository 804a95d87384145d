import "server-only";

import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import type { HandlingState } from "../schema";

/** The gate closes this long before a campaign, and stays until it ends. */
export const GATE_DAYS = 3;

const PER_PAGE = 50;

/** Campaigns at whose gate we stand. */
export const gateCampaigns = () => Prisma.sql`
  SELECT id, name, "startsAt", "endsAt" FROM "Campaign"
  WHERE "openedAt" IS NOT NULL AND "closedAt" IS NULL AND "endsAt" > ${now()}::timestamptz
    AND "startsAt" - make_interval(days => ${GATE_DAYS}::int) <= ${now()}::timestamptz`;

/**
 * Whatever is known to be exploited and not handled. A lead's acceptance keeps it off as long as it
 * lasts; a named person keeps it on the list, answered for.
 */
export function openAtTheGate(actor: Actor) {
  const own = isUnitMember(actor) ? actor.unitId : null;
  const scope = seesAll(actor) ? Prisma.empty : Prisma.sql`AND h."unitId" = ${own}::uuid`;
  return Prisma.sql`
    SELECT h.*, h."ownerName" <> '' AS answered
    FROM "LiveHandling" h
    WHERE (h."closedAt" IS NULL OR h.state = 'accepted') ${scope}
      AND EXISTS (SELECT 1 FROM "AdvisoryItem" i
                  WHERE i."advisoryId" = h."advisoryId" AND i."knownExploitedAt" IS NOT NULL)`;
}

export type GateRow = {
  advisoryId: string;
  unitId: string;
  unit: string;
  phone: string | null;
  number: string;
  subject: string;
  state: HandlingState;
  dueAt: Date;
  ownerName: string;
  ownerPhone: string;
  acceptUntil: Date | null;
  acceptedBy: string;
  version: number;
  affected: number | null;
  patched: number | null;
  mitigated: number | null;
};

/** The gate of the nearest campaign; null while none is near. */
export async function findGate(actor: Actor) {
  const [campaign] = await db.$queryRaw<GateCampaign[]>`
    SELECT * FROM (${gateCampaigns()}) c ORDER BY c."startsAt" DESC LIMIT 1`;
  if (!campaign) return null;
  const [totals] = await db.$queryRaw<GateTotals[]>`
    SELECT count(*) FILTER (WHERE g."closedAt" IS NULL AND NOT g.answered)::int AS unanswered,
      count(DISTINCT g."unitId") FILTER (WHERE g."closedAt" IS NULL AND NOT g.answered)::int AS units,
      count(*) FILTER (WHERE g."closedAt" IS NULL AND g.answered)::int AS named,
      count(*) FILTER (WHERE g.state = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE g.state = 'accepted' AND g."acceptUntil" < ${campaign.endsAt}::timestamptz)::int AS "runsOut"
    FROM (${openAtTheGate(actor)}) g`;
  return {
    campaign,
    ...(totals ?? { unanswered: 0, units: 0, named: 0, accepted: 0, runsOut: 0 }),
  };
}

type GateCampaign = { id: string; name: string; startsAt: Date; endsAt: Date };
type GateTotals = {
  unanswered: number;
  units: number;
  named: number;
  accepted: number;
  runsOut: number;
};
export type Gate = NonNullable<Awaited<ReturnType<typeof findGate>>>;

/** Line by line: those nobody answers for first. */
export async function listGate(actor: Actor, { page }: { page: number }) {
  const rows = await db.$queryRaw<GateRow[]>`
    SELECT g."advisoryId", g."unitId", u.name AS unit, u.phone, a.number, a.subject, g.state,
      g."dueAt", g."ownerName", g."ownerPhone", g."acceptUntil", g."acceptedBy", g.version,
      g.affected, g.patched, g.mitigated
    FROM (${openAtTheGate(actor)}) g JOIN "Unit" u ON u.id = g."unitId"
    JOIN "Advisory" a ON a.id = g."advisoryId"
    ORDER BY g."closedAt" IS NOT NULL, g.answered, u.name COLLATE "vi-x-icu", g."dueAt", g."advisoryId"
    LIMIT ${PER_PAGE + 1} OFFSET ${(page - 1) * PER_PAGE}`;
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}
