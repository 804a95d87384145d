import "server-only";

import { cache } from "react";
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
  const asking = await findAsking(directiveId);
  if (!asking?.measures.includes(measure)) return null;
  const { issuedAt, campaign } = asking;
  return { issuedAt, campaign, unitId: seesAll(actor) ? unitId : (own ?? undefined) };
}

type Asking = {
  issuedAt: Date | null;
  measures: string[];
  campaignId: string | null;
  name: string;
  startsAt: Date;
  endsAt: Date;
};

/** A page shows many measures of one directive: they ask for it once. */
const findAsking = cache(async (directiveId: string) => {
  const [found] = await db.$queryRaw<Asking[]>`
    SELECT d."issuedAt", c.id AS "campaignId", c.name, c."startsAt", c."endsAt",
      ARRAY(SELECT unnest(o.measures) FROM "DirectiveSection" s
            JOIN "Obligation" o ON o."sectionId" = s.id WHERE s."directiveId" = d.id) AS measures
    FROM "Directive" d LEFT JOIN "Campaign" c ON c.id = d."campaignId"
    WHERE d.id = ${directiveId}::uuid`;
  if (!found) return null;
  const { issuedAt, measures, campaignId, ...campaign } = found;
  return { issuedAt, measures, campaign: campaignId ? { id: campaignId, ...campaign } : null };
});

/** The same for what is measured within a campaign; null also where the directive has none. */
export async function findMeasured(actor: Actor, measure: string, scope: MeasureScope) {
  const asked = await findAsked(actor, measure, scope);
  return asked?.campaign ? { campaign: asked.campaign, unitId: asked.unitId } : null;
}
