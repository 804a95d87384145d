import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { canSeeIncidentRules } from "../policy";

export type Desk = { unitId: string; part: "police" | "support" };

/** Police and support as they are today: a unit that ended is followed to the one that took over. */
export function listDesks(tx: Transaction) {
  return tx.$queryRaw<Desk[]>`
    WITH RECURSIVE heir AS (
      SELECT d.part::text AS part, u.id, u."validTo", u."successorId", 0 AS depth
      FROM "IncidentDesk" d JOIN "Unit" u ON u.id = d."unitId"
      UNION ALL
      SELECT h.part, u.id, u."validTo", u."successorId", h.depth + 1
      FROM heir h JOIN "Unit" u ON u.id = h."successorId"
      WHERE h."validTo" IS NOT NULL AND h.depth < 5
    )
    SELECT DISTINCT id AS "unitId", part FROM heir WHERE "validTo" IS NULL`;
}

/** The district's own desk: whoever opens the command page works there. */
export async function listDistrictUnits(tx: Transaction) {
  const rows = await tx.$queryRaw<{ unitId: string }[]>`
    SELECT DISTINCT p."unitId" FROM "User" p
    WHERE p.role IN ('district_leader', 'district_officer') AND p."disabledAt" IS NULL`;
  return rows.map(({ unitId }) => unitId);
}

/** For the administrator: which units are police and support. */
export async function listDeskRows(actor: Actor) {
  if (!canSeeIncidentRules(actor)) return [];
  return db.incidentDesk.findMany({
    select: { unitId: true, part: true, unit: { select: { name: true, validTo: true } } },
    orderBy: [{ part: "asc" }, { unit: { name: "asc" } }],
    take: 50,
  });
}

export type DeskRow = Awaited<ReturnType<typeof listDeskRows>>[number];

/** Units that may be chosen as police or support. */
export async function listDeskChoices(actor: Actor) {
  if (!canSeeIncidentRules(actor)) return [];
  return db.unit.findMany({
    where: { validTo: null, incidentDesk: null },
    select: { id: true, name: true },
    orderBy: [{ kind: { rank: "asc" } }, { name: "asc" }, { id: "asc" }],
    take: 500,
  });
}
