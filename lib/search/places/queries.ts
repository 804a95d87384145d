import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { Prisma, type Transaction } from "@/lib/db";
import { visibleUnitRows } from "@/lib/organization/queries";
import { foldVietnamese } from "@/lib/text";
import { personRows } from "../rights/queries";

export type UnitFound = {
  id: string;
  name: string;
  kindLabel: string;
  phone: string | null;
  closed: boolean;
};

export type PersonFound = {
  id: string;
  fullName: string;
  title: string;
  unitName: string;
  phone: string | null;
};

const unitText = Prisma.sql`unit_search_text(u.code, u.name, u."shortName", u.aliases)`;
const personText = Prisma.sql`vn_fold(p."fullName")`;

/** Units by any of their names; those that exist come first, mistyped ones only without others. */
export async function findUnits(tx: Transaction, actor: Actor, text: string, limit: number) {
  const all = (condition: Prisma.Sql, order: Prisma.Sql) => tx.$queryRaw<UnitFound[]>`
    SELECT u.id, u.name, k.label AS "kindLabel", u.phone, u."validTo" IS NOT NULL AS closed
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE ${visibleUnitRows(actor)} AND ${condition}
    ORDER BY closed, ${order} u.name COLLATE "vi-x-icu", u.id LIMIT ${limit}`;
  const found = await all(holds(unitText, text), Prisma.empty);
  if (found.length > 0 || text.length < 4) return found;
  return all(resembles(unitText, text), Prisma.sql`word_similarity(${text}, ${unitText}) DESC,`);
}

/** People by name, of whom the actor may know. */
export async function findPeople(
  tx: Transaction,
  actor: Actor,
  { text, unitIds, limit }: { text: string; unitIds: string[] | null; limit: number },
) {
  const ofUnits = unitIds ? Prisma.sql`AND p."unitId" = ANY (${unitIds}::uuid[])` : Prisma.empty;
  const all = (condition: Prisma.Sql, order: Prisma.Sql) => tx.$queryRaw<PersonFound[]>`
    SELECT p.id, p."fullName", p.title, u.name AS "unitName", p.phone
    FROM "User" p JOIN "Unit" u ON u.id = p."unitId"
    WHERE ${personRows(actor)} AND ${condition} ${ofUnits}
    ORDER BY ${order} p."disabledAt" IS NOT NULL, p."fullName" COLLATE "vi-x-icu", p.id
    LIMIT ${limit}`;
  const found = await all(holds(personText, text), Prisma.empty);
  if (found.length > 0 || text.length < 4) return found;
  return all(
    resembles(personText, text),
    Prisma.sql`word_similarity(${text}, ${personText}) DESC,`,
  );
}

/** The visible units that a filter by name means; null: no filter. */
export async function unitIdsNamed(tx: Transaction, actor: Actor, name: string) {
  const text = foldVietnamese(name);
  if (!text) return null;
  const units = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Unit" u WHERE ${visibleUnitRows(actor)} AND ${holds(unitText, text)}
    ORDER BY u.id LIMIT 500`;
  return units.map(({ id }) => id);
}

/** Whoever bears the name: what they did is still found under the actor's rights alone. */
export async function peopleNamed(tx: Transaction, name: string) {
  const text = foldVietnamese(name);
  if (!text) return null;
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "User" p WHERE ${holds(personText, text)} ORDER BY p.id LIMIT 500`;
  return { ids: people.map(({ id }) => id), name: escaped(text) };
}

/** Every word somewhere in it. */
const holds = (column: Prisma.Sql, text: string) =>
  Prisma.join(
    text.split(" ").map((word) => Prisma.sql`${column} LIKE ${`%${escaped(word)}%`}`),
    " AND ",
  );

const resembles = (column: Prisma.Sql, text: string) => Prisma.sql`${text} <% ${column}`;

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");
