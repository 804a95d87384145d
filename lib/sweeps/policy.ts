import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";

export const canOpenSweep = (actor: Actor) => isDistrict(actor);

/** Whoever works in the unit may say what it swept. */
export const canFileSweep = (actor: Actor) => isUnitMember(actor);

export const canSeeAllSweeps = (actor: Actor) => seesAll(actor);
