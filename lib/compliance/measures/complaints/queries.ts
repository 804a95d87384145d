import "server-only";

import { Prisma } from "@/lib/db";
import { asked, by, fromItems, type Measure, only, type Scope, within } from "../asking/queries";

export const complaintsMeasure: Measure = {
  measure: "complaints",
  label: "Phản ánh tin rác, lừa đảo",
  asks: "Phản ánh tiếp nhận trong đợt được nhà mạng xử lý xong trước hạn.",
  says: ({ required, observed, failed }) =>
    required === 0
      ? "Chưa có phản ánh nào trong đợt"
      : `Đã xử lý ${observed}/${required} phản ánh${failed > 0 ? `, ${failed} quá hạn` : ""}`,
  ...fromItems({ units: (scope) => asked(scope, "complaints"), items, soonHours: 12 }),
  href: ({ id }) => `/complaints/${id}`,
};

function items(scope: Scope) {
  return Prisma.sql`
    SELECT c."telcoId" AS "unitId", c.id::text,
      'PA-' || c.year || '-' || lpad(c.number::text, 6, '0') AS title,
      c."enteredAt" AS "askedAt", c."dueAt", ${by(scope, Prisma.sql`c."closedAt"`)} AS "doneAt"
    FROM "ComplaintFact" c
    WHERE c."enteredAt" <= ${scope.at}::timestamptz
      AND ${within(scope, Prisma.sql`c."receivedAt"`)} ${only(scope, Prisma.sql`c."telcoId"`)}`;
}
