import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { DISTRICT_ZONE, isoDay, now } from "@/lib/time";
import { canSeeComplaintFigures } from "../policy";
import { summariseComplaints } from "../queries";
import type { ComplaintKind } from "../schema";
import { findPart } from "../standing/queries";
import { figuresByDay, type Tally } from "./rules";
import type { FigureFilter } from "./schema";

const DAYS = 30;

/** How a telco stands; what it must do is in `findOwedOfComplaints`. Null for whom it is not. */
export async function findTelcoHome(actor: Actor) {
  if ((await findPart(actor)) !== "telco") return null;
  const telcoId = actor.unitId;
  const [totals, figures] = await Promise.all([
    summariseComplaints(actor),
    readFigures(Prisma.sql`t."telcoId" = ${telcoId}::uuid`),
  ]);
  return { totals, ...figures };
}

export type TelcoHome = NonNullable<Awaited<ReturnType<typeof findTelcoHome>>>;

/** The last thirty days over all telcos, for a glance; null for whom it is not. */
export async function findRecentComplaints(actor: Actor) {
  if (!canSeeComplaintFigures(actor, await findPart(actor))) return null;
  return readFigures(Prisma.sql`TRUE`);
}

/** Day by day: a telco its own, whoever sees all of them all or one; null for whom it is not. */
export async function findComplaintFigures(actor: Actor, { days, kind, telco }: FigureFilter) {
  const part = await findPart(actor);
  const above = canSeeComplaintFigures(actor, part);
  if (!above && part !== "telco") return null;
  const telcoId = above ? telco : actor.unitId;
  const whose = telcoId ? Prisma.sql`t."telcoId" = ${telcoId}::uuid` : Prisma.sql`TRUE`;
  const shown = lastDays(days);
  const tallies = await db.$queryRaw<Tally[]>`
    SELECT CASE WHEN t.day >= ${shown[0]}::date THEN to_char(t.day, 'YYYY-MM-DD') END AS day,
           t.kind::text, t.event, sum(t.count)::int AS count
    FROM "ComplaintTally" t
    WHERE ${whose} AND t.day <= ${shown.at(-1)}::date
      AND ${kind ? Prisma.sql`t.kind = ${kind}::"ComplaintKind"` : Prisma.sql`TRUE`}
    GROUP BY 1, 2, 3`;
  return { days: figuresByDay(shown, tallies), above };
}

export type ComplaintFigures = NonNullable<Awaited<ReturnType<typeof findComplaintFigures>>>;

const lastDays = (count: number) => {
  const today = new Date(isoDay(now())).getTime();
  return Array.from({ length: count }, (_, n) =>
    new Date(today - (count - 1 - n) * 86_400_000).toISOString().slice(0, 10),
  );
};

async function readFigures(whose: Prisma.Sql) {
  const since = Prisma.sql`(${now()}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date`;
  const [days, kinds] = await Promise.all([
    db.$queryRaw<{ day: string; received: number; ended: number }[]>`
      SELECT to_char(d.day, 'DD/MM') AS day,
             coalesce(sum(t.count) FILTER (WHERE t.event = 'received'), 0)::int AS received,
             coalesce(sum(t.count) FILTER (WHERE t.event NOT IN ('received', 'reopened')), 0)::int AS ended
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
