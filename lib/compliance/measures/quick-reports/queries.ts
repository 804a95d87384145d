import "server-only";

import { Prisma } from "@/lib/db";
import { by, fromItems, type Measure, only, type Scope } from "../asking/queries";

/** The due times of the last day; one that is missing longer than that is no longer worth a call. */
export const quickReportsMeasure: Measure = {
  measure: "quick_reports",
  label: "Báo cáo nhanh",
  asks: "Báo cáo nhanh của mỗi giờ hẹn được gửi đúng giờ, kể cả không phát sinh. Xét 24 giờ qua.",
  says: ({ required, observed, failed, soon }) =>
    required === 0
      ? "24 giờ qua chưa có giờ hẹn nào"
      : `Đã gửi ${observed}/${required} báo cáo${failed > 0 ? `, thiếu ${failed}` : soon > 0 ? `, ${soon} sắp đến giờ` : ""}`,
  ...fromItems({ units, items, soonHours: 2 }),
  href: ({ id }) => `/duty/reports/${id}`,
};

/** Whoever a due time of the campaign was laid out for by then, the day ahead included. */
function units(scope: Scope) {
  return Prisma.sql`
    SELECT DISTINCT r."unitId" FROM "QuickReport" r
    WHERE r."campaignId" = ${scope.campaign.id}::uuid
      AND r."dueAt" <= ${scope.at}::timestamptz + interval '24 hours' ${only(scope, Prisma.sql`r."unitId"`)}`;
}

function items(scope: Scope) {
  const at = Prisma.sql`${scope.at}::timestamptz`;
  return Prisma.sql`
    SELECT r."unitId", r.id::text,
      'Báo cáo nhanh ' || to_char(r."dueAt" AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM') AS title,
      r."dueAt" - interval '24 hours' AS "askedAt", r."dueAt", ${by(scope, Prisma.sql`r."filedAt"`)} AS "doneAt"
    FROM "QuickReport" r
    WHERE r."campaignId" = ${scope.campaign.id}::uuid AND r."dueAt" > ${at} - interval '24 hours'
      AND r."dueAt" <= ${at} + interval '2 hours' ${only(scope, Prisma.sql`r."unitId"`)}`;
}
