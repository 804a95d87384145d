import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

/** What the actor's unit is told, and what the actor alone is told. */
export function visibleNotices(actor: Actor): Prisma.NoticeWhereInput {
  return { unitId: actor.unitId, OR: [{ userId: null }, { userId: actor.userId }] };
}
