import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { visibleAssignments } from "../assignments/policy";
import { publishedStates } from "../schema";
import { periodicState } from "./rules";
import type { PeriodicFilter } from "./schema";

const UNITS = 50;

/** The reports one obligation asks of one unit, oldest first. */
export async function listPeriodicReports(actor: Actor, assignmentId: string) {
  const rows = await db.periodicReport.findMany({
    where: { assignmentId, assignment: visibleAssignments(actor) },
    select: { id: true, dueAt: true, reportedAt: true, nilReport: true, reportId: true },
    orderBy: { dueAt: "asc" },
    take: 500,
  });
  const at = now();
  return rows.map((row) => ({ ...row, state: periodicState(row, at) }));
}

export type PeriodicRow = Awaited<ReturnType<typeof listPeriodicReports>>[number];

/** The periodic obligations of a directive; empty when it has none. */
export async function listPeriodicObligations(actor: Actor, directiveId: string) {
  if (!seesAll(actor)) return [];
  return db.obligation.findMany({
    where: {
      section: { directive: { id: directiveId, state: { in: [...publishedStates] } } },
      assignments: { some: { periodicReports: { some: {} } } },
    },
    select: { id: true, text: true, recurrence: true },
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }],
  });
}

type Cell = {
  id: string;
  assignmentId: string;
  unitId: string;
  unit: string;
  phone: string | null;
  dueAt: Date;
  reportedAt: Date | null;
  nilReport: boolean;
};

/** Units × periods of one obligation: what came in time, late, or not. A page of units at a time. */
export async function findPeriodicSheet(actor: Actor, filter: PeriodicFilter) {
  if (!seesAll(actor) || !filter.obligation) return null;
  const cells = await db.$queryRaw<Cell[]>`
    WITH page AS (
      SELECT a.id, u.id AS unit, u.name, coalesce(r."contactPhone", u.phone) AS phone,
             row_number() OVER (ORDER BY k.rank, u.name COLLATE "vi-x-icu", u.id) AS place
      FROM "LiveAssignment" a
      JOIN "Unit" u ON u.id = a."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      JOIN "DirectiveReceipt" r ON r."directiveId" = a."directiveId" AND r."unitId" = a."unitId"
      WHERE a."obligationId" = ${filter.obligation}::uuid
      ORDER BY place LIMIT ${UNITS + 1} OFFSET ${(filter.page - 1) * UNITS}
    )
    SELECT p.id, page.id AS "assignmentId", page.unit AS "unitId", page.name AS unit, page.phone,
           p."dueAt", p."reportedAt", p."nilReport"
    FROM page JOIN "PeriodicReport" p ON p."assignmentId" = page.id
    ORDER BY page.place, p."dueAt"`;
  const at = now();
  const rows = new Map<string, SheetRow>();
  for (const { unitId, unit, phone, assignmentId, ...cell } of cells) {
    const row = rows.get(unitId) ?? { unitId, unit, phone, assignmentId, cells: [] };
    row.cells.push({ ...cell, state: periodicState(cell, at) });
    rows.set(unitId, row);
  }
  const all = [...rows.values()];
  return { rows: all.slice(0, UNITS), hasNext: all.length > UNITS };
}

type SheetRow = {
  unitId: string;
  unit: string;
  phone: string | null;
  assignmentId: string;
  cells: (Pick<Cell, "id" | "dueAt" | "reportedAt" | "nilReport"> & {
    state: ReturnType<typeof periodicState>;
  })[];
};
export type PeriodicSheetRow = SheetRow;

/** Periods that have passed or are next, of all directives in force: how many units reported. */
export async function listRecentPeriods(actor: Actor) {
  if (!seesAll(actor)) return [];
  const at = now();
  return db.$queryRaw<RecentPeriod[]>`
    SELECT a."directiveId", a."obligationId", d.number, d.symbol, o.text, p."dueAt",
           count(*)::int AS units, count(p."reportedAt")::int AS reported,
           count(*) FILTER (WHERE p."reportedAt" > p."dueAt")::int AS late
    FROM "PeriodicReport" p JOIN "LiveAssignment" a ON a.id = p."assignmentId"
    JOIN "Directive" d ON d.id = a."directiveId" AND d.state = 'issued'
    JOIN "Obligation" o ON o.id = a."obligationId"
    WHERE p."dueAt" BETWEEN ${at}::timestamptz - interval '26 hours'
                        AND ${at}::timestamptz + interval '14 hours'
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY p."dueAt" DESC, a."obligationId" LIMIT 8`;
}

export type RecentPeriod = {
  directiveId: string;
  obligationId: string;
  number: number | null;
  symbol: string;
  text: string;
  dueAt: Date;
  units: number;
  reported: number;
  late: number;
};
