import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma } from "@/lib/db";
import { inForce, reportOwed } from "@/lib/directives/owing/queries";
import { refuseUnless } from "@/lib/errors";
import { DISTRICT_ZONE, formatDay, isoDay, now } from "@/lib/time";
import { canSend } from "../deliveries/policy";
import type { NoticeKind } from "../labels";

/** A digest that could not go out by then is not news any more. */
const LATEST_AFTER = 4 * 60;
const MOST_LINES = 12;
const KIND: NoticeKind = "digest.morning";

/**
 * Every minute: whoever's hour has come is told who is on duty today and what is due, once a day, and
 * not at all when there is nothing to say. The text is made once per unit, whoever reads it.
 */
export async function sendDigests(actor: Actor) {
  refuseUnless(canSend(actor), "Chỉ hệ thống gửi bản tin sáng.");
  const at = now();
  const day = isoDay(at);
  return inTransaction((tx) => {
    const minute = Prisma.sql`
      (extract(epoch FROM ${at}::timestamptz - ${dayStart(day)}) / 60)::int`;
    return tx.$executeRaw`
      WITH reader AS (
        SELECT w."userId", w."unitId", u.role IN ('district_officer', 'district_leader') AS district
        FROM "NoticeWish" w JOIN "User" u ON u.id = w."userId"
        WHERE ${minute} BETWEEN w."digestAt" AND w."digestAt" + ${LATEST_AFTER}::int
          AND ('digest' = ANY (w.email) AND w."emailAddress" IS NOT NULL
            OR 'digest' = ANY (w.push) AND EXISTS (
              SELECT 1 FROM "PushSubscription" s WHERE s."userId" = w."userId")
            OR 'digest' = ANY (w.webhook) AND w.phone IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n.cause = ${`digest:${day}`}
                          AND n."userId" = w."userId")
      ), unit AS (
        SELECT DISTINCT "unitId" AS id FROM reader
      ), watch AS (${watch(day)}
      ), due AS (${due(day)}
      ), whole AS (${wholeDistrict(day)}
      )
      INSERT INTO "Notice" ("unitId", "userId", kind, title, body, "subjectType", "subjectId",
                            cause, at)
      SELECT reader."unitId", reader."userId", ${KIND}, ${`Hôm nay ${formatDay(at)}`},
        concat_ws(E'\n', 'Trực hôm nay:' || E'\n' || watch.text,
                  'Việc đến hạn, quá hạn:' || E'\n' || due.text,
                  CASE WHEN reader.district THEN whole.text END),
        'home', reader."unitId", ${`digest:${day}`}, ${at}::timestamptz
      FROM reader
      LEFT JOIN watch ON watch.unit = reader."unitId"
      LEFT JOIN due ON due.unit = reader."unitId"
      CROSS JOIN whole
      WHERE watch.text IS NOT NULL OR due.text IS NOT NULL
        OR reader.district AND whole.text IS NOT NULL
      ON CONFLICT DO NOTHING`;
  });
}

const dayStart = (day: string) =>
  Prisma.sql`(${day}::date::timestamp AT TIME ZONE ${DISTRICT_ZONE}::text)`;
const dayEnd = (day: string) =>
  Prisma.sql`((${day}::date + 1)::timestamp AT TIME ZONE ${DISTRICT_ZONE}::text)`;
const clock = (instant: Prisma.Sql) =>
  Prisma.sql`to_char(${instant} AT TIME ZONE ${DISTRICT_ZONE}::text, 'HH24:MI')`;

/** `07:00–19:00 Nguyễn Văn An, 0912…`, in order of time. */
const watch = (day: string) => Prisma.sql`
  SELECT line.unit, string_agg(line.text, E'\n' ORDER BY line.n) AS text
  FROM (
    SELECT s."unitId" AS unit, row_number() OVER (PARTITION BY s."unitId"
             ORDER BY s."startsAt", s.post DESC, s.id) AS n,
      '- ' || ${clock(Prisma.sql`s."startsAt"`)} || '–' || ${clock(Prisma.sql`s."endsAt"`)} || ' '
        || p.name || CASE WHEN s.post = 'leader' THEN ' (lãnh đạo trực)' ELSE '' END
        || CASE WHEN p.phone = '' THEN '' ELSE ', ' || p.phone END AS text
    FROM "Shift" s JOIN unit ON unit.id = s."unitId" JOIN "DutyPerson" p ON p.id = s."personId"
    WHERE s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
      AND s."startsAt" < ${dayEnd(day)} AND s."endsAt" > ${dayStart(day)}
  ) AS line WHERE line.n <= ${MOST_LINES} GROUP BY line.unit`;

const due = (day: string) => Prisma.sql`
  SELECT line.unit, string_agg(line.text, E'\n' ORDER BY line.n)
    || CASE WHEN max(line.n) < max(line.total)
         THEN E'\n- và ' || max(line.total) - max(line.n) || ' việc khác' ELSE '' END AS text
  FROM (
    SELECT a."unitId" AS unit,
      row_number() OVER (PARTITION BY a."unitId" ORDER BY a."dueAt", a.id) AS n,
      count(*) OVER (PARTITION BY a."unitId") AS total,
      '- ' || CASE WHEN a."dueAt" < ${dayStart(day)}
          THEN 'quá hạn từ ' || to_char(a."dueAt" AT TIME ZONE ${DISTRICT_ZONE}::text, 'DD/MM')
          ELSE 'trước ' || ${clock(Prisma.sql`a."dueAt"`)} END
        || ': ' || left(o.text, 100) || CASE WHEN length(o.text) > 100 THEN '…' ELSE '' END AS text
    FROM "Assignment" a JOIN unit ON unit.id = a."unitId"
      JOIN "Directive" d ON d.id = a."directiveId" JOIN "Obligation" o ON o.id = a."obligationId"
    WHERE ${inForce} AND ${reportOwed} AND a."dueAt" < ${dayEnd(day)}
  ) AS line WHERE line.n <= ${MOST_LINES} GROUP BY line.unit`;

/** What the district's desk is owed by all units today. */
const wholeDistrict = (day: string) => Prisma.sql`
  SELECT CASE WHEN count(*) > 0 THEN 'Toàn huyện: ' || count(*) || ' việc của '
    || count(DISTINCT a."unitId") || ' đơn vị đến hạn hôm nay hoặc đã quá hạn.' END AS text
  FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
  WHERE ${inForce} AND ${reportOwed} AND a."dueAt" < ${dayEnd(day)}`;
