import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

/** The district sees all; a unit those it has a part in, once its first situation was sent. */
export function visibleDrills(actor: Actor): Prisma.IncidentDrillWhereInput {
  if (isDistrict(actor)) return {};
  if (!isUnitMember(actor)) return { id: { in: [] } };
  return { injects: { some: { unitId: actor.unitId, injectedAt: { not: null } } } };
}

/** What is still to come is the district's secret; another unit's situation is its own. */
export function visibleInjects(actor: Actor): Prisma.DrillInjectWhereInput {
  if (isDistrict(actor)) return {};
  return { unitId: actor.unitId, injectedAt: { not: null } };
}
