import "server-only";

import { Prisma } from "@/lib/db";
import { asked, fromItems, type Measure, only, type Scope, within } from "../asking/queries";

/** Every source residents complained of has been acted upon before the first of its complaints is due. */
export const blockingMeasure: Measure = {
  measure: "blocking",
  label: "Chặn lọc",
  asks: "Mỗi nguồn bị phản ánh trong đợt được nhà mạng xác minh và xử lý trước hạn trả lời phản ánh.",
  says: ({ required, observed, failed }) =>
    required === 0
      ? "Chưa có nguồn nào bị phản ánh"
      : `Đã xử lý ${observed}/${required} nguồn${failed > 0 ? `, ${failed} quá hạn` : ""}`,
  ...fromItems({ units: (scope) => asked(scope, "blocking"), items, soonHours: 12 }),
  href: ({ id }) => `/complaints/sources/${id}`,
};

function items(scope: Scope) {
  return Prisma.sql`
    SELECT s."unitId", r.id::text, s.value AS title, s."askedAt", s."dueAt", m."doneAt"
    FROM (
      SELECT c."telcoId" AS "unitId", c."sourceKind" AS kind, c."sourceValue" AS value,
        min(c."enteredAt") AS "askedAt", min(c."dueAt") AS "dueAt"
      FROM "ComplaintFact" c
      WHERE c."sourceValue" IS NOT NULL AND c."enteredAt" <= ${scope.at}::timestamptz
        AND ${within(scope, Prisma.sql`c."receivedAt"`)} ${only(scope, Prisma.sql`c."telcoId"`)}
      GROUP BY 1, 2, 3) s
    LEFT JOIN "ReportedSource" r ON r.kind = s.kind AND r.value = s.value
    LEFT JOIN LATERAL (
      SELECT min(m."recordedAt") AS "doneAt" FROM "SourceMeasure" m
      WHERE m."telcoId" = s."unitId" AND m."sourceKind" = s.kind AND m."sourceValue" = s.value
        AND m."recordedAt" <= ${scope.at}::timestamptz) m ON TRUE`;
}
