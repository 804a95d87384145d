import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { noticeRows } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { gateCampaigns, openAtTheGate } from "../gate/queries";
import { reopenHandlings } from "../reopening/commands";

/** Every minute: risks that ran out come back, who is late is told, and so are all at the gate. */
export async function watchAdvisories(actor: Actor) {
  const returned = await inTransaction((tx) => expireRisks(tx, actor));
  const late = await inTransaction(tellOfLate);
  const gate = await inTransaction((tx) => tellAtTheGate(tx, actor));
  return { returned, late, gate };
}

const RAN_OUT = "Hết hạn chấp nhận rủi ro.";

async function expireRisks(tx: Transaction, actor: Actor) {
  const at = now();
  const due = await tx.$queryRaw<{ advisoryId: string; unitId: string }[]>`
    SELECT "advisoryId", "unitId" FROM "LiveHandling"
    WHERE state = 'accepted' AND "acceptUntil" <= ${at}::timestamptz
    ORDER BY "advisoryId", "unitId" LIMIT 2000 FOR UPDATE SKIP LOCKED`;
  if (due.length === 0) return 0;
  const pairs = Prisma.sql`(h."advisoryId", h."unitId") IN (SELECT * FROM unnest(
    ${due.map(({ advisoryId }) => advisoryId)}::uuid[], ${due.map(({ unitId }) => unitId)}::uuid[]))`;
  await reopenHandlings(tx, actor, {
    which: pairs,
    state: "handling",
    dueAt: null,
    reason: RAN_OUT,
  });
  await noticeRows(
    tx,
    Prisma.sql`
      SELECT told.unit, NULL::uuid AS person, 'advisory.risk-expired' AS kind,
        'Hết hạn chấp nhận rủi ro: ' || told.name || a.subject AS title,
        'Cảnh báo trở lại chờ xử lý.' AS body, 'advisory' AS "subjectType", a.id AS "subjectId",
        'advisory-risk:' || a.id || ':' || h."unitId" || ':' || h.version AS cause
      FROM "LiveHandling" h JOIN "Advisory" a ON a.id = h."advisoryId"
      JOIN "Unit" u ON u.id = h."unitId"
      CROSS JOIN LATERAL (
        SELECT h."unitId" AS unit, '' AS name
        UNION SELECT d.id, u."shortName" || ', ' FROM (${districtDesks}) d) AS told
      WHERE ${pairs}`,
  );
  await recordAudit(tx, actor, {
    action: "advisory.expire-risks",
    subject: { type: "system", id: actor.unitId },
    details: { units: due.length },
  });
  return due.length;
}

/** Where the district's officers sit. */
const districtDesks = Prisma.sql`
  SELECT DISTINCT "unitId" AS id FROM "User"
  WHERE role IN ('district_officer', 'district_leader') AND "disabledAt" IS NULL`;

/** Once for each deadline; what ran out long before this was looked at is not told any more. */
function tellOfLate(tx: Transaction) {
  const at = now();
  return noticeRows(
    tx,
    Prisma.sql`
      SELECT h."unitId" AS unit, NULL::uuid AS person, 'advisory.overdue' AS kind,
        'Quá hạn xử lý cảnh báo: ' || a.subject AS title,
        '' AS body, 'advisory' AS "subjectType", a.id AS "subjectId",
        'advisory-late:' || a.id || ':' || extract(epoch FROM h."dueAt")::bigint AS cause
      FROM "LiveHandling" h JOIN "Advisory" a ON a.id = h."advisoryId"
      WHERE h."closedAt" IS NULL AND h."dueAt" < ${at}::timestamptz
        AND h."dueAt" > ${at}::timestamptz - interval '2 days'
        AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n."unitId" = h."unitId" AND n.cause =
          'advisory-late:' || a.id || ':' || extract(epoch FROM h."dueAt")::bigint)`,
  );
}

/** Three days before the campaign: each unit is told once what it has open without a name. */
function tellAtTheGate(tx: Transaction, actor: Actor) {
  return noticeRows(
    tx,
    Prisma.sql`
      SELECT g."unitId" AS unit, NULL::uuid AS person, 'advisory.gate' AS kind,
        'Trước ' || c.name || ': ' || count(*) || ' lỗ hổng đang bị khai thác chưa có người chịu trách nhiệm' AS title,
        'Xử lý xong, cử người có tên, hoặc lãnh đạo chấp nhận rủi ro.' AS body,
        'advisory-gate' AS "subjectType", c.id AS "subjectId",
        'advisory-gate:' || c.id AS cause
      FROM (${openAtTheGate(actor)}) g CROSS JOIN (${gateCampaigns()}) c
      WHERE NOT g.answered
        AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n."unitId" = g."unitId"
                        AND n.cause = 'advisory-gate:' || c.id)
      GROUP BY g."unitId", c.id, c.name`,
  );
}
