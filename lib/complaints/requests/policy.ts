import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

/** Evidence of an answer: who gave it, and who asked. */
export function visibleRequestEvidence(actor: Actor): Prisma.RequestEvidenceWhereInput {
  const asked = { receipt: { request: { unitId: actor.unitId } } };
  if (actor.role === "district_leader" || actor.role === "district_officer") return {};
  return { OR: [{ telcoId: actor.unitId }, asked] };
}
