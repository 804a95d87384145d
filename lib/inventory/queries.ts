import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { canEditInventory, canSeeAllInventories, canSeeInventory } from "./policy";
import { isStale, staleBefore } from "./rules";
import type { InventoryFilter } from "./schema";

const PER_PAGE = 50;

/** What one unit has; null where the actor may not see it. */
export async function findInventory(actor: Actor, unitId: string) {
  if (!canSeeInventory(actor, { unitId })) return null;
  const unit = await db.unit.findUnique({
    where: { id: unitId },
    select: {
      id: true,
      name: true,
      inventory: { omit: { unitId: true, confirmedById: true } },
      products: {
        select: { product: { select: { id: true, name: true, category: true } } },
        orderBy: { product: { rank: "asc" } },
        take: 500,
      },
      informationSystems: {
        where: { retiredAt: null },
        select: {
          id: true,
          name: true,
          level: true,
          domain: true,
          operator: true,
          note: true,
          version: true,
        },
        orderBy: [{ level: { sort: "desc", nulls: "last" } }, { name: "asc" }],
        take: 200,
      },
    },
  });
  if (!unit) return null;
  const { inventory, products, informationSystems: systems } = unit;
  return {
    unit: { id: unit.id, name: unit.name },
    counts: inventory,
    stale: inventory !== null && isStale(inventory.confirmedAt, now()),
    products: products.map(({ product }) => product),
    systems,
    mayEdit: canEditInventory(actor, { unitId }),
  };
}

export type InventoryView = NonNullable<Awaited<ReturnType<typeof findInventory>>>;

export type InventoryRow = {
  unitId: string;
  name: string;
  phone: string | null;
  servers: number | null;
  workstations: number | null;
  networkDevices: number | null;
  confirmedAt: Date | null;
  products: number;
  systems: number;
  highestLevel: number | null;
};

/** Who has declared what; those who have not are there as well. */
export async function listInventories(actor: Actor, filter: InventoryFilter) {
  if (!canSeeAllInventories(actor)) return { rows: [], hasNext: false };
  const text = foldVietnamese(filter.q).replace(/[\\%_]/g, "\\$&");
  const rows = await db.$queryRaw<InventoryRow[]>`
    SELECT u.id AS "unitId", u.name, u.phone, i.servers, i.workstations, i."networkDevices",
      i."confirmedAt", s.systems, s."highestLevel",
      (SELECT count(*)::int FROM "UnitProduct" p WHERE p."unitId" = u.id) AS products
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    LEFT JOIN "UnitInventory" i ON i."unitId" = u.id
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS systems, max(level) AS "highestLevel" FROM "InformationSystem"
      WHERE "unitId" = u.id AND "retiredAt" IS NULL) s ON TRUE
    WHERE u."validTo" IS NULL AND k.home <> 'command' AND ${shown[filter.show]()}
      ${text ? Prisma.sql`AND unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}` : Prisma.empty}
    ORDER BY u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

const shown: Record<InventoryFilter["show"], () => Prisma.Sql> = {
  all: () => Prisma.sql`TRUE`,
  missing: () => Prisma.sql`i."unitId" IS NULL`,
  stale: () => Prisma.sql`i."confirmedAt" < ${staleBefore(now())}::timestamptz`,
};

export async function summariseInventories(actor: Actor) {
  if (!canSeeAllInventories(actor)) return null;
  const [totals] = await db.$queryRaw<InventoryTotals[]>`
    SELECT count(*)::int AS units, count(i."unitId")::int AS declared,
      coalesce(sum(i.servers), 0)::int AS servers,
      coalesce(sum(i.workstations), 0)::int AS workstations,
      coalesce(sum(i."networkDevices"), 0)::int AS "networkDevices"
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    LEFT JOIN "UnitInventory" i ON i."unitId" = u.id
    WHERE u."validTo" IS NULL AND k.home <> 'command'`;
  return totals ?? null;
}

export type InventoryTotals = {
  units: number;
  declared: number;
  servers: number;
  workstations: number;
  networkDevices: number;
};
