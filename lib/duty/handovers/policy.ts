import type { Actor } from "@/lib/auth/actor";
import { canMakeRoster, keepsWatch } from "../policy";

type Handover = {
  unitId: string;
  writtenById: string;
  outgoingUserId: string | null;
  /** Null: nobody comes next, or somebody without an account. */
  incomingUserId: string | null;
};

/**
 * Two people sign a handover. The second is who comes next; the lead for them; and where who comes
 * next has no account, any colleague who is there.
 */
export function canSignHandover(actor: Actor, handover: Handover) {
  const own = keepsWatch(actor) && actor.unitId === handover.unitId;
  if (!own || actor.userId === handover.outgoingUserId) return false;
  if (actor.userId === handover.incomingUserId || canMakeRoster(actor, handover)) return true;
  return handover.incomingUserId === null && actor.userId !== handover.writtenById;
}
