import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { isoDay, now } from "@/lib/time";
import { canSeeRecipientGroups } from "../policy";
import { listRecipientGroups, recipientUnits } from "../queries";

/** One group with the units it names; null when not visible. */
export async function findRecipientGroup(actor: Actor, id: string) {
  if (!canSeeRecipientGroups(actor)) return null;
  const group = await db.recipientGroup.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      aliases: true,
      kindCodes: true,
      version: true,
      units: { select: { id: true, name: true }, orderBy: { id: "asc" } },
      _count: { select: { recipients: true } },
    },
  });
  if (!group) return null;
  const { units, _count, ...rest } = group;
  return { ...rest, units, uses: _count.recipients };
}

export type RecipientGroupView = NonNullable<Awaited<ReturnType<typeof findRecipientGroup>>>;

/** The units a group means on a day, today unless said otherwise, in Vietnamese order. */
export async function resolveGroupUnits(actor: Actor, groupId: string, day = isoDay(now())) {
  if (!canSeeRecipientGroups(actor)) return [];
  return db.$queryRaw<{ id: string; name: string; kindLabel: string; phone: string | null }[]>`
    SELECT u.id, u.name, k.label AS "kindLabel", u.phone
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE u.id IN (${recipientUnits({ groupIds: [groupId], unitIds: [] }, day)})
    ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id`;
}

/** All groups with how many units each means today: one count for each, in one statement. */
export async function summariseRecipientGroups(actor: Actor) {
  const groups = await listRecipientGroups(actor);
  if (groups.length === 0) return [];
  const today = isoDay(now());
  const counts = groups.map(
    ({ id }) => Prisma.sql`SELECT ${id}::text AS id, count(*)::int AS units
      FROM (${recipientUnits({ groupIds: [id], unitIds: [] }, today)}) meant`,
  );
  const rows = await db.$queryRaw<{ id: string; units: number }[]>(
    Prisma.join(counts, " UNION ALL "),
  );
  const units = new Map(rows.map((row) => [row.id, row.units]));
  return groups.map((group) => ({ ...group, units: units.get(group.id) ?? 0 }));
}

export type RecipientGroupRow = Awaited<ReturnType<typeof summariseRecipientGroups>>[number];
