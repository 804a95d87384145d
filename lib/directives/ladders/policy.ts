import { type Actor, seesAll } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";

/** Names ladders and writes their rules. */
export const canManageLadders = (actor: Actor) => actor.role === "administrator";

/** Reads who is told when. */
export const canSeeLadders = (actor: Actor) => seesAll(actor);

/** Raises what the rules say is due: the clock's own work. */
export const canRaiseReminders = (actor: Actor) => actor.userId === systemActor.userId;
