import "server-only";

import { Prisma } from "@/lib/db";
import { asked, assignments, by, fromItems, type Measure, type Scope } from "../asking/queries";

/** What no rows can tell of: the unit's own report stands for it, and is marked as such. */
export const freeMeasure: Measure = {
  measure: "free",
  label: "Báo cáo bằng lời",
  asks: "Nhiệm vụ không đo được từ việc đang làm: tính theo báo cáo đơn vị tự gửi, không tính vào mức đạt chung.",
  says: ({ required, observed, failed }) =>
    `Đơn vị đã báo cáo ${observed}/${required} nhiệm vụ${failed > 0 ? `, ${failed} quá hạn` : ""}`,
  ...fromItems({ units: (scope) => asked(scope, "free"), items, soonHours: 48 }),
  href: ({ id }) => `/assignments/${id}`,
};

function items(scope: Scope) {
  return Prisma.sql`
    SELECT a."unitId", a.id::text, a.text AS title, a."issuedAt" AS "askedAt", a."dueAt",
      ${by(scope, Prisma.sql`a."reportedAt"`)} AS "doneAt"
    FROM (${assignments(scope, "free")}) a`;
}
