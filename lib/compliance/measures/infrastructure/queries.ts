import "server-only";

import { Prisma } from "@/lib/db";
import { DISTRICT_ZONE, isoDay } from "@/lib/time";
import { asked, by, fromItems, type Measure, only, type Scope } from "../asking/queries";

/** Every day told of before it ends, and no outage open. Yesterday's missing day is a failure. */
export const infrastructureMeasure: Measure = {
  measure: "infrastructure",
  label: "Hạ tầng viễn thông",
  asks: "Nhà mạng gửi tình trạng hạ tầng mỗi ngày, chậm nhất cuối ngày; chỗ mất liên lạc được khắc phục trong 24 giờ. Xét hôm qua, hôm nay và những chỗ còn mất liên lạc.",
  says: ({ required, observed, failed }) =>
    required === 0
      ? "Không phải nhà mạng, không có gì để đo"
      : `Xong ${observed}/${required} việc: báo hằng ngày, khắc phục mất liên lạc${failed > 0 ? `; ${failed} quá hạn` : ""}`,
  ...fromItems({ units: (scope) => asked(scope, "infrastructure"), items, soonHours: 12 }),
  href: () => "/complaints/infrastructure",
};

function items(scope: Scope) {
  const { campaign, at } = scope;
  const until = at < campaign.endsAt ? at : new Date(campaign.endsAt.getTime() - 1);
  const last = Prisma.sql`${isoDay(until)}::date`;
  const telcos = Prisma.sql`
    SELECT u.id FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE k.home = 'telecom' ${only(scope, Prisma.sql`u.id`)}`;
  return Prisma.sql`
    SELECT t.id AS "unitId", to_char(g.day, 'YYYY-MM-DD') AS id, 'Tình trạng hạ tầng ngày ' || to_char(g.day, 'DD/MM') AS title,
      g.day AT TIME ZONE ${DISTRICT_ZONE} AS "askedAt",
      (g.day + interval '1 day') AT TIME ZONE ${DISTRICT_ZONE} AS "dueAt",
      ${by(scope, Prisma.sql`d."filedAt"`)} AS "doneAt"
    FROM (${telcos}) t
    CROSS JOIN generate_series(greatest(${isoDay(campaign.startsAt)}::date, ${last} - 1)::timestamp,
                               ${last}::timestamp, interval '1 day') AS g(day)
    LEFT JOIN "InfrastructureDay" d ON d."unitId" = t.id AND d.day = g.day::date
    UNION ALL
    SELECT o."unitId", o.id::text, 'Mất liên lạc: ' || o.what, o."startsAt", o."startsAt" + interval '24 hours', NULL
    FROM "Outage" o
    WHERE o."recordedAt" <= ${at}::timestamptz AND o."startsAt" < ${campaign.endsAt}::timestamptz
      AND (o."endsAt" IS NULL OR o."endsAt" > ${at}::timestamptz) ${only(scope, Prisma.sql`o."unitId"`)}`;
}
