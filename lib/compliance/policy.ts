import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";

/** The whole picture is the district's to act on and the province's to read. */
export const canSeePicture = (actor: Actor) => seesAll(actor);

/** A unit is told of itself alone. */
export const canSeeCompliance = (actor: Actor, { unitId }: { unitId: string }) =>
  seesAll(actor) || (isUnitMember(actor) && actor.unitId === unitId);
