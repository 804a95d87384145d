import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { noticeRows } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { defaultPolicy } from "../schema";
import { TOP_STEP } from "./schema";

/**
 * Every minute: raises what is missing and lets it climb, person, deputy, lead, district, each once.
 * Set-based; two at once raise and climb each alert once, since both claim its row.
 */
export async function escalateDuty(actor: Actor) {
  return inTransaction(async (tx) => {
    const raised =
      (await raise(tx, missedCheckIns())) +
      (await raise(tx, unsignedHandovers())) +
      (await raise(tx, missedMidChecks()));
    await stopAtTheEnd(tx);
    let climbed = 0;
    // A step where nobody has an account is passed over at once.
    for (let pass = 0; pass < TOP_STEP; pass++) {
      const due = await climb(tx);
      if (due.length === 0) break;
      climbed += due.length;
      await tellReceivers(tx, due);
    }
    const first = climbed > 0 ? await newestAlert(tx) : null;
    if (first) {
      await recordAudit(tx, actor, {
        action: raised > 0 ? "duty-alert.raise" : "duty-alert.climb",
        subject: { type: "duty-alert", id: first },
        details: { alerts: Math.max(raised, climbed) },
      });
    }
    return { raised, climbed };
  });
}

/** Not older than this: what an import brings in afterwards is history, not an alarm. */
const HORIZON = Prisma.sql`interval '2 days'`;

/** A campaign's own number of minutes, or the default. */
const minutesOf = (column: string, otherwise: number) =>
  Prisma.sql`make_interval(mins => coalesce(p.${Prisma.raw(`"${column}"`)}, ${otherwise}::int))`;

const requiredPosts = Prisma.sql`coalesce(p."requiredPosts", ${defaultPolicy.requiredPosts}::"DutyPost"[])`;

const published = Prisma.sql`
  FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
  LEFT JOIN "DutyPolicy" p ON p."campaignId" = r."campaignId"
  WHERE s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL AND s.post = ANY (${requiredPosts})`;

/** A shift put in late is given its minutes from then on. */
function missedCheckIns() {
  const deadline = Prisma.sql`
    greatest(s."startsAt", s."publishedAt")
    + ${minutesOf("missedCheckInMinutes", defaultPolicy.missedCheckInMinutes)}`;
  return Prisma.sql`
    SELECT s.id, s."unitId", 'missed_check_in' AS kind ${published}
      AND s."checkedInAt" IS NULL AND s."startsAt" > ${now()}::timestamptz - ${HORIZON}
      AND s."startsAt" <= ${now()}::timestamptz AND ${deadline} <= ${now()}::timestamptz
      AND ${deadline} < s."endsAt"`;
}

/** Only where somebody follows: who closes a campaign hands over to nobody. */
function unsignedHandovers() {
  return Prisma.sql`
    SELECT s.id, s."unitId", 'unsigned_handover' AS kind ${published}
      AND s."checkedInAt" IS NOT NULL AND s."handedOverAt" IS NULL
      AND s."endsAt" > ${now()}::timestamptz - ${HORIZON}
      AND s."endsAt" + ${minutesOf("unsignedHandoverMinutes", defaultPolicy.unsignedHandoverMinutes)}
          <= ${now()}::timestamptz
      AND EXISTS (
        SELECT 1 FROM "Shift" n
        WHERE n."unitId" = s."unitId" AND n.post = s.post AND n."toEdition" IS NULL
          AND n."publishedAt" IS NOT NULL AND n.id <> s.id
          AND n."startsAt" BETWEEN s."endsAt" - interval '2 hours' AND s."endsAt" + interval '12 hours')`;
}

function missedMidChecks() {
  const middle = Prisma.sql`s."startsAt" + (s."endsAt" - s."startsAt") / 2`;
  return Prisma.sql`
    SELECT s.id, s."unitId", 'missed_mid_check' AS kind ${published}
      AND p."midShiftCheck" AND s."checkedInAt" < ${middle} AND s."endsAt" > ${now()}::timestamptz
      AND s."startsAt" > ${now()}::timestamptz - ${HORIZON}
      AND ${middle} + ${minutesOf("missedCheckInMinutes", defaultPolicy.missedCheckInMinutes)}
          <= ${now()}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM "CheckIn" c
                      WHERE c."shiftId" = s.id AND c.kind = 'mid' AND c.at >= ${middle} - interval '1 hour')`;
}

const raise = (tx: Transaction, missing: Prisma.Sql) => tx.$executeRaw`
  INSERT INTO "DutyAlert" ("shiftId", "unitId", kind, "raisedAt", "nextStepAt")
  SELECT missing.id, missing."unitId", missing.kind::"DutyAlertKind", ${now()}::timestamptz,
         ${now()}::timestamptz
  FROM (${missing}) AS missing
  ON CONFLICT ("shiftId", kind) DO NOTHING`;

/** Once a shift nobody took is over, there is nothing left to call people for. */
const stopAtTheEnd = (tx: Transaction) => tx.$executeRaw`
  UPDATE "DutyAlert" a SET "nextStepAt" = NULL
  FROM "Shift" s
  WHERE s.id = a."shiftId" AND a."resolvedAt" IS NULL AND a."nextStepAt" IS NOT NULL
    AND a.kind <> 'unsigned_handover' AND s."endsAt" <= ${now()}::timestamptz`;

