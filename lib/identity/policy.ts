import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

/** Accounts of others: list, create, edit, disable, reset. */
export const canManagePeople = (actor: Actor) => actor.role === "administrator";

/** Nobody takes away their own access or raises their own rights; another administrator does. */
export const canChangeAccess = (actor: Actor, person: { id: string }) =>
  canManagePeople(actor) && person.id !== actor.userId;

/** The accounts one may open in the administration; one's own details are on the profile page. */
export const visiblePeople = (actor: Actor): Prisma.UserWhereInput =>
  canManagePeople(actor) ? {} : { id: { in: [] } };

/** A session is its holder's business alone. */
export const visibleSessions = (actor: Actor): Prisma.SessionWhereInput => ({
  userId: actor.userId,
});
