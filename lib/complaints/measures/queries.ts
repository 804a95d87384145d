import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { findMeasured, type MeasureScope } from "@/lib/directives/measured/queries";
import { DISTRICT_ZONE, now } from "@/lib/time";
import { type TelcoMeasure, type TelcoMeasureKind, telcoMeasures } from "./schema";

/**
 * The obligations of telcos in a directive, counted from what each did in the days of its campaign
 * until now: days told, sources acted upon, cases ended in time, requests answered in time. A telco is
 * told of its own row; null where the directive asks for none of it, or before the campaign begins.
 */
export async function measureTelcos(actor: Actor, scope: MeasureScope) {
  const asked = await Promise.all(telcoMeasures.map((kind) => findMeasured(actor, kind, scope)));
  const measured = asked.find((one) => one !== null);
  if (!measured) return null;
  const window = await db.campaign.findUniqueOrThrow({
    where: { id: measured.campaign.id },
    select: { startsAt: true, endsAt: true },
  });
  const at = now();
  const from = window.startsAt;
  const to = new Date(Math.min(window.endsAt.getTime(), at.getTime()));
  if (to <= from) return null;
  const found = await countWithin(actor, { ...scope, unitId: measured.unitId }, { from, to, at });
  return { campaign: measured.campaign, from, to, rows: found.map(toMeasure) };
}

export type MeasuredTelcos = NonNullable<Awaited<ReturnType<typeof measureTelcos>>>;

/** The same for the one telco of an assignment whose obligation is measured so. */
export async function findAssignmentTelco(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, obligation: { measures: { hasSome: [...telcoMeasures] } } },
    select: { unitId: true, directiveId: true },
  });
  return assignment ? measureTelcos(actor, assignment) : null;
}

type Span = { from: Date; to: Date; at: Date };

type Counted = { unitId: string; unit: string; asked: TelcoMeasureKind[] } & Record<
  `${"infra" | "block" | "case" | "ask"}${"Done" | "Of"}`,
  number
>;

function countWithin(_actor: Actor, { directiveId, unitId }: MeasureScope, { from, to, at }: Span) {
  const dayOf = (instant: Date) =>
    Prisma.sql`(${instant}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date`;
  // The end of a campaign is a moment after it: at midnight its last day is the one before.
  const [first, last] = [dayOf(from), dayOf(new Date(to.getTime() - 1))];
  return db.$queryRaw<Counted[]>`
    SELECT u.id AS "unitId", u.name AS unit, w.asked,
      i.days AS "infraDone", (${last} - ${first} + 1)::int AS "infraOf",
      b.done AS "blockDone", b.total AS "blockOf", c.done AS "caseDone", c.total AS "caseOf",
      q.done AS "askDone", q.total AS "askOf"
    FROM (SELECT a."unitId", array_agg(DISTINCT m) AS asked
          FROM "LiveAssignment" a JOIN "Obligation" o ON o.id = a."obligationId" CROSS JOIN unnest(o.measures) AS m
          WHERE a."directiveId" = ${directiveId}::uuid AND m = ANY (${[...telcoMeasures]})
          GROUP BY a."unitId") w
    JOIN "Unit" u ON u.id = w."unitId" JOIN "UnitKind" k ON k.code = u."kindCode" AND k.home = 'telecom'
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS days FROM "InfrastructureDay" d
      WHERE d."unitId" = u.id AND d.day BETWEEN ${first} AND ${last}) i
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE EXISTS (
               SELECT 1 FROM "SourceMeasure" m WHERE m."telcoId" = u.id AND m."sourceKind" = s.kind
                 AND m."sourceValue" = s.value))::int AS done
      FROM (SELECT DISTINCT c."sourceKind" AS kind, c."sourceValue" AS value FROM "ComplaintFact" c
            WHERE c."telcoId" = u.id AND c."sourceValue" IS NOT NULL
              AND c."receivedAt" >= ${from}::timestamptz AND c."receivedAt" < ${to}::timestamptz) s) b
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE c."closedAt" <= c."dueAt")::int AS done
      FROM "ComplaintFact" c WHERE c."telcoId" = u.id AND c."receivedAt" >= ${from}::timestamptz
        AND c."receivedAt" < ${to}::timestamptz AND (c."closedAt" IS NOT NULL OR c."dueAt" < ${at}::timestamptz)) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE r."answeredAt" <= q."dueAt")::int AS done
      FROM "AuthorityRequestReceipt" r JOIN "AuthorityRequest" q ON q.id = r."requestId"
      WHERE r."telcoId" = u.id AND q."sentAt" >= ${from}::timestamptz AND q."sentAt" < ${to}::timestamptz
        AND (r."answeredAt" IS NOT NULL OR q."dueAt" < ${at}::timestamptz)) q
    WHERE ${unitId ? Prisma.sql`u.id = ${unitId}::uuid` : Prisma.sql`TRUE`}
    ORDER BY u.name COLLATE "vi-x-icu", u.id LIMIT 100`;
}

function toMeasure({ asked, ...row }: Counted): TelcoMeasure {
  const only = (kind: TelcoMeasureKind, done: number, of: number) =>
    asked.includes(kind) ? { done, of } : null;
  return {
    unitId: row.unitId,
    unit: row.unit,
    infrastructure: only("infrastructure", row.infraDone, row.infraOf),
    blocking: only("blocking", row.blockDone, row.blockOf),
    complaints: only("complaints", row.caseDone, row.caseOf),
    authority_requests: only("authority_requests", row.askDone, row.askOf),
  };
}
