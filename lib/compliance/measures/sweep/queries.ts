import "server-only";

import { Prisma } from "@/lib/db";
import { asked, by, fromItems, type Measure, type Scope } from "../asking/queries";

/** Done once every machine of the newest round is checked; part of them is not all of them. */
export const sweepMeasure: Measure = {
  measure: "sweep",
  label: "Rà soát máy chủ, máy trạm",
  asks: "Trong lần rà soát mới nhất của đợt, mọi máy chủ và máy trạm đã kê khai được kiểm tra trước hạn.",
  says: ({ required, observed, failed }) =>
    required > 0
      ? `Đã kiểm tra ${observed}/${required} máy`
      : failed > 0
        ? "Chưa kê khai máy, chưa gửi kết quả"
        : "Chưa có lần rà soát nào đến hạn",
  ...fromItems({
    units: (scope) => asked(scope, "sweep"),
    items,
    soonHours: 48,
    sized: true,
  }),
  href: ({ id }) => `/sweeps/${id}`,
};

function items(scope: Scope) {
  const known = Prisma.sql`s."filedAt" <= ${scope.at}::timestamptz`;
  const checked = Prisma.sql`s."serversChecked" + s."workstationsChecked"`;
  const machines = Prisma.sql`s.servers + s.workstations`;
  return Prisma.sql`
    SELECT q."unitId", r.id::text, 'Rà soát lần ' || r.number AS title, r."startsAt" AS "askedAt",
      r."dueAt", CASE WHEN ${checked} >= ${machines} THEN ${by(scope, Prisma.sql`s."filedAt"`)} END AS "doneAt",
      coalesce(CASE WHEN ${known} THEN ${machines} END, i.servers + i.workstations, 0) AS size,
      coalesce(CASE WHEN ${known} THEN ${checked} END, 0) AS made
    FROM (${asked(scope, "sweep")}) q
    CROSS JOIN (
      SELECT id, number, "startsAt", "dueAt" FROM "SweepRound"
      WHERE "campaignId" = ${scope.campaign.id}::uuid AND "startsAt" <= ${scope.at}::timestamptz
      ORDER BY number DESC LIMIT 1) r
    LEFT JOIN "SweepResult" s ON s."roundId" = r.id AND s."unitId" = q."unitId"
    LEFT JOIN "UnitInventory" i ON i."unitId" = q."unitId"`;
}
