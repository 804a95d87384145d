import "server-only";

import { Prisma } from "@/lib/db";
import { asked, by, fromItems, type Measure, only, type Scope } from "../asking/queries";

export const advisoriesMeasure: Measure = {
  measure: "advisories",
  label: "Xử lý văn bản cảnh báo",
  asks: "Mỗi văn bản cảnh báo gửi trong đợt được đơn vị trả lời xong trước hạn: đã vá, không có máy bị ảnh hưởng, hoặc lãnh đạo chấp nhận rủi ro.",
  says: ({ required, observed, failed }) =>
    required === 0
      ? "Chưa nhận cảnh báo nào trong đợt"
      : `Đã xử lý ${observed}/${required} cảnh báo${failed > 0 ? `, ${failed} quá hạn` : ""}`,
  ...fromItems({ units: (scope) => asked(scope, "advisories"), items, soonHours: 48 }),
  href: ({ id, unitId }) => `/advisories/${id}/units/${unitId}`,
};

function items(scope: Scope) {
  const { campaign, at } = scope;
  return Prisma.sql`
    SELECT h."unitId", a.id::text, a.subject AS title, a."sentAt" AS "askedAt", h."dueAt",
      ${by(scope, Prisma.sql`h."closedAt"`)} AS "doneAt"
    FROM "Advisory" a JOIN "AdvisoryHandling" h ON h."advisoryId" = a.id
    WHERE a."sentAt" <= ${at}::timestamptz AND a."sentAt" < ${campaign.endsAt}::timestamptz
      AND h."dueAt" >= ${campaign.startsAt}::timestamptz ${only(scope, Prisma.sql`h."unitId"`)}`;
}
