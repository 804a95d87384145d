import "server-only";

import { Prisma } from "@/lib/db";
import { asked, by, fromItems, type Measure, only, type Scope, within } from "../asking/queries";

export const authorityRequestsMeasure: Measure = {
  measure: "authority_requests",
  label: "Yêu cầu của cơ quan chức năng",
  asks: "Yêu cầu chặn, gỡ do cơ quan chức năng gửi trong đợt được nhà mạng trả lời trước hạn.",
  says: ({ required, observed, failed }) =>
    required === 0
      ? "Chưa có yêu cầu nào trong đợt"
      : `Đã trả lời ${observed}/${required} yêu cầu${failed > 0 ? `, ${failed} quá hạn` : ""}`,
  ...fromItems({ units: (scope) => asked(scope, "authority_requests"), items, soonHours: 6 }),
  href: ({ id }) => `/complaints/requests/${id}`,
};

function items(scope: Scope) {
  return Prisma.sql`
    SELECT r."telcoId" AS "unitId", q.id::text, q.target AS title, q."sentAt" AS "askedAt", q."dueAt",
      ${by(scope, Prisma.sql`r."answeredAt"`)} AS "doneAt"
    FROM "AuthorityRequest" q JOIN "AuthorityRequestReceipt" r ON r."requestId" = q.id
    WHERE ${within(scope, Prisma.sql`q."sentAt"`)} ${only(scope, Prisma.sql`r."telcoId"`)}`;
}
