import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma, type Transaction } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { isoDay, now } from "@/lib/time";
import { canSeeRecipientGroups, visibleUnits } from "./policy";
import { dateOf } from "./rules";
import type { UnitFilter } from "./schema";

export const UNITS_PER_PAGE = 50;

export type UnitRow = {
  id: string;
  code: string;
  name: string;
  shortName: string;
  kindCode: string;
  kindLabel: string;
  parentName: string | null;
  phone: string | null;
  validFrom: Date;
  validTo: Date | null;
  successorName: string | null;
};

/** Sorted the Vietnamese way; `open` means that the unit exists today. */
export async function listUnits(actor: Actor, filter: UnitFilter) {
  const where = Prisma.join([visibleUnitRows(actor), ...conditions(filter)], " AND ");
  const [[counted], rows] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Unit" u WHERE ${where}`,
    db.$queryRaw<UnitRow[]>`
      SELECT u.id, u.code, u.name, u."shortName", u."kindCode", k.label AS "kindLabel",
             p.name AS "parentName", u.phone, u."validFrom", u."validTo", s.name AS "successorName"
      FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
        LEFT JOIN "Unit" p ON p.id = u."parentId" LEFT JOIN "Unit" s ON s.id = u."successorId"
      WHERE ${where}
      ORDER BY ${order[filter.sort]}, u."validFrom", u.id
      LIMIT ${UNITS_PER_PAGE} OFFSET ${(filter.page - 1) * UNITS_PER_PAGE}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** One unit with what stands around it; null when not visible. */
export function findUnit(actor: Actor, id: string) {
  const named = { select: { id: true, name: true } } as const;
  return db.unit.findFirst({
    where: { id, AND: visibleUnits(actor) },
    select: {
      id: true,
      code: true,
      name: true,
      shortName: true,
      aliases: true,
      kindCode: true,
      phone: true,
      population: true,
      validFrom: true,
      validTo: true,
      version: true,
      kind: { select: { label: true, home: true } },
      parent: named,
      successor: named,
      predecessors: { ...named, orderBy: { name: "asc" } },
      _count: { select: { children: true, people: true } },
    },
  });
}

export type UnitView = NonNullable<Awaited<ReturnType<typeof findUnit>>>;

/** What recipients are matched with and chosen from: everything that exists today. */
export async function loadDirectory(actor: Actor) {
  const [units, groups] = await Promise.all([
    db.$queryRaw<DirectoryUnit[]>`
      SELECT u.id, u.name, u."shortName", u.aliases, u."kindCode" AS kind, k.label AS "kindLabel",
             u.phone
      FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE ${visibleUnitRows(actor)} AND ${existsOn(isoDay(now()))}
      ORDER BY ${order.kind}, u.id`,
    listRecipientGroups(actor),
  ]);
  return { units, groups };
}

export type DirectoryUnit = {
  id: string;
  name: string;
  shortName: string;
  aliases: string[];
  kind: string;
  kindLabel: string;
  phone: string | null;
};

/** All groups in Vietnamese order; `unitIds` are those named one by one, whatever their kind. */
export async function listRecipientGroups(actor: Actor) {
  if (!canSeeRecipientGroups(actor)) return [];
  return db.$queryRaw<DirectoryGroup[]>`
    SELECT g.id, g.name, g.aliases, g."kindCodes",
           ARRAY(SELECT m."B"::text FROM "_RecipientGroupToUnit" m WHERE m."A" = g.id ORDER BY 1)
             AS "unitIds"
    FROM "RecipientGroup" g
    ORDER BY g.name COLLATE "vi-x-icu", g.id`;
}

export type DirectoryGroup = {
  id: string;
  name: string;
  aliases: string[];
  kindCodes: string[];
  unitIds: string[];
};

export type Recipients = { groupIds: string[]; unitIds: string[] };

/**
 * The units that these recipients mean on that day, each once, as a subquery with one column
 * `"unitId"`: to be joined into a statement that writes for all of them.
 */
export const recipientUnits = ({ groupIds, unitIds }: Recipients, day: string) => Prisma.sql`
  SELECT u.id AS "unitId" FROM "Unit" u
  WHERE ${existsOn(day)} AND (
    u.id = ANY (${unitIds}::uuid[])
    OR u."kindCode" IN (
      SELECT unnest(g."kindCodes") FROM "RecipientGroup" g WHERE g.id = ANY (${groupIds}::uuid[])
    )
    OR u.id IN (
      SELECT m."B" FROM "_RecipientGroupToUnit" m WHERE m."A" = ANY (${groupIds}::uuid[])
    )
  )`;

/** The same as a list of ids, inside a command that has already decided whom it addresses. */
export async function expandRecipients(tx: Transaction, recipients: Recipients, day: string) {
  const rows = await tx.$queryRaw<{ unitId: string }[]>(recipientUnits(recipients, day));
  return rows.map(({ unitId }) => unitId);
}

/** Keeps all units as they are until the command ends: those who are delivered to do not end meanwhile. */
export async function holdUnits(tx: Transaction) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('organization'))`;
}

/** Units that exist today, for a field that offers them. */
export async function listUnitChoices(actor: Actor) {
  return db.$queryRaw<{ id: string; name: string; code: string; kindLabel: string }[]>`
    SELECT u.id, u.name, u.code, k.label AS "kindLabel"
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE ${visibleUnitRows(actor)} AND ${existsOn(isoDay(now()))}
    ORDER BY ${order.kind}, u.id`;
}

/** Kinds in their order, with how many units each has today. */
export async function listUnitKinds(actor: Actor) {
  const today = dateOf(isoDay(now()));
  const open = { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gt: today } }] };
  const kinds = await db.unitKind.findMany({
    select: {
      code: true,
      label: true,
      home: true,
      rank: true,
      _count: { select: { units: { where: { AND: [visibleUnits(actor), open] } } } },
    },
    orderBy: [{ rank: "asc" }, { label: "asc" }],
  });
  return kinds.map(({ _count, ...kind }) => ({ ...kind, units: _count.units }));
}

export type UnitKindRow = Awaited<ReturnType<typeof listUnitKinds>>[number];

/** `visibleUnits` for the statements here, where the unit is `u`. */
export function visibleUnitRows(actor: Actor) {
  if (seesAll(actor)) return Prisma.sql`TRUE`;
  const own = Prisma.sql`${actor.unitId}::uuid`;
  return Prisma.sql`(u.id = ${own} OR u."parentId" = ${own}
    OR u.id = (SELECT c."parentId" FROM "Unit" c WHERE c.id = ${own}))`;
}

const existsOn = (day: string) =>
  Prisma.sql`u."validFrom" <= ${day}::date AND (u."validTo" IS NULL OR u."validTo" > ${day}::date)`;

function conditions({ q, kind, state }: UnitFilter) {
  const today = isoDay(now());
  const text = foldVietnamese(q).replace(/[\\%_]/g, "\\$&");
  const searched = Prisma.sql`unit_search_text(u.code, u.name, u."shortName", u.aliases)`;
  return [
    ...(text ? [Prisma.sql`${searched} LIKE ${`%${text}%`}`] : []),
    ...(kind ? [Prisma.sql`u."kindCode" = ${kind}`] : []),
    ...(state === "open" ? [existsOn(today)] : []),
    ...(state === "closed" ? [Prisma.sql`u."validTo" <= ${today}::date`] : []),
  ];
}

const order = {
  kind: Prisma.sql`k.rank, k.label, u.name COLLATE "vi-x-icu"`,
  name: Prisma.sql`u.name COLLATE "vi-x-icu"`,
  code: Prisma.sql`u.code COLLATE "C"`,
};
