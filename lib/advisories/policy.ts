import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";

type OfUnit = { unitId: string };

/** The district writes advisories, sends them and loads the catalogue. */
export const canIssueAdvisory = (actor: Actor) => isDistrict(actor);

export const canSeeAllAdvisories = (actor: Actor) => seesAll(actor);

/** Whoever works in the unit answers for it. */
export const canHandleAdvisory = (actor: Actor, { unitId }: OfUnit) =>
  isUnitMember(actor) && actor.unitId === unitId;

/** To leave a hole open until a day is the lead's to answer for. */
export const canAcceptRisk = (actor: Actor, of: OfUnit) =>
  canHandleAdvisory(actor, of) && actor.role !== "unit_staff";

/** The second pair of eyes is the district's. */
export const canReviewHandling = (actor: Actor) => isDistrict(actor);

export const canSeeHandling = (actor: Actor, of: OfUnit) =>
  seesAll(actor) || canHandleAdvisory(actor, of);

/** The same as a filter. */
export const visibleHandlings = (actor: Actor) =>
  seesAll(actor) ? {} : { unitId: isUnitMember(actor) ? actor.unitId : { in: [] } };
