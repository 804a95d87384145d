import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { measureOf } from "../measures/queries";
import { canSeePicture } from "../policy";
import { emptySpread, type Spread } from "../rules";
import { byHand, type ComplianceMeasure, complianceMeasures, type Verdict } from "../schema";
import { findStanding, linesOf } from "../standing/queries";

type Count = {
  id: string;
  text: string;
  measure: ComplianceMeasure;
  verdict: Verdict;
  units: number;
  kindCode: string;
  kinds: number;
};

/** What each obligation of a directive comes to over the units that have it, as the campaign stands now. */
export async function findDirectiveCompliance(actor: Actor, directiveId: string) {
  if (!canSeePicture(actor)) return null;
  const directive = await db.directive.findUnique({
    where: { id: directiveId },
    select: { campaignId: true },
  });
  if (!directive?.campaignId) return null;
  const standing = await findStanding(actor, { dot: directive.campaignId });
  if (!standing?.day || standing.campaign.id !== directive.campaignId) return null;
  const counts = await db.$queryRaw<Count[]>`
    WITH line AS MATERIALIZED (${linesOf(standing)})
    SELECT o.id, o.text, l.measure, l.verdict, count(*)::int AS units,
      min(l."kindCode") AS "kindCode", count(DISTINCT l."kindCode")::int AS kinds
    FROM "LiveAssignment" a JOIN "Obligation" o ON o.id = a."obligationId"
    JOIN "DirectiveSection" s ON s.id = o."sectionId"
    JOIN line l ON l."unitId" = a."unitId" AND l.measure = ANY (o.measures)
    WHERE a."directiveId" = ${directiveId}::uuid
    GROUP BY o.id, s.position, l.measure, l.verdict
    ORDER BY s.position, o.position, array_position(${[...complianceMeasures]}::text[], l.measure)`;
  return { campaignId: directive.campaignId, obligations: sumUp(counts) };
}

function sumUp(counts: Count[]) {
  const obligations = new Map<string, Obligation>();
  for (const { id, text, measure, verdict, units, kindCode, kinds } of counts) {
    const known = obligations.get(`${id} ${measure}`);
    const one = known ?? {
      id,
      text,
      measure,
      label: measureOf[measure].label,
      byHand: byHand.includes(measure),
      spread: emptySpread(),
      kindCode,
    };
    if (kinds > 1 || one.kindCode !== kindCode) one.kindCode = null;
    one.spread[verdict] += units;
    obligations.set(`${id} ${measure}`, one);
  }
  return [...obligations.values()];
}

type Obligation = {
  id: string;
  text: string;
  measure: ComplianceMeasure;
  label: string;
  byHand: boolean;
  spread: Spread;
  /** The one kind of unit that has it; null where several do. */
  kindCode: string | null;
};

export type DirectiveObligation = Obligation;

/** What these units come to with each measure that a directive asks them by, for its matrix. */
export async function listUnitVerdicts(actor: Actor, directiveId: string, unitIds: string[]) {
  if (!canSeePicture(actor) || unitIds.length === 0) return [];
  const directive = await db.directive.findUnique({
    where: { id: directiveId },
    select: { campaignId: true },
  });
  if (!directive?.campaignId) return [];
  const standing = await findStanding(actor, { dot: directive.campaignId });
  if (!standing?.day || standing.campaign.id !== directive.campaignId) return [];
  const touched = standing.touched.filter((id) => unitIds.includes(id));
  return db.$queryRaw<{ unitId: string; obligationId: string; verdict: Verdict }[]>`
    SELECT DISTINCT ON (a."unitId", a."obligationId") a."unitId", a."obligationId", l.verdict
    FROM "LiveAssignment" a JOIN "Obligation" o ON o.id = a."obligationId"
    JOIN (${linesOf({ ...standing, touched })}) l
      ON l."unitId" = a."unitId" AND l.measure = ANY (o.measures)
    WHERE a."directiveId" = ${directiveId}::uuid AND a."unitId" = ANY (${unitIds}::uuid[])
    ORDER BY a."unitId", a."obligationId",
      array_position(ARRAY['not_met', 'at_risk', 'met', 'not_measurable'], l.verdict)`;
}

export type UnitVerdict = Awaited<ReturnType<typeof listUnitVerdicts>>[number];
