import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";

type OfUnit = { unitId: string };

/** Each unit says what it has; whoever works there may. */
export const canEditInventory = (actor: Actor, { unitId }: OfUnit) =>
  isUnitMember(actor) && actor.unitId === unitId;

export const canSeeInventory = (actor: Actor, of: OfUnit) =>
  seesAll(actor) || canEditInventory(actor, of);

export const canSeeAllInventories = (actor: Actor) => seesAll(actor);

/** The same as a filter, for any row that has a `unitId`. */
export const visibleInventories = (actor: Actor) =>
  seesAll(actor) ? {} : { unitId: isUnitMember(actor) ? actor.unitId : { in: [] } };

/** The pick list is the same for all units. */
export const canManageProducts = (actor: Actor) => isDistrict(actor);
