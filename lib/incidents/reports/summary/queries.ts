import "server-only";

import { type Actor, isDistrict } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { summariseCasesByKind } from "../../case/queries";
import { summaryDocument } from "./rules";
import { type SummaryQuery, spanOf } from "./schema";

/** The summary of a time by Mẫu 05, for the district alone; null for all others. */
export async function findIncidentSummary(actor: Actor, query: SummaryQuery) {
  if (!isDistrict(actor)) return null;
  const span = spanOf(query);
  const [figures, helpers] = await Promise.all([
    summariseCasesByKind(actor, span),
    listHelpers(span),
  ]);
  const names = helpers.map(({ name }) => name);
  return summaryDocument({ query, figures, helpers: names, issuer: actor.unitName, at: now() });
}

/** Who stood by in the cases that went beyond a unit's means; drills never count. */
const listHelpers = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT u.name
    FROM "IncidentFact" i
    JOIN "IncidentParty" p ON p."incidentId" = i.id AND p.part IN ('police', 'support', 'handler')
      AND p."unitId" <> i."unitId"
    JOIN "Unit" u ON u.id = p."unitId"
    WHERE i."drillId" IS NULL AND i.state NOT IN ('rejected', 'merged')
      AND i."escalatedAt" IS NOT NULL
      AND i."reportedAt" >= ${startsAt}::timestamptz AND i."reportedAt" < ${endsAt}::timestamptz
    ORDER BY u.name LIMIT 50`;
