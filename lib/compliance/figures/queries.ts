import "server-only";

import type { Transaction } from "@/lib/db";
import { defaultPolicy } from "@/lib/duty/schema";
import { DISTRICT_ZONE, isoDay } from "@/lib/time";
import type { Scope } from "../measures/asking/queries";
import { asked } from "../measures/asking/queries";
import { type Figures, figuresSchema } from "./schema";

/** The district at an instant of a campaign, read from what was entered by then. */
export async function readFigures(tx: Transaction, scope: Scope): Promise<Figures> {
  const { campaign, at } = scope;
  const [row] = await tx.$queryRaw<{ figures: unknown }[]>`
    SELECT json_build_object(
      'incidents', (
        SELECT json_build_object('open', count(*),
          'escalated', count(*) FILTER (WHERE i."escalatedAt" <= ${at}::timestamptz))
        FROM "IncidentFact" i
        WHERE i."drillId" IS NULL AND i.state NOT IN ('rejected', 'merged')
          AND i."reportedAt" <= ${at}::timestamptz
          AND (i."closedAt" IS NULL OR i."closedAt" > ${at}::timestamptz)),
      'duty', (
        SELECT json_build_object('units', count(*),
          'nobody', count(*) FILTER (WHERE o."unitId" IS NULL),
          'untaken', count(*) FILTER (WHERE o.taken = FALSE))
        FROM (${asked(scope, "watch")}) q LEFT JOIN (
          SELECT s."unitId", bool_or(s."checkedInAt" IS NOT NULL
                                     AND s."checkedInAt" <= ${at}::timestamptz) AS taken
          FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
            LEFT JOIN "DutyPolicy" p ON p."campaignId" = r."campaignId"
          WHERE tstzrange(s."startsAt", s."endsAt", '[)') @> ${at}::timestamptz
            AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
            AND s.post = ANY (coalesce(p."requiredPosts",
                                       ${defaultPolicy.requiredPosts}::"DutyPost"[]))
          GROUP BY s."unitId") o ON o."unitId" = q."unitId"),
      'overdue', (
        SELECT json_build_object('assignments', count(*), 'units', count(DISTINCT a."unitId"))
        FROM "Directive" d JOIN "Assignment" a ON a."directiveId" = d.id
        WHERE d."campaignId" = ${campaign.id}::uuid AND d."issuedAt" <= ${at}::timestamptz
          AND d.state IN ('issued', 'closed') AND a."dueAt" < ${at}::timestamptz
          AND (a."reportedAt" IS NULL OR a."reportedAt" > ${at}::timestamptz)
          AND a."releasedAt" IS NULL AND a."passedAt" IS NULL),
      'unpatched', (
        SELECT json_build_object('holes', count(*), 'units', count(DISTINCT h."unitId"))
        FROM "AdvisoryHandling" h JOIN "Advisory" v ON v.id = h."advisoryId"
        WHERE v."sentAt" <= ${at}::timestamptz
          AND (h."closedAt" IS NULL OR h."closedAt" > ${at}::timestamptz)
          AND EXISTS (SELECT 1 FROM "AdvisoryItem" i WHERE i."advisoryId" = h."advisoryId"
                        AND i."knownExploitedAt" <= ${at}::timestamptz)),
      'infrastructure', (
        SELECT json_build_object('telcos', count(*), 'filed', count(i."unitId"),
          'outages', (SELECT count(*) FROM "Outage" o WHERE o."recordedAt" <= ${at}::timestamptz
                      AND (o."endsAt" IS NULL OR o."endsAt" > ${at}::timestamptz)))
        FROM (${asked(scope, "infrastructure")}) q JOIN "Unit" u ON u.id = q."unitId"
        JOIN "UnitKind" k ON k.code = u."kindCode" AND k.home = 'telecom'
        LEFT JOIN "InfrastructureDay" i ON i."unitId" = u.id
          AND i.day = ${isoDay(new Date(at.getTime() - 1))}::date
          AND i."filedAt" <= ${at}::timestamptz),
      'complaints', json_build_object(
        'received', (
          SELECT coalesce(sum(t.count), 0) FROM "ComplaintTally" t
          WHERE t.event = 'received' AND t.day
            = (${new Date(at.getTime() - 1)}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date),
        'open', (
          SELECT coalesce(sum(t.count * CASE t.event WHEN 'received' THEN 1 ELSE -1 END), 0)
          FROM "ComplaintTally" t WHERE t.day
            <= (${new Date(at.getTime() - 1)}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date))
      ) AS figures`;
  return figuresSchema.parse(row?.figures);
}
