import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";

/** Sends what waits: the workers' own doing. */
export const canSend = (actor: Actor) => actor.userId === systemActor.userId;

/** Sees what failed and why, sends it again, pauses a channel. */
export const canManageDelivery = (actor: Actor) => actor.role === "administrator";
