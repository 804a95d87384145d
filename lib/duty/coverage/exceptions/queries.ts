import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { findMeasured } from "@/lib/directives/measured/queries";
import { loadDutyPolicy } from "../../settings/queries";
import { measureWatch, type WatchedCampaign } from "../queries";
import { coverage, minutesIn, past } from "../rollup/queries";
import { type WatchScope, watchedUnits } from "../watched/queries";

const SHOWN = 12;

export type WatchException = {
  unitId: string;
  unit: string;
  phone: string | null;
  rosterId: string | null;
  /** The unit's own page in the directive, where one is asked about. */
  assignmentId: string | null;
  /** Nobody is rostered. */
  gapMinutes: number;
  /** Rostered, past, and nobody had taken the shift for as long as raises the alarm. */
  missedMinutes: number;
};

/**
 * "Each unit has one named person at every minute": those of whom it is not true, the most missing
 * first. None is the yes.
 */
export async function listWatchExceptions(
  actor: Actor,
  campaign: WatchedCampaign,
  scope: WatchScope = {},
) {
  const { requiredPosts, missedCheckInMinutes } = await loadDutyPolicy(db, campaign.id);
  const rows = await db.$queryRaw<(WatchException & { total: number })[]>`
    WITH watched AS (${watchedUnits(actor, campaign.id, scope)}),
    covered AS (${coverage(campaign.id, requiredPosts)}),
    line AS (
      SELECT w."unitId",
        tstzmultirange(w.owed) - coalesce(c.rostered, '{}') AS gaps,
        (SELECT coalesce(range_agg(piece), '{}')
         FROM unnest(c.rostered * tstzmultirange(w.owed * ${past()}) - c.taken) AS piece
         WHERE upper(piece) - lower(piece) >= make_interval(mins => ${missedCheckInMinutes}::int)
        ) AS missed
      FROM watched w LEFT JOIN covered c ON c."unitId" = w."unitId"
    )
    SELECT l."unitId", u.name AS unit, u.phone, r.id AS "rosterId", a.id AS "assignmentId",
      ${minutesIn(Prisma.sql`l.gaps`)} AS "gapMinutes",
      ${minutesIn(Prisma.sql`l.missed`)} AS "missedMinutes", count(*) OVER ()::int AS total
    FROM line l JOIN "Unit" u ON u.id = l."unitId"
    LEFT JOIN "Roster" r ON r."unitId" = u.id AND r."campaignId" = ${campaign.id}::uuid
    LEFT JOIN LATERAL (
      SELECT a.id FROM "LiveAssignment" a JOIN "Obligation" o ON o.id = a."obligationId"
      WHERE a."unitId" = u.id AND a."directiveId" = ${scope.directiveId ?? null}::uuid
        AND 'watch' = ANY (o.measures)
      ORDER BY a.id LIMIT 1) a ON TRUE
    WHERE NOT (isempty(l.gaps) AND isempty(l.missed))
    ORDER BY "gapMinutes" DESC, "missedMinutes" DESC, u.name COLLATE "vi-x-icu", u.id
    LIMIT ${SHOWN}`;
  return {
    units: rows.map(({ total: _, ...unit }) => unit),
    total: rows[0]?.total ?? 0,
  };
}

/** What a directive's obligation "24/7 watch" comes to over all its units; null where it has none. */
export async function findDirectiveWatch(actor: Actor, directiveId: string) {
  if (!seesAll(actor)) return null;
  const measured = await findMeasured(actor, "watch", { directiveId });
  if (!measured) return null;
  const { campaign } = measured;
  const [measure, exceptions] = await Promise.all([
    measureWatch(actor, campaign, { directiveId }),
    listWatchExceptions(actor, campaign, { directiveId }),
  ]);
  return { campaign, measure, exceptions };
}

export type DirectiveWatch = NonNullable<Awaited<ReturnType<typeof findDirectiveWatch>>>;
