import { type Actor, isUnitMember } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";

/** A warning is for the units it was sent to; the district reads it with its case. */
export const ownWarnings = (actor: Actor): Prisma.IncidentWarningReceiptWhereInput =>
  isUnitMember(actor) ? { unit: ownUnits(actor) } : { unitId: { in: [] } };
