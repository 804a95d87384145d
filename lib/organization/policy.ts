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

/**
 * The actor's unit and those it took over from, also through several reorganisations: what they did
 * is the successor's to read.
 */
export function ownUnits({ unitId }: Pick<Actor, "unitId">): Prisma.UnitWhereInput {
  const into = (where: Prisma.UnitWhereInput): Prisma.UnitWhereInput => ({ successor: where });
  const own = { id: unitId };
  return { OR: [own, into(own), into(into(own)), into(into(into(own)))] };
}

/** Groups are chosen when a directive is written, and looked after by the administrator. */
export const canSeeRecipientGroups = (actor: Actor) => seesAll(actor);

/** Whose residents are told of what: a district's own offices stand among the communes, and have none. */
export const communeKinds = { home: "locality", code: { not: "agency" } } as const;
