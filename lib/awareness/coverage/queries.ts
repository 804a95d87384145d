import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { findAsked } from "@/lib/directives/measured/queries";
import { standing } from "@/lib/directives/standing/policy";
import { now } from "@/lib/time";
import { dateOf, daysOf } from "../rules";

const SHOWN = 12;

type Measured = {
  activities: number;
  times: number;
  staffReach: number | null;
  publicReach: number | null;
};

export type AwarenessException = {
  unitId: string;
  unit: string;
  phone: string | null;
  assignmentId: string;
};

export type AwarenessMeasure = Measured & {
  units: number;
  active: number;
  toStaff: number;
  toPublic: number;
};

/**
 * What a directive's obligation of awareness comes to over all its units: counted from what they
 * entered within its window. Null where it asks for none.
 */
export async function findDirectiveAwareness(actor: Actor, directiveId: string) {
  if (!seesAll(actor)) return null;
  const asked = await findAsked(actor, "awareness", { directiveId });
  if (!asked) return null;
  const span = spanOf(asked);
  const counted = countPerUnit(span, Prisma.sql`a."directiveId" = ${directiveId}::uuid`);
  const [[measure], exceptions] = await Promise.all([
    db.$queryRaw<AwarenessMeasure[]>`
      WITH counted AS (${counted})
      SELECT count(*)::int AS units, count(*) FILTER (WHERE activities > 0)::int AS active,
        count(*) FILTER (WHERE "staffReach" > 0)::int AS "toStaff",
        count(*) FILTER (WHERE "publicReach" > 0)::int AS "toPublic",
        coalesce(sum(activities), 0)::int AS activities, coalesce(sum(times), 0)::int AS times,
        sum("staffReach")::int AS "staffReach", sum("publicReach")::int AS "publicReach"
      FROM counted`,
    db.$queryRaw<(AwarenessException & { total: number })[]>`
      WITH counted AS (${counted})
      SELECT u.id AS "unitId", u.name AS unit, u.phone, c."assignmentId", count(*) OVER ()::int AS total
      FROM counted c JOIN "Unit" u ON u.id = c."unitId"
      WHERE c.activities = 0 ORDER BY u.name COLLATE "vi-x-icu", u.id LIMIT ${SHOWN}`,
  ]);
  if (!measure || measure.units === 0) return null;
  return {
    ...span,
    campaignId: asked.campaign?.id ?? null,
    measure,
    exceptions: {
      total: exceptions[0]?.total ?? 0,
      units: exceptions.map(({ total: _, ...unit }) => unit),
    },
  };
}

export type DirectiveAwareness = NonNullable<Awaited<ReturnType<typeof findDirectiveAwareness>>>;

/** The same for one unit's obligation; null where it is not measured so or not the actor's to see. */
export async function findAssignmentAwareness(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, ...standing, obligation: { measures: { has: "awareness" } } },
    select: { unitId: true, directiveId: true },
  });
  const asked = assignment && (await findAsked(actor, "awareness", assignment));
  if (!asked) return null;
  const { unitId } = assignment;
  const span = spanOf(asked);
  const [measure] = await db.$queryRaw<Measured[]>`
    ${countPerUnit(span, Prisma.sql`a.id = ${assignmentId}::uuid`)}`;
  if (!measure) return null;
  const campaignId = asked.campaign?.id ?? null;
  return { ...span, campaignId, unitId, measure };
}

export type AssignmentAwareness = NonNullable<Awaited<ReturnType<typeof findAssignmentAwareness>>>;

type Windowed = {
  issuedAt: Date | null;
  campaign: { name: string; startsAt: Date; endsAt: Date } | null;
};

/** The days of the campaign; without one, from the day the directive was issued until today. */
function spanOf({ issuedAt, campaign }: Windowed) {
  const days = campaign ?? { startsAt: issuedAt ?? now(), endsAt: new Date(now().getTime() + 1) };
  return { name: campaign?.name ?? null, ...daysOf(days) };
}

/** A unit's own activities and those of the units that went on into it. */
const countPerUnit = (
  { firstOn, lastOn }: { firstOn: string; lastOn: string },
  assignments: Prisma.Sql,
) => Prisma.sql`
  SELECT asked."unitId", asked."assignmentId", count(w.id)::int AS activities,
    coalesce(sum(w.times), 0)::int AS times,
    CASE WHEN count(w.id) = 0 THEN 0 ELSE sum(w."staffReach") END::int AS "staffReach",
    CASE WHEN count(w.id) = 0 THEN 0 ELSE sum(w."publicReach") END::int AS "publicReach"
  FROM (
    SELECT a."unitId", min(a.id::text)::uuid AS "assignmentId"
    FROM "LiveAssignment" a JOIN "Obligation" o ON o.id = a."obligationId"
    WHERE ${assignments} AND 'awareness' = ANY (o.measures) GROUP BY a."unitId"
  ) AS asked
  LEFT JOIN "Unit" past ON past.id = asked."unitId" OR past."successorId" = asked."unitId"
  LEFT JOIN "AwarenessActivity" w ON w."unitId" = past.id AND w."removedAt" IS NULL
    AND w."heldOn" BETWEEN ${dateOf(firstOn)}::date AND ${dateOf(lastOn)}::date
  GROUP BY asked."unitId", asked."assignmentId"`;
