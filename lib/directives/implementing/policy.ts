import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";
import type { DirectiveState } from "../schema";

export const canLinkDocument = (
  actor: Actor,
  receipt: { unitId: string; directive: { state: DirectiveState } },
) => isUnitMember(actor) && actor.unitId === receipt.unitId && receipt.directive.state === "issued";

/** A unit's own; the district and the province read all of them. */
export function visibleImplementingDocuments(actor: Actor): Prisma.ImplementingDocumentWhereInput {
  if (seesAll(actor)) return { removedAt: null };
  if (!isUnitMember(actor)) return { id: { in: [] } };
  return { removedAt: null, unit: ownUnits(actor) };
}
