import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { DISTRICT_ZONE, now } from "@/lib/time";

/** A report is asked for a day ahead, so that nobody is missed by what they could not see. */
const AHEAD = Prisma.sql`interval '24 hours'`;

/** Every minute: asks for what comes, and tells of what did not come. */
export async function watchQuickReports(actor: Actor) {
  return inTransaction(async (tx) => {
    await askReports(tx);
    const missing = await tellMissing(tx);
    if (missing > 0) {
      await recordAudit(tx, actor, {
        action: "quick-report.raise-missing",
        subject: { type: "system", id: actor.userId },
        details: { units: missing },
      });
    }
    return { missing };
  });
}

/** One row for each unit, campaign and due time of the coming day, and none that is not wanted. */
export async function askReports(tx: Transaction) {
  await tx.$executeRaw`
    WITH wanted AS (${wanted()}), dropped AS (
      DELETE FROM "QuickReport" r
      WHERE r."filedAt" IS NULL AND r."alarmedAt" IS NULL
        AND r."dueAt" > ${now()}::timestamptz AND r."dueAt" <= ${now()}::timestamptz + ${AHEAD}
        AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w."unitId" = r."unitId"
                        AND w."campaignId" = r."campaignId" AND w."dueAt" = r."dueAt")
    )
    INSERT INTO "QuickReport" ("unitId", "campaignId", "dueAt")
    SELECT w."unitId", w."campaignId", w."dueAt" FROM wanted w
    WHERE NOT EXISTS (SELECT 1 FROM "QuickReport" r WHERE r."unitId" = w."unitId"
                      AND r."campaignId" = w."campaignId" AND r."dueAt" = w."dueAt")
    ON CONFLICT DO NOTHING`;
}

/**
 * Whoever keeps watch in an open campaign reports: its obligation is measured by the watch, or it
 * made a roster. The district's own desk is who reads.
 */
const wanted = () => Prisma.sql`
  SELECT w."unitId", due."campaignId", due."dueAt"
  FROM (
    SELECT c.id AS "campaignId", (day::date + time::time) AT TIME ZONE ${DISTRICT_ZONE} AS "dueAt",
           c."startsAt", c."endsAt"
    FROM "QuickReportPlan" p JOIN "Campaign" c ON c.id = p."campaignId",
      unnest(p.times) AS time,
      generate_series((${now()}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date,
                      (${now()}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date + 1,
                      interval '1 day') AS day
    WHERE c."openedAt" IS NOT NULL AND c."closedAt" IS NULL
  ) AS due
  JOIN LATERAL (
    SELECT a."unitId" FROM "Directive" d
      JOIN "LiveAssignment" a ON a."directiveId" = d.id JOIN "Obligation" o ON o.id = a."obligationId"
    WHERE d."campaignId" = due."campaignId" AND d.state = 'issued' AND 'watch' = ANY (o.measures)
    UNION
    SELECT r."unitId" FROM "Roster" r WHERE r."campaignId" = due."campaignId"
  ) AS w ON TRUE
  JOIN "Unit" u ON u.id = w."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
  WHERE due."dueAt" > ${now()}::timestamptz AND due."dueAt" <= ${now()}::timestamptz + ${AHEAD}
    AND due."dueAt" > due."startsAt" AND due."dueAt" <= due."endsAt"
    AND k.home IS DISTINCT FROM 'command'
    AND (u."validTo" IS NULL OR u."validTo" > (due."dueAt" AT TIME ZONE ${DISTRICT_ZONE})::date)`;

/** Claims each missing row once, so that two processes tell it once. */
async function tellMissing(tx: Transaction) {
  const when = (column: Prisma.Sql) =>
    Prisma.sql`to_char(${column} AT TIME ZONE ${DISTRICT_ZONE}, 'HH24:MI DD/MM/YYYY')`;
  const [told] = await tx.$queryRaw<{ units: number }[]>`
    WITH missed AS (
      UPDATE "QuickReport" r SET "alarmedAt" = ${now()}::timestamptz
      FROM "Campaign" c
      WHERE c.id = r."campaignId" AND r."filedAt" IS NULL AND r."alarmedAt" IS NULL
        AND r."dueAt" < ${now()}::timestamptz
      RETURNING r.id, r."unitId", r."campaignId", r."dueAt", c."createdById", c.name
    ), "toUnit" AS (
      INSERT INTO "Notice" ("unitId", kind, title, body, "subjectType", "subjectId", cause, at)
      SELECT m."unitId", 'quick-report.missing',
             'Chưa có báo cáo nhanh ' || ${when(Prisma.sql`m."dueAt"`)},
             'Gửi ngay; nếu không có gì, bấm “Không phát sinh”.',
             'quick-report', m.id, 'quick-missing:' || m.id, ${now()}::timestamptz
      FROM missed m ON CONFLICT DO NOTHING
    ), "toDistrict" AS (
      INSERT INTO "Notice" ("unitId", kind, title, body, "subjectType", "subjectId", cause, at)
      SELECT d."unitId", 'quick-report.missing',
             count(*) || ' đơn vị chưa có báo cáo nhanh ' || ${when(Prisma.sql`m."dueAt"`)},
             array_to_string((array_agg(u."shortName" ORDER BY u."shortName"))[1:30], ', ')
               || CASE WHEN count(*) > 30 THEN '…' ELSE '' END,
             'quick-report-campaign', m."campaignId",
             'quick-missing:' || m."campaignId" || ':' || extract(epoch FROM m."dueAt"),
             ${now()}::timestamptz
      FROM missed m JOIN "Unit" u ON u.id = m."unitId" JOIN "User" d ON d.id = m."createdById"
      GROUP BY m."campaignId", m."dueAt", d."unitId" ON CONFLICT DO NOTHING
    )
    SELECT count(*)::int AS units FROM missed`;
  return told?.units ?? 0;
}