async function climb(tx: Transaction) {
  const step = minutesOf("escalationStepMinutes", defaultPolicy.escalationStepMinutes);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "DutyAlert" a
    SET step = a.step + 1,
        "nextStepAt" = CASE WHEN a.step + 1 < ${TOP_STEP} THEN ${now()}::timestamptz + ${step} END
    FROM "Shift" s JOIN "Roster" r ON r.id = s."rosterId"
      LEFT JOIN "DutyPolicy" p ON p."campaignId" = r."campaignId"
    WHERE s.id = a."shiftId" AND a."resolvedAt" IS NULL AND a."nextStepAt" <= ${now()}::timestamptz
      AND a.step < ${TOP_STEP}
    RETURNING a.id`;
  return rows.map(({ id }) => id);
}

/** Tells whoever stands on the step that each alert has reached; one without anybody climbs on. */
async function tellReceivers(tx: Transaction, ids: string[]) {
  await noticeRows(
    tx,
    Prisma.sql`
      SELECT u."unitId" AS unit, u.id AS person, 'duty.' || a.kind AS kind,
             ${title} AS title,
             CASE WHEN p.phone = '' THEN '' ELSE 'Điện thoại ' || p.phone END AS body,
             'shift' AS "subjectType", s.id AS "subjectId", 'duty:' || a.id || ':' || a.step AS cause
      FROM (${receivers(ids)}) AS receiver
      JOIN "DutyAlert" a ON a.id = receiver.alert
      JOIN "Shift" s ON s.id = a."shiftId"
      JOIN "DutyPerson" p ON p.id = s."personId"
      JOIN "Unit" o ON o.id = s."unitId"
      JOIN "User" u ON u.id = receiver.person AND u."disabledAt" IS NULL`,
  );
  await tx.$executeRaw`
    UPDATE "DutyAlert" a SET "nextStepAt" = ${now()}::timestamptz
    WHERE a.id = ANY (${ids}::uuid[]) AND a.step < ${TOP_STEP}
      AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n.cause = 'duty:' || a.id || ':' || a.step)`;
}

const title = Prisma.sql`
  CASE a.kind WHEN 'missed_check_in' THEN 'Chưa nhận ca: '
              WHEN 'unsigned_handover' THEN 'Chưa ký bàn giao: '
              ELSE 'Chưa điểm danh giữa ca: ' END
  || p.name || ', ' || o."shortName" || ', ca '
  || to_char(s."startsAt" AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM')`;

const receivers = (ids: string[]) => Prisma.sql`
  WITH due AS (
    SELECT a.id, a.step, a.kind, s."unitId", s."personId", s.id AS "shiftId"
    FROM "DutyAlert" a JOIN "Shift" s ON s.id = a."shiftId" WHERE a.id = ANY (${ids}::uuid[])
  ), district AS (${districtDutyOfficers()})
  SELECT due.id AS alert, p."userId" AS person
  FROM due JOIN "DutyPerson" p ON p.id = due."personId"
  WHERE due.step = 1 AND p."userId" IS NOT NULL
  UNION
  SELECT due.id, p."userId"
  FROM due JOIN "Handover" h ON h."shiftId" = due."shiftId"
    JOIN "Shift" n ON n.id = h."nextShiftId" JOIN "DutyPerson" p ON p.id = n."personId"
  WHERE due.step = 1 AND due.kind = 'unsigned_handover' AND p."userId" IS NOT NULL
  UNION
  SELECT due.id, p."userId"
  FROM due JOIN "Shift" l ON l."unitId" = due."unitId" AND l.post = 'leader'
    AND l."toEdition" IS NULL AND l."publishedAt" IS NOT NULL
    AND l."startsAt" <= ${now()}::timestamptz AND l."endsAt" > ${now()}::timestamptz
    JOIN "DutyPerson" p ON p.id = l."personId"
  WHERE due.step = 2 AND p."userId" IS NOT NULL AND p.id <> due."personId"
  UNION
  SELECT due.id, u.id FROM due JOIN "User" u ON u."unitId" = due."unitId"
  WHERE due.step = 3 AND u.role IN ('unit_lead', 'telco_liaison')
  UNION
  SELECT due.id, district.person FROM due CROSS JOIN district WHERE due.step = 4`;

/** Whoever keeps watch for the committee now; without a roster of its own, every officer. */
const districtDutyOfficers = () => Prisma.sql`
  SELECT u.id AS person FROM "User" u
  WHERE u.role IN ('district_officer', 'district_leader') AND u."disabledAt" IS NULL
    AND (EXISTS (SELECT 1 FROM "DutyPerson" p JOIN "Shift" s ON s."personId" = p.id
                 WHERE p."userId" = u.id AND s."toEdition" IS NULL AND s."publishedAt" IS NOT NULL
                   AND s."startsAt" <= ${now()}::timestamptz AND s."endsAt" > ${now()}::timestamptz)
      OR u.role = 'district_officer' AND NOT EXISTS (
        SELECT 1 FROM "Shift" s JOIN "DutyPerson" p ON p.id = s."personId"
          JOIN "User" d ON d.id = p."userId"
        WHERE d.role IN ('district_officer', 'district_leader') AND s."toEdition" IS NULL
          AND s."publishedAt" IS NOT NULL AND s."startsAt" <= ${now()}::timestamptz AND s."endsAt" > ${now()}::timestamptz))`;

async function newestAlert(tx: Transaction) {
  const alert = await tx.dutyAlert.findFirst({
    select: { id: true },
    orderBy: { raisedAt: "desc" },
  });
  return alert?.id ?? null;
}
