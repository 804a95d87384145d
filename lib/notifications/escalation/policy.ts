import { type Actor, seesAll } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";

export const canManageEscalation = (actor: Actor) => actor.role === "administrator";

export const canSeeEscalation = (actor: Actor) => seesAll(actor);

/** Climbs: the clock's own work. */
export const canClimb = (actor: Actor) => actor.userId === systemActor.userId;
