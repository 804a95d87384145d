import "server-only";

import { Prisma } from "@/lib/db";
import { defaultPolicy } from "@/lib/duty/schema";
import { DISTRICT_ZONE } from "@/lib/time";
import { asked, type Measure, only, type Scope } from "../asking/queries";

/** How far back a hole counts, and how far ahead one is looked for. */
const HOURS = 24;

const hours = (minutes: number) =>
  (minutes / 60).toLocaleString("vi-VN", { maximumFractionDigits: 1 });

/** Someone named at every minute: holes of the last day are failures, holes of the next are risks. */
export const watchMeasure: Measure = {
  measure: "watch",
  label: "Trực 24/7",
  asks: "Mỗi đơn vị có một người trực đã nhận ca vào mọi thời điểm của đợt. Xét 24 giờ qua và 24 giờ tới.",
  says: ({ required, observed, failed, soon }) =>
    failed > 0
      ? `24 giờ qua có ${hours(failed)} giờ không có người trực`
      : soon > 0
        ? `24 giờ tới còn ${hours(soon)} giờ chưa xếp người`
        : required > 0
          ? `Có người trực ${hours(observed)}/${hours(required)} giờ qua`
          : "Chưa đến giờ trực",
  lines: (scope) => Prisma.sql`
    SELECT p."unitId", p.required, p.required - p.failed AS observed, p.required - p.failed AS done,
      p.failed, p.soon,
      CASE WHEN p.failed > 0 THEN p."failedAt"
           WHEN p.soon > 0 THEN p."soonAt" - make_interval(hours => ${HOURS}::int)
           WHEN p.required > 0 THEN p."wholeSince" END AS since
    FROM (
      SELECT h."unitId", ${minutesOf(Prisma.sql`tstzmultirange(h.recent)`)} AS required,
        ${minutesOf(Prisma.sql`h.holes * tstzmultirange(h.recent)`)} AS failed,
        ${minutesOf(Prisma.sql`h.gaps`)} AS soon,
        lower(h.holes * tstzmultirange(h.recent)) AS "failedAt", lower(h.gaps) AS "soonAt",
        coalesce(upper(h.holes), lower(h.owed)) AS "wholeSince"
      FROM (${holes(scope)}) h) p`,
  rows: (scope) => Prisma.sql`
    SELECT h."unitId", r.id::text, 'Không có người trực đã nhận ca' AS title,
      lower(hole) AS "askedAt", lower(hole) AS "dueAt", NULL::timestamptz AS "doneAt"
    FROM (${holes(scope)}) h CROSS JOIN LATERAL unnest(h.holes * tstzmultirange(h.recent)) AS hole
    LEFT JOIN "Roster" r ON r."unitId" = h."unitId" AND r."campaignId" = ${scope.campaign.id}::uuid
    UNION ALL
    SELECT h."unitId", r.id::text, 'Chưa xếp người trực', lower(gap), lower(gap), NULL
    FROM (${holes(scope)}) h CROSS JOIN LATERAL unnest(h.gaps) AS gap
    LEFT JOIN "Roster" r ON r."unitId" = h."unitId" AND r."campaignId" = ${scope.campaign.id}::uuid
    UNION ALL
    SELECT s."unitId", s."rosterId"::text, 'Ca trực của ' || p.name, s."startsAt", s."startsAt",
      CASE WHEN s."checkedInAt" <= ${scope.at}::timestamptz THEN s."checkedInAt" END
    FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId" JOIN "DutyPerson" p ON p.id = s."personId"
    WHERE r."campaignId" = ${scope.campaign.id}::uuid AND s."toEdition" IS NULL
      AND s."publishedAt" IS NOT NULL AND s.post = ANY (${posts(scope)})
      AND s."startsAt" < ${scope.at}::timestamptz + make_interval(hours => ${HOURS}::int)
      AND s."endsAt" > ${scope.at}::timestamptz - make_interval(hours => ${HOURS}::int)
      ${only(scope, Prisma.sql`s."unitId"`)}`,
  href: ({ id }) => (id ? `/duty/rosters/${id}` : "/duty/coverage"),
};

const posts = ({ campaign }: Scope) => Prisma.sql`coalesce(
  (SELECT p."requiredPosts" FROM "DutyPolicy" p WHERE p."campaignId" = ${campaign.id}::uuid),
  ${defaultPolicy.requiredPosts}::"DutyPost"[])`;

const grace = ({ campaign }: Scope) => Prisma.sql`make_interval(mins => coalesce(
  (SELECT p."missedCheckInMinutes" FROM "DutyPolicy" p WHERE p."campaignId" = ${campaign.id}::uuid),
  ${defaultPolicy.missedCheckInMinutes}::int))`;

const minutesOf = (ranges: Prisma.Sql) => Prisma.sql`
  (SELECT round(coalesce(sum(extract(epoch FROM upper(piece) - lower(piece))), 0) / 60)::int
   FROM unnest(${ranges}) AS piece)`;

/** Nobody rostered, or nobody took the shift for as long as raises the alarm; and the gaps ahead. */
const holes = (scope: Scope) => {
  const { campaign, at } = scope;
  const now = Prisma.sql`${at}::timestamptz`;
  const span = Prisma.sql`make_interval(hours => ${HOURS}::int)`;
  return Prisma.sql`
    SELECT w."unitId", w.owed, w.owed * tstzrange(${now} - ${span}, ${now}) AS recent,
      tstzmultirange(w.owed * tstzrange(NULL, ${now})) - coalesce(c.rostered, '{}')
        + (SELECT coalesce(range_agg(piece), '{}')
           FROM unnest(c.rostered * tstzmultirange(w.owed * tstzrange(NULL, ${now})) - c.taken) AS piece
           WHERE upper(piece) - lower(piece) >= ${grace(scope)}) AS holes,
      tstzmultirange(w.owed * tstzrange(${now}, ${now} + ${span})) - coalesce(c.rostered, '{}') AS gaps
    FROM (
      SELECT q."unitId", tstzrange(${campaign.startsAt}::timestamptz, ${campaign.endsAt}::timestamptz)
        * tstzrange(u."validFrom"::timestamp AT TIME ZONE ${DISTRICT_ZONE},
                    u."validTo"::timestamp AT TIME ZONE ${DISTRICT_ZONE}) AS owed
      FROM (${asked(scope, "watch")}) q JOIN "Unit" u ON u.id = q."unitId") w
    LEFT JOIN (
      SELECT l."unitId", range_agg(l.rostered) AS rostered, range_agg(l.taken) AS taken
      FROM "LiveCoverage" l
      WHERE l."campaignId" = ${campaign.id}::uuid AND l.post = ANY (${posts(scope)})
        ${only(scope, Prisma.sql`l."unitId"`)}
      GROUP BY l."unitId") c ON c."unitId" = w."unitId"`;
};
