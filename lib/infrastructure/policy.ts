import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

/** The telco itself, for itself. */
export const canFileInfrastructure = (actor: Actor) =>
  isUnitMember(actor) && actor.home === "telecom";

/** Whoever coordinates sees all telcos; a telco its own; a commune those outages that touch it. */
export const seesAllInfrastructure = (actor: Actor) =>
  seesAll(actor) || actor.home === "coordination";

export function visibleOutages(actor: Actor): Prisma.OutageWhereInput {
  if (seesAllInfrastructure(actor)) return {};
  if (canFileInfrastructure(actor)) return { unitId: actor.unitId };
  return { communeIds: { has: actor.unitId } };
}
