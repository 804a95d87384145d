import "server-only";

import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";

export type AdvisoryMeasure = {
  units: number;
  asked: number;
  onTime: number;
  closedLate: number;
  late: number;
  waiting: number;
};

type Scope = { directiveId: string; unitId?: string };

/**
 * "Follow each warning": of what the units of a directive were asked within its campaign, how much
 * was settled by its deadline. Computed from their answers; null where the directive asks for none.
 */
export async function measureAdvisories(actor: Actor, { directiveId, unitId }: Scope) {
  const own = isUnitMember(actor) ? actor.unitId : null;
  if (!seesAll(actor) && (!own || (unitId && unitId !== own))) return null;
  const one = seesAll(actor) ? unitId : own;
  const directive = await db.directive.findFirst({
    where: {
      id: directiveId,
      sections: { some: { obligations: { some: { measures: { has: "advisories" } } } } },
    },
    select: { campaign: { select: { id: true, name: true } } },
  });
  if (!directive?.campaign) return null;
  const at = now();
  const [measure] = await db.$queryRaw<AdvisoryMeasure[]>`
    SELECT count(DISTINCT h."unitId")::int AS units, count(*)::int AS asked,
      count(*) FILTER (WHERE h."closedAt" <= h."dueAt")::int AS "onTime",
      count(*) FILTER (WHERE h."closedAt" > h."dueAt")::int AS "closedLate",
      count(*) FILTER (WHERE h."closedAt" IS NULL AND h."dueAt" < ${at}::timestamptz)::int AS late,
      count(*) FILTER (WHERE h."closedAt" IS NULL AND h."dueAt" >= ${at}::timestamptz)::int AS waiting
    FROM "Advisory" a JOIN "AdvisoryHandling" h ON h."advisoryId" = a.id
    JOIN "Campaign" c ON c.id = ${directive.campaign.id}::uuid
    WHERE a."sentAt" < c."endsAt" AND h."dueAt" >= c."startsAt"
      AND h."unitId" IN (
        SELECT l."unitId" FROM "LiveAssignment" l JOIN "Obligation" o ON o.id = l."obligationId"
        WHERE l."directiveId" = ${directiveId}::uuid AND 'advisories' = ANY (o.measures))
      ${one ? Prisma.sql`AND h."unitId" = ${one}::uuid` : Prisma.empty}`;
  return measure ? { campaign: directive.campaign, ...measure } : null;
}

export type MeasuredAdvisories = NonNullable<Awaited<ReturnType<typeof measureAdvisories>>>;

/** The same for the one unit of an assignment whose obligation is measured by it. */
export async function findAssignmentAdvisories(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, obligation: { measures: { has: "advisories" } } },
    select: { unitId: true, directiveId: true },
  });
  return assignment ? measureAdvisories(actor, assignment) : null;
}
