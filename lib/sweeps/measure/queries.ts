import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { findMeasured, type MeasureScope } from "@/lib/directives/measured/queries";

export type SweepMeasure = {
  round: number | null;
  roundId: string | null;
  units: number;
  filed: number;
  undeclared: number;
  machines: number;
  checked: number;
};

/**
 * "All servers and workstations": of the machines of a directive's units, how many the newest round
 * of its campaign has checked. Null where the directive does not ask for it.
 */
export async function measureSweeps(actor: Actor, scope: MeasureScope) {
  const measured = await findMeasured(actor, "sweep", scope);
  if (!measured) return null;
  const { campaign, unitId } = measured;
  const [measure] = await db.$queryRaw<SweepMeasure[]>`
    WITH newest AS (
      SELECT id, number FROM "SweepRound" WHERE "campaignId" = ${campaign.id}::uuid
      ORDER BY number DESC LIMIT 1)
    SELECT (SELECT number FROM newest) AS round, (SELECT id FROM newest) AS "roundId",
      count(*)::int AS units, count(s."unitId")::int AS filed,
      count(*) FILTER (WHERE i."unitId" IS NULL)::int AS undeclared,
      coalesce(sum(coalesce(s.servers + s.workstations, i.servers + i.workstations)), 0)::int AS machines,
      coalesce(sum(s."serversChecked" + s."workstationsChecked"), 0)::int AS checked
    FROM (SELECT DISTINCT l."unitId" AS id
          FROM "LiveAssignment" l JOIN "Obligation" o ON o.id = l."obligationId"
          WHERE l."directiveId" = ${scope.directiveId}::uuid AND 'sweep' = ANY (o.measures)
            ${unitId ? Prisma.sql`AND l."unitId" = ${unitId}::uuid` : Prisma.empty}) u
    LEFT JOIN "UnitInventory" i ON i."unitId" = u.id
    LEFT JOIN "SweepResult" s ON s."unitId" = u.id AND s."roundId" = (SELECT id FROM newest)`;
  return measure ? { campaign, ...measure } : null;
}

export type MeasuredSweeps = NonNullable<Awaited<ReturnType<typeof measureSweeps>>>;

/** The same for the one unit of an assignment whose obligation is measured by it. */
export async function findAssignmentSweep(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, obligation: { measures: { has: "sweep" } } },
    select: { unitId: true, directiveId: true },
  });
  return assignment ? measureSweeps(actor, assignment) : null;
}
