import "server-only";

import { Prisma } from "@/lib/db";
import { isoDay } from "@/lib/time";
import { asked, fromItems, type Measure, type Scope } from "../asking/queries";

/** At least one activity by the deadline; without one the unit owes it. */
export const awarenessMeasure: Measure = {
  measure: "awareness",
  label: "Tuyên truyền",
  asks: "Đơn vị có ít nhất một hoạt động tuyên truyền trong đợt, ghi trước hạn của nhiệm vụ.",
  says: ({ observed }) =>
    observed > 0 ? `Đã ghi ${observed} hoạt động trong đợt` : "Chưa ghi hoạt động nào",
  ...fromItems({ units: (scope) => asked(scope, "awareness"), items, soonHours: 48 }),
  href: ({ id }) => (id ? `/awareness/${id}` : "/awareness"),
};

function items(scope: Scope) {
  const { campaign } = scope;
  return Prisma.sql`
    WITH asked AS MATERIALIZED (${asked(scope, "awareness")}),
    done AS (
      SELECT q."unitId", w.id::text, w.topic AS title, w."createdAt"
      FROM asked q JOIN "Unit" past ON past.id = q."unitId" OR past."successorId" = q."unitId"
      JOIN "AwarenessActivity" w ON w."unitId" = past.id
      WHERE w."removedAt" IS NULL AND w."createdAt" <= ${scope.at}::timestamptz
        AND w."heldOn" BETWEEN ${isoDay(campaign.startsAt)}::date
                           AND ${isoDay(new Date(campaign.endsAt.getTime() - 1))}::date)
    SELECT "unitId", id, title, "createdAt" AS "askedAt", NULL::timestamptz AS "dueAt",
      "createdAt" AS "doneAt" FROM done
    UNION ALL
    SELECT q."unitId", NULL, 'Chưa ghi hoạt động tuyên truyền nào', ${campaign.startsAt}::timestamptz,
      coalesce(q."dueAt", ${campaign.endsAt}::timestamptz), NULL
    FROM asked q WHERE NOT EXISTS (SELECT 1 FROM done d WHERE d."unitId" = q."unitId")`;
}
