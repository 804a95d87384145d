import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";

type OfUnit = { unitId: string };

/** The district's desk keeps watch as well, in the committee's own name. */
export const keepsWatch = (actor: Actor) => isUnitMember(actor) || isDistrict(actor);

const isOwn = (actor: Actor, { unitId }: OfUnit) => keepsWatch(actor) && actor.unitId === unitId;

/** Who makes the roster of this unit and changes it: its lead, in a telco its liaison. */
export const canMakeRoster = (actor: Actor, of: OfUnit) =>
  isOwn(actor, of) && actor.role !== "unit_staff";

/** Watches over all units' watch. */
export const canSeeAllDuty = (actor: Actor) => seesAll(actor);

/** Sends a roster back to its unit, settles the rules of a campaign's watch. */
export const canSteerDuty = (actor: Actor) => isDistrict(actor);

/** On a shift acts the person whose it is; for one without an account, the lead. */
export const canActOnShift = (actor: Actor, shift: OfUnit & { personUserId: string | null }) =>
  shift.personUserId === actor.userId || canMakeRoster(actor, shift);

/** The same as a filter, for any row that has a `unitId`. */
export const visibleDuty = (actor: Actor) =>
  seesAll(actor) ? {} : { unitId: isUnitMember(actor) ? actor.unitId : { in: [] } };
