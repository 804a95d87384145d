import "server-only";

import { Prisma } from "@/lib/db";
import { by, fromItems, type Measure, only, type Scope } from "../asking/queries";

/** The directive names no deadline for it; the district expects it within a day. */
const HOURS = 24;

export const acknowledgementMeasure: Measure = {
  measure: "acknowledgement",
  label: "Tiếp nhận văn bản",
  asks: `Mỗi văn bản chỉ đạo của đợt được đơn vị tiếp nhận và cử đầu mối trong ${HOURS} giờ từ khi gửi.`,
  says: ({ required, observed, failed }) =>
    `Đã tiếp nhận ${observed}/${required} văn bản${failed > 0 ? `, ${failed} quá ${HOURS} giờ` : ""}`,
  ...fromItems({
    units: (scope) => Prisma.sql`SELECT DISTINCT r."unitId" FROM (${receipts(scope)}) r`,
    items: (scope) => Prisma.sql`
      SELECT r."unitId", r."directiveId"::text AS id, r.subject AS title, r."deliveredAt" AS "askedAt",
        r."deliveredAt" + make_interval(hours => ${HOURS}::int) AS "dueAt",
        ${by(scope, Prisma.sql`r."acknowledgedAt"`)} AS "doneAt"
      FROM (${receipts(scope)}) r`,
    soonHours: HOURS,
  }),
  href: ({ id }) => `/directives/${id}`,
};

/** A directive that was given back waits for the district, not for the unit. */
const receipts = (scope: Scope) => Prisma.sql`
  SELECT r.*, d.subject FROM "Directive" d JOIN "DirectiveReceipt" r ON r."directiveId" = d.id
  WHERE d."campaignId" = ${scope.campaign.id}::uuid AND r."deliveredAt" <= ${scope.at}::timestamptz
    AND (d."recalledAt" IS NULL OR d."recalledAt" > ${scope.at}::timestamptz)
    AND (r."returnedAt" IS NULL OR r."returnedAt" > ${scope.at}::timestamptz)
    AND (r."releasedAt" IS NULL OR r."releasedAt" > ${scope.at}::timestamptz)
    AND (r."passedAt" IS NULL OR r."passedAt" > ${scope.at}::timestamptz)
    ${only(scope, Prisma.sql`r."unitId"`)}`;
