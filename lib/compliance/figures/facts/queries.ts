import "server-only";

import { Prisma } from "@/lib/db";
import { defaultPolicy } from "@/lib/duty/schema";
import { asked, type Scope } from "../../measures/asking/queries";

/**
 * What each figure counts at an instant, as the FROM and WHERE of a query: the figure and the rows
 * behind it are read by the same words.
 */
export const openIncidents = (at: Date) => Prisma.sql`
  "IncidentFact" i WHERE i."drillId" IS NULL AND i.state NOT IN ('rejected', 'merged')
    AND i."reportedAt" <= ${at}::timestamptz
    AND (i."closedAt" IS NULL OR i."closedAt" > ${at}::timestamptz)`;

/** `q` is each unit that must watch; `o` its shift at the instant, if there is one. */
export const watches = (scope: Scope) => Prisma.sql`
  (${asked(scope, "watch")}) q LEFT JOIN (
    SELECT s."unitId", min(s."startsAt") AS "startsAt",
      bool_or(s."checkedInAt" IS NOT NULL AND s."checkedInAt" <= ${scope.at}::timestamptz) AS taken
    FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
      LEFT JOIN "DutyPolicy" p ON p."campaignId" = r."campaignId"
    WHERE tstzrange(s."startsAt", s."endsAt", '[)') @> ${scope.at}::timestamptz
      AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
      AND s.post = ANY (coalesce(p."requiredPosts",
                                 ${defaultPolicy.requiredPosts}::"DutyPost"[]))
    GROUP BY s."unitId") o ON o."unitId" = q."unitId"`;

/** `d` is the directive and `a` what a unit owed by it. */
export const overdueAssignments = ({ campaign, at }: Scope) => Prisma.sql`
  "Directive" d JOIN "Assignment" a ON a."directiveId" = d.id
  WHERE d."campaignId" = ${campaign.id}::uuid AND d."issuedAt" <= ${at}::timestamptz
    AND d.state IN ('issued', 'closed') AND a."dueAt" < ${at}::timestamptz
    AND (a."reportedAt" IS NULL OR a."reportedAt" > ${at}::timestamptz)
    AND a."releasedAt" IS NULL AND a."passedAt" IS NULL`;

/** `h` is how a unit handles the advisory `v`, of which one hole at least was known to be exploited. */
export const unpatchedHoles = (at: Date) => Prisma.sql`
  "AdvisoryHandling" h JOIN "Advisory" v ON v.id = h."advisoryId"
  WHERE v."sentAt" <= ${at}::timestamptz
    AND (h."closedAt" IS NULL OR h."closedAt" > ${at}::timestamptz)
    AND EXISTS (SELECT 1 FROM "AdvisoryItem" i WHERE i."advisoryId" = h."advisoryId"
                  AND i."knownExploitedAt" <= ${at}::timestamptz)`;

export const outages = (at: Date) => Prisma.sql`
  "Outage" o WHERE o."recordedAt" <= ${at}::timestamptz
    AND (o."endsAt" IS NULL OR o."endsAt" > ${at}::timestamptz)`;
