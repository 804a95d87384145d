import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { DISTRICT_ZONE, isoDay, now } from "@/lib/time";
import { canSeeComplaintFigures } from "../policy";
import { summariseComplaints } from "../queries";
import type { ComplaintKind } from "../schema";
import { findPart } from "../standing/queries";

const DAYS = 30;

/** What a telco does first and how it stands; null for whom it is not. */
export async function findTelcoHome(actor: Actor) {
  if ((await findPart(actor)) !== "telco") return null;
  const telcoId = actor.unitId;
  const [totals, requests, periods, infrastructure, figures] = await Promise.all([
    summariseComplaints(actor),
    db.authorityRequestReceipt.findMany({
      where: { telcoId, answeredAt: null },
      select: {
        requestId: true,
        request: {
          select: { target: true, act: true, dueAt: true, unit: { select: { name: true } } },
        },
      },
      orderBy: [{ request: { dueAt: "asc" } }, { requestId: "asc" }],
      take: 10,
    }),
    db.periodReport.findMany({
      where: { telcoId, OR: [{ sentAt: null }, { returnedAt: { not: null } }] },
      select: { id: true, returnedAt: true, period: { select: { name: true, dueAt: true } } },
      orderBy: [{ period: { dueAt: "asc" } }, { id: "asc" }],
      take: 5,
    }),
    db.infrastructureDay.findUnique({
      where: { unitId_day: { unitId: telcoId, day: new Date(isoDay(now())) } },
      select: { version: true },
    }),
    readFigures(Prisma.sql`t."telcoId" = ${telcoId}::uuid`),
  ]);
  return { totals, requests, periods, infrastructureDue: infrastructure === null, ...figures };
}

export type TelcoHome = NonNullable<Awaited<ReturnType<typeof findTelcoHome>>>;

/** The same figures over all telcos. */
export async function findComplaintFigures(actor: Actor) {
  if (!canSeeComplaintFigures(actor, await findPart(actor))) return null;
  return readFigures(Prisma.sql`TRUE`);
}

async function readFigures(whose: Prisma.Sql) {
  const since = Prisma.sql`(${now()}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date`;
  const [days, kinds] = await Promise.all([
    db.$queryRaw<{ day: string; received: number; ended: number }[]>`
      SELECT to_char(d.day, 'DD/MM') AS day,
             coalesce(sum(t.count) FILTER (WHERE t.event = 'received'), 0)::int AS received,
             coalesce(sum(t.count) FILTER (WHERE t.event <> 'received'), 0)::int AS ended
      FROM generate_series(${since} - ${DAYS - 1}::int, ${since}, interval '1 day') AS d(day)
      LEFT JOIN "ComplaintTally" t ON t.day = d.day::date AND ${whose}
      GROUP BY d.day ORDER BY d.day`,
    db.$queryRaw<{ kind: ComplaintKind; received: number }[]>`
      SELECT t.kind::text, sum(t.count)::int AS received FROM "ComplaintTally" t
      WHERE ${whose} AND t.event = 'received' AND t.day > ${since} - ${DAYS}::int
      GROUP BY 1 HAVING sum(t.count) > 0 ORDER BY 2 DESC, 1`,
  ]);
  return { days, kinds };
}

export type TelcoMeasure = {
  unitId: string;
  unit: string;
  infrastructure: { done: number; of: number };
  blocking: { done: number; of: number };
  complaints: { done: number; of: number };
  requests: { done: number; of: number };
};

/**
 * The four obligations of telcos in a directive, counted from what each did in the days of its
 * campaign: days told, sources acted upon, cases ended in time, requests answered in time.
 */
export async function findDirectiveTelcos(actor: Actor, directiveId: string) {
  if (!canSeeComplaintFigures(actor, await findPart(actor))) return null;
  const directive = await db.directive.findFirst({
    where: { id: directiveId, sections: { some: { obligations: { some: askingTelcos } } } },
    select: { issuedAt: true, campaign: { select: { name: true, startsAt: true, endsAt: true } } },
  });
  const from = directive?.campaign?.startsAt ?? directive?.issuedAt;
  if (!directive || !from) return null;
  const at = now();
  const ends = directive.campaign?.endsAt;
  const to = ends && ends < at ? ends : at;
  if (to <= from) return { from, to, rows: [] };
  const rows = await db.$queryRaw<Counted[]>`
    SELECT u.id AS "unitId", u.name AS unit, i.days AS "infraDone",
      ((${to}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date - (${from}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date + 1)::int AS "infraOf",
      b.done AS "blockDone", b.total AS "blockOf", c.done AS "caseDone", c.total AS "caseOf",
      q.done AS "askDone", q.total AS "askOf"
    FROM (SELECT DISTINCT a."unitId" FROM "LiveAssignment" a JOIN "Obligation" o ON o.id = a."obligationId"
          WHERE a."directiveId" = ${directiveId}::uuid
            AND o.measures && ARRAY['infrastructure', 'blocking', 'complaints', 'authority_requests']) w
    JOIN "Unit" u ON u.id = w."unitId" JOIN "UnitKind" k ON k.code = u."kindCode" AND k.home = 'telecom'
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS days FROM "InfrastructureDay" d WHERE d."unitId" = u.id
        AND d.day BETWEEN (${from}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date
                      AND (${to}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date) i
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE EXISTS (
               SELECT 1 FROM "SourceMeasure" m WHERE m."telcoId" = u.id AND m."sourceKind" = s.kind
                 AND m."sourceValue" = s.value))::int AS done
      FROM (SELECT DISTINCT c."sourceKind" AS kind, c."sourceValue" AS value FROM "Complaint" c
            WHERE c."telcoId" = u.id AND c."sourceValue" IS NOT NULL
              AND c."receivedAt" >= ${from}::timestamptz AND c."receivedAt" < ${to}::timestamptz) s) b
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE c."closedAt" <= c."dueAt")::int AS done
      FROM "Complaint" c WHERE c."telcoId" = u.id AND c."receivedAt" >= ${from}::timestamptz
        AND c."receivedAt" < ${to}::timestamptz AND (c."closedAt" IS NOT NULL OR c."dueAt" < ${at}::timestamptz)) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE r."answeredAt" <= q."dueAt")::int AS done
      FROM "AuthorityRequestReceipt" r JOIN "AuthorityRequest" q ON q.id = r."requestId"
      WHERE r."telcoId" = u.id AND q."sentAt" >= ${from}::timestamptz AND q."sentAt" < ${to}::timestamptz
        AND (r."answeredAt" IS NOT NULL OR q."dueAt" < ${at}::timestamptz)) q
    ORDER BY u.name COLLATE "vi-x-icu", u.id LIMIT 100`;
  return { from, to, rows: rows.map(toMeasure) };
}

export type DirectiveTelcos = NonNullable<Awaited<ReturnType<typeof findDirectiveTelcos>>>;

type Counted = { unitId: string; unit: string } & Record<
  `${"infra" | "block" | "case" | "ask"}${"Done" | "Of"}`,
  number
>;

const toMeasure = (row: Counted): TelcoMeasure => ({
  unitId: row.unitId,
  unit: row.unit,
  infrastructure: { done: row.infraDone, of: row.infraOf },
  blocking: { done: row.blockDone, of: row.blockOf },
  complaints: { done: row.caseDone, of: row.caseOf },
  requests: { done: row.askDone, of: row.askOf },
});

const askingTelcos = {
  measures: { hasSome: ["infrastructure", "blocking", "complaints", "authority_requests"] },
};
