import "server-only";

import type { Actor, Role } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { canManagePeople, visiblePeople } from "@/lib/identity/policy";
import { foldVietnamese } from "@/lib/text";
import type { PeopleFilter } from "./schema";

export const PEOPLE_PER_PAGE = 50;

export type PersonRow = {
  id: string;
  username: string;
  fullName: string;
  title: string;
  phone: string | null;
  role: Role;
  unitName: string;
  disabledAt: Date | null;
  secondFactor: boolean;
  /** A link was given and no password has been set yet. */
  waiting: boolean;
  lastSeenAt: Date | null;
};

/** Sorted the Vietnamese way; names are found without their marks. */
export async function listPeople(actor: Actor, filter: PeopleFilter) {
  const where = Prisma.join(conditions(actor, filter), " AND ");
  const [[counted], rows] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM "User" p JOIN "Unit" u ON u.id = p."unitId" WHERE ${where}`,
    db.$queryRaw<PersonRow[]>`
      SELECT p.id, p.username, p."fullName", p.title, p.phone, p.role::text AS role,
             u.name AS "unitName", p."disabledAt", p."totpConfirmedAt" IS NOT NULL AS "secondFactor",
             p."passwordHash" IS NULL AND p."oidcSubject" IS NULL AS waiting,
             (SELECT max(s."lastSeenAt") FROM "Session" s WHERE s."userId" = p.id) AS "lastSeenAt"
      FROM "User" p JOIN "Unit" u ON u.id = p."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE ${where}
      ORDER BY ${order[filter.sort]}, p.id
      LIMIT ${PEOPLE_PER_PAGE} OFFSET ${(filter.page - 1) * PEOPLE_PER_PAGE}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** One account; null when not visible. */
export function findPerson(actor: Actor, id: string) {
  return db.user.findFirst({
    where: { id, AND: visiblePeople(actor) },
    select: { ...details, id: true, unitId: true, oidcSubject: true },
  });
}

/** One's own details, for the profile page. */
export function findOwnDetails(actor: Actor) {
  return db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: details });
}

/** The given name stands last in a Vietnamese name, and is what people are looked up by. */
const byName = Prisma.sql`regexp_replace(p."fullName", '^.* ', '') COLLATE "vi-x-icu", p."fullName" COLLATE "vi-x-icu"`;

const order = {
  unit: Prisma.sql`k.rank, u.name COLLATE "vi-x-icu", ${byName}`,
  name: byName,
  recent: Prisma.sql`"lastSeenAt" DESC NULLS LAST`,
};

const details = {
  username: true,
  fullName: true,
  title: true,
  phone: true,
  role: true,
  createdAt: true,
  disabledAt: true,
  passwordChangedAt: true,
  mustChangePassword: true,
  totpConfirmedAt: true,
  unit: { select: { name: true } },
} satisfies Prisma.UserSelect;

function conditions(actor: Actor, { q, role, state }: PeopleFilter) {
  const text = foldVietnamese(q).replace(/[\\%_]/g, "\\$&");
  const searched = Prisma.sql`vn_fold(p.username || ' ' || p."fullName" || ' ' || u.name || ' ' || u."shortName")`;
  return [
    canManagePeople(actor) ? Prisma.sql`TRUE` : Prisma.sql`FALSE`,
    ...(text ? [Prisma.sql`${searched} LIKE ${`%${text}%`}`] : []),
    ...(role ? [Prisma.sql`p.role = ${role}::"Role"`] : []),
    ...(state === "active" ? [Prisma.sql`p."disabledAt" IS NULL`] : []),
    ...(state === "disabled" ? [Prisma.sql`p."disabledAt" IS NOT NULL`] : []),
  ];
}
