import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { canCompareUnits } from "../policy";
import { dateOf, daysOf, perThousand } from "../rules";
import { ALL_KINDS, type ComparisonFilter } from "./schema";

const PER_PAGE = 100;

type Row = {
  unitId: string;
  unit: string;
  kind: string;
  population: number | null;
  version: number;
  activities: number;
  times: number;
  staffReach: number | null;
  publicReach: number | null;
  /** Activities of which nobody counted whom they reached among residents. */
  uncounted: number;
  lastOn: Date | null;
};

type Window = { startsAt: Date; endsAt: Date };

/**
 * Units that answer for residents (home `locality`, with people or with activities) beside each
 * other, those of whom nothing can be said last.
 */
export async function compareUnits(actor: Actor, window: Window, filter: ComparisonFilter) {
  if (!canCompareUnits(actor)) return null;
  const { firstOn, lastOn } = daysOf(window);
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.id AS "unitId", u.name AS unit, k.label AS kind, u.population, u.version,
      count(a.id)::int AS activities, coalesce(sum(a.times), 0)::int AS times,
      ${reachOf(Prisma.sql`a."staffReach"`)} AS "staffReach",
      ${reachOf(Prisma.sql`a."publicReach"`)} AS "publicReach",
      count(*) FILTER (WHERE a.id IS NOT NULL AND a."publicReach" IS NULL)::int AS uncounted,
      max(a."heldOn") AS "lastOn"
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    LEFT JOIN "AwarenessActivity" a ON a."unitId" = u.id AND a."removedAt" IS NULL
      AND a."heldOn" BETWEEN ${dateOf(firstOn)}::date AND ${dateOf(lastOn)}::date
    WHERE k.home = 'locality' AND ${filter.group && filter.group !== ALL_KINDS ? Prisma.sql`k.code = ${filter.group}` : Prisma.sql`TRUE`}
      AND u."validFrom" <= ${dateOf(lastOn)}::date
      AND (u."validTo" IS NULL OR u."validTo" > ${dateOf(firstOn)}::date)
    GROUP BY u.id, k.code
    ORDER BY ${orders[filter.sort]}, u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  return {
    rows: rows
      .slice(0, PER_PAGE)
      .map((row) => ({ ...row, rate: perThousand(row.publicReach, row.population) })),
    hasNext: rows.length > PER_PAGE,
  };
}

export type ComparedUnit = NonNullable<Awaited<ReturnType<typeof compareUnits>>>["rows"][number];

/** Zero where nothing was done; null where something was and nobody counted. */
const reachOf = (column: Prisma.Sql) =>
  Prisma.sql`CASE WHEN count(a.id) = 0 THEN 0 ELSE sum(${column}) END::int`;

const orders = {
  rate: Prisma.sql`
    CASE WHEN count(a.id) = 0 THEN 0 ELSE sum(a."publicReach") END::float8 / nullif(u.population, 0)
    DESC NULLS LAST`,
  least: Prisma.sql`
    CASE WHEN count(a.id) = 0 THEN 0 ELSE sum(a."publicReach") END::float8 / nullif(u.population, 0)
    ASC NULLS LAST, count(a.id)`,
  times: Prisma.sql`coalesce(sum(a.times), 0) DESC`,
  name: Prisma.sql`k.rank`,
};

/** The kinds of unit that are compared, and of how many units of each the residents are known. */
export async function listComparedKinds(actor: Actor) {
  if (!canCompareUnits(actor)) return [];
  const kinds = await db.unitKind.findMany({
    where: { home: "locality", units: { some: { validTo: null } } },
    select: {
      code: true,
      label: true,
      _count: { select: { units: { where: { population: { not: null } } } } },
    },
    orderBy: [{ rank: "asc" }, { code: "asc" }],
  });
  return kinds.map(({ _count, ...kind }) => ({ ...kind, withResidents: _count.units }));
}
