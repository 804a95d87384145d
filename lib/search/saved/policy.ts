import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

/** What someone keeps to find again is nobody else's business. */
export const visibleFilters = (actor: Actor): Prisma.SavedFilterWhereInput => ({
  userId: actor.userId,
});
