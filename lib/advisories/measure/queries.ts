import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { findMeasured, type MeasureScope } from "@/lib/directives/measured/queries";
import { now } from "@/lib/time";

export type AdvisoryMeasure = {
  units: number;
  asked: number;
  onTime: number;
  closedLate: number;
  late: number;
  waiting: number;
};

/**
 * "Follow each warning": of what the units of a directive were asked within its campaign, how much
 * was settled by its deadline. Computed from their answers; null where the directive asks for none.
 */
export async function measureAdvisories(actor: Actor, scope: MeasureScope) {
  const measured = await findMeasured(actor, "advisories", scope);
  if (!measured) return null;
  const { campaign, unitId } = measured;
  const at = now();
  const [measure] = await db.$queryRaw<AdvisoryMeasure[]>`
    SELECT count(DISTINCT h."unitId")::int AS units, count(*)::int AS asked,
      count(*) FILTER (WHERE h."closedAt" <= h."dueAt")::int AS "onTime",
      count(*) FILTER (WHERE h."closedAt" > h."dueAt")::int AS "closedLate",
      count(*) FILTER (WHERE h."closedAt" IS NULL AND h."dueAt" < ${at}::timestamptz)::int AS late,
      count(*) FILTER (WHERE h."closedAt" IS NULL AND h."dueAt" >= ${at}::timestamptz)::int AS waiting
    FROM "Advisory" a JOIN "LiveHandling" h ON h."advisoryId" = a.id
    JOIN "Campaign" c ON c.id = ${campaign.id}::uuid
    WHERE a."sentAt" < c."endsAt" AND h."dueAt" >= c."startsAt"
      AND h."unitId" IN (
        SELECT l."unitId" FROM "LiveAssignment" l JOIN "Obligation" o ON o.id = l."obligationId"
        WHERE l."directiveId" = ${scope.directiveId}::uuid AND 'advisories' = ANY (o.measures))
      ${unitId ? Prisma.sql`AND h."unitId" = ${unitId}::uuid` : Prisma.empty}`;
  return measure ? { campaign, ...measure } : null;
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
