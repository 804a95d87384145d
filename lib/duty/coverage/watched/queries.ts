import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { Prisma } from "@/lib/db";
import { DISTRICT_ZONE, isoDay, now } from "@/lib/time";
import { keepsWatch } from "../../policy";

/**
 * Units that must keep watch in a campaign: those whose obligation is measured by it and is still
 * theirs, and those that made a roster anyway, each for as much of the campaign as the unit exists.
 * Who sees one unit alone is told of that one.
 */
export function watchedUnits(actor: Actor, campaignId: string, scope: WatchScope = {}) {
  return watched(actor, Prisma.sql`c.id = ${campaignId}::uuid`, scope);
}

/** One unit alone, or those alone whom one directive asks. */
export type WatchScope = { unitId?: string; directiveId?: string };

/** Units of every campaign that is on, as far as they exist today, with their kinds; all or some. */
export function watchedNow(actor: Actor, unitIds?: string[]) {
  const own = keepsWatch(actor) ? actor.unitId : null;
  if (!seesAll(actor) && !own) {
    return Prisma.sql`SELECT NULL::uuid AS "unitId", NULL::text AS "kindCode" WHERE FALSE`;
  }
  const some = seesAll(actor) ? unitIds : [own];
  const one = (column: Prisma.Sql) =>
    some ? Prisma.sql`AND ${column} = ANY (${some}::uuid[])` : Prisma.empty;
  const on = Prisma.sql`
    SELECT c.id FROM "Campaign" c
    WHERE c."startsAt" <= ${now()}::timestamptz AND c."endsAt" > ${now()}::timestamptz`;
  const today = isoDay(now());
  // Two sets of ids looked up in memory: joined and made distinct, ten thousand units took thrice as long.
  return Prisma.sql`
    SELECT u.id AS "unitId", u."kindCode" FROM "Unit" u
    WHERE u."validFrom" <= ${today}::date AND (u."validTo" IS NULL OR u."validTo" > ${today}::date)
      ${one(Prisma.sql`u.id`)} AND (
      u.id IN (SELECT r."unitId" FROM "Roster" r
               WHERE r."campaignId" IN (${on}) ${one(Prisma.sql`r."unitId"`)})
      OR u.id IN (SELECT a."unitId" FROM "Directive" d
                    JOIN "LiveAssignment" a ON a."directiveId" = d.id
                    JOIN "Obligation" o ON o.id = a."obligationId"
                  WHERE d."campaignId" IN (${on}) AND d.state IN ('issued', 'closed')
                    AND 'watch' = ANY (o.measures) ${one(Prisma.sql`a."unitId"`)}))`;
}

function watched(actor: Actor, campaigns: Prisma.Sql, { unitId, directiveId }: WatchScope = {}) {
  const own = keepsWatch(actor) ? actor.unitId : null;
  if (!seesAll(actor) && !own) {
    return Prisma.sql`SELECT NULL::uuid AS "unitId", NULL::tstzrange AS owed WHERE FALSE`;
  }
  const asked = seesAll(actor) ? unitId : own;
  const one = asked ? Prisma.sql`AND u.id = ${asked}::uuid` : Prisma.empty;
  const directive = directiveId ? Prisma.sql`AND d.id = ${directiveId}::uuid` : Prisma.empty;
  return Prisma.sql`
    SELECT u.id AS "unitId", tstzrange(w."startsAt", w."endsAt") * ${lifetime} AS owed
    FROM (
      SELECT a."unitId", c."startsAt", c."endsAt"
      FROM "Campaign" c JOIN "Directive" d ON d."campaignId" = c.id
        JOIN "LiveAssignment" a ON a."directiveId" = d.id
        JOIN "Obligation" o ON o.id = a."obligationId"
      WHERE ${campaigns} AND d.state IN ('issued', 'closed') AND 'watch' = ANY (o.measures)
        ${directive}
      UNION
      SELECT r."unitId", c."startsAt", c."endsAt"
      FROM "Campaign" c JOIN "Roster" r ON r."campaignId" = c.id
      WHERE ${campaigns} AND ${!directiveId}
    ) AS w JOIN "Unit" u ON u.id = w."unitId"
    WHERE NOT isempty(tstzrange(w."startsAt", w."endsAt") * ${lifetime}) ${one}`;
}

const lifetime = Prisma.sql`tstzrange(
  u."validFrom"::timestamp AT TIME ZONE ${DISTRICT_ZONE},
  u."validTo"::timestamp AT TIME ZONE ${DISTRICT_ZONE})`;
