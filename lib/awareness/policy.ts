import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";

type OfUnit = { unitId: string };

/** Whoever works in a unit writes down what it did; the district does for its own committee. */
export const canRecordActivity = (actor: Actor) => isUnitMember(actor) || isDistrict(actor);

/** What a unit entered it corrects itself; the district reads. */
export const canCorrectActivity = (actor: Actor, activity: OfUnit & { removedAt: Date | null }) =>
  canRecordActivity(actor) && actor.unitId === activity.unitId && activity.removedAt === null;

/** The unit's own and what its predecessors did; the district sees all. */
export function visibleActivities(actor: Actor): Prisma.AwarenessActivityWhereInput {
  if (seesAll(actor)) return {};
  return isUnitMember(actor) ? { unit: ownUnits(actor) } : { id: { in: [] } };
}

/** Communes stand beside each other on the district's desk. */
export const canCompareUnits = (actor: Actor) => seesAll(actor);

export const canStatePopulation = (actor: Actor) =>
  isDistrict(actor) || actor.role === "administrator";

/** The ready messages are the district's words; every unit uses them. */
export const canWriteMessage = (actor: Actor) => isDistrict(actor);

/** A retired message stays readable for whoever writes them. */
export const visibleMessages = (actor: Actor): Prisma.AwarenessMessageWhereInput =>
  canWriteMessage(actor) ? {} : { retiredAt: null };
