import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

const readsAll = (actor: Actor) =>
  actor.role === "administrator" || actor.role === "district_leader";

export const canReadAuditTrail = (actor: Actor) => readsAll(actor) || actor.role === "unit_lead";

export const canVerifyAuditTrail = (actor: Actor) => readsAll(actor);

/** A lead reads what the people of the own unit did; staff and observers read no trail. */
export function visibleAuditEntries(actor: Actor): Prisma.AuditEntryWhereInput {
  if (readsAll(actor)) return {};
  return { unitId: { in: canReadAuditTrail(actor) ? [actor.unitId] : [] } };
}
