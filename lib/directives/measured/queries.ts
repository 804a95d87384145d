import "server-only";

import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import { db } from "@/lib/db";

export type MeasureScope = { directiveId: string; unitId?: string };

/**
 * Of whom a measure of a directive may tell the actor, and in which window: all units where `unitId`
 * stays undefined. Null where the directive does not ask for it, or the unit is another's.
 */
export async function findAsked(
  actor: Actor,
  measure: string,
  { directiveId, unitId }: MeasureScope,
) {
  const own = isUnitMember(actor) ? actor.unitId : null;
  if (!seesAll(actor) && (!own || (unitId && unitId !== own))) return null;
  const directive = await db.directive.findFirst({
    where: {
      id: directiveId,
      sections: { some: { obligations: { some: { measures: { has: measure } } } } },
    },
    select: {
      issuedAt: true,
      campaign: { select: { id: true, name: true, startsAt: true, endsAt: true } },
    },
  });
  return directive && { ...directive, unitId: seesAll(actor) ? unitId : (own ?? undefined) };
}

/** The same for what is measured within a campaign; null also where the directive has none. */
export async function findMeasured(actor: Actor, measure: string, scope: MeasureScope) {
  const asked = await findAsked(actor, measure, scope);
  return asked?.campaign ? { campaign: asked.campaign, unitId: asked.unitId } : null;
}
