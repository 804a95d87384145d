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
