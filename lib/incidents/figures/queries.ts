import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { isoDay, nextDay, now, parseLocal } from "@/lib/time";
import { canSeeIncidentFigures } from "../policy";
import { overAllIncidents } from "../reach/queries";
import type { IncidentKind } from "../schema";
import type { FiguresFilter } from "./schema";

const DAY = 24 * 3_600_000;
const USUAL_DAYS = 90;

export type KindRow = { kind: IncidentKind; total: number; open: number; escalated: number };
export type UnitRow = { unitId: string; name: string; total: number; open: number };
type Times = {
  total: number;
  toAcknowledge: number | null;
  toContain: number | null;
  toClose: number | null;
};
type Kept = { onTime: number; late: number; overdue: number; waiting: number };

/** Counts and times of all units; no case can be read from them. Drills are never among them. */
export async function summariseIncidents(actor: Actor, filter: FiguresFilter) {
  if (!canSeeIncidentFigures(actor)) return null;
  const to = filter.to ?? isoDay(now());
  const from = filter.from ?? isoDay(new Date(now().getTime() - USUAL_DAYS * DAY));
  const startsAt = parseLocal(from) ?? now();
  const endsAt = parseLocal(nextDay(to)) ?? now();
  const real = Prisma.sql`i."drillId" IS NULL AND i.state NOT IN ('rejected', 'merged')
    AND i."reportedAt" >= ${startsAt}::timestamptz AND i."reportedAt" < ${endsAt}::timestamptz`;
  const open = Prisma.sql`i.state <> 'closed'`;
  const [kinds, units, [times], [kept]] = await Promise.all([
    db.$queryRaw<KindRow[]>`
      SELECT i.kind::text AS kind, count(*)::int AS total,
        count(*) FILTER (WHERE ${open})::int AS open,
        count(*) FILTER (WHERE i."escalatedAt" IS NOT NULL)::int AS escalated
      FROM "IncidentFact" i WHERE ${real} GROUP BY i.kind ORDER BY total DESC, kind`,
    db.$queryRaw<UnitRow[]>`
      SELECT u.id AS "unitId", u.name, count(*)::int AS total,
        count(*) FILTER (WHERE ${open})::int AS open
      FROM "IncidentFact" i JOIN "Unit" u ON u.id = i."unitId"
      WHERE ${real} GROUP BY u.id ORDER BY total DESC, u.name COLLATE "vi-x-icu", u.id LIMIT 60`,
    db.$queryRaw<Times[]>`
      SELECT count(*)::int AS total,
        ${median(Prisma.sql`i."acknowledgedAt"`)} AS "toAcknowledge",
        ${median(Prisma.sql`i."containedAt"`)} AS "toContain",
        ${median(Prisma.sql`i."closedAt"`)} AS "toClose"
      FROM "IncidentFact" i WHERE ${real}`,
    overAllIncidents(
      (tx) => tx.$queryRaw<Kept[]>`
      SELECT count(*) FILTER (WHERE d."metAt" <= d."dueAt")::int AS "onTime",
        count(*) FILTER (WHERE d."metAt" > d."dueAt")::int AS late,
        count(*) FILTER (WHERE d."metAt" IS NULL AND d."dueAt" < ${now()}::timestamptz)::int AS overdue,
        count(*) FILTER (WHERE d."metAt" IS NULL AND d."dueAt" >= ${now()}::timestamptz)::int AS waiting
      FROM "IncidentDeadline" d JOIN "IncidentFact" i ON i.id = d."incidentId"
      WHERE d."droppedAt" IS NULL AND ${real}`,
    ),
  ]);
  return {
    from,
    to,
    kinds,
    units,
    times: times ?? { total: 0, toAcknowledge: null, toContain: null, toClose: null },
    kept: kept ?? { onTime: 0, late: 0, overdue: 0, waiting: 0 },
  };
}

export type IncidentFigures = NonNullable<Awaited<ReturnType<typeof summariseIncidents>>>;

/** In milliseconds from the report; those that are not there yet do not count. */
const median = (at: Prisma.Sql) => Prisma.sql`
  (percentile_cont(0.5) WITHIN GROUP (
    ORDER BY extract(epoch FROM ${at} - i."reportedAt") * 1000
  ) FILTER (WHERE ${at} IS NOT NULL))::float8`;
