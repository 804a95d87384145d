import { type Actor, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

/** Units, their kinds, recipient groups and the loading of files. */
export const canManageUnits = (actor: Actor) => actor.role === "administrator";

/** Whoever sees the whole picture sees all units; others their own, the one above and those below. */
export function visibleUnits(actor: Actor): Prisma.UnitWhereInput {
  if (seesAll(actor)) return {};
  const { unitId } = actor;
  return { OR: [{ id: unitId }, { parentId: unitId }, { children: { some: { id: unitId } } }] };
}

/** Groups are chosen when a directive is written, and looked after by the administrator. */
export const canSeeRecipientGroups = (actor: Actor) => seesAll(actor);
