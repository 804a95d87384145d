import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import type { NoticeKind } from "../../labels";
import { noticeRows } from "../../record";
import { canClimb } from "../policy";

/**
 * Every minute: what nobody has acknowledged is told again and further up, for each addressee apart;
 * what someone has, stops. Set-based; two at once raise each round once, since both claim its row.
 */
export async function climbEscalations(actor: Actor) {
  refuseUnless(canClimb(actor), "Chỉ hệ thống tự báo lên cấp trên.");
  return inTransaction(async (tx) => {
    const at = now();
    await begin(tx, at);
    await stop(tx, at);
    const rounds = await claimRounds(tx, at);
    if (rounds.length === 0) return 0;
    await putEarlierAway(tx, rounds, at);
    const told = await noticeRows(tx, noticesOf(rounds, at));
    await recordAudit(tx, actor, {
      action: "escalation.climb",
      subject: { type: "system", id: actor.userId },
      details: { rounds: rounds.length, notices: told },
    });
    return told;
  });
}

/** A notice older than this is no alarm any more. */
const HORIZON = Prisma.sql`interval '24 hours'`;

const begin = (tx: Transaction, at: Date) => tx.$executeRaw`
  INSERT INTO "Escalation" ("noticeId", "ladderId", "startedAt")
  SELECT n.id, l.id, n.at
  FROM "EscalationLadder" l JOIN "Notice" n ON n.kind = ANY (l.kinds)
  WHERE l.active AND n."seenAt" IS NULL AND n.at > ${at}::timestamptz - ${HORIZON}
  ON CONFLICT DO NOTHING`;

/** Acknowledged, withdrawn, or older than an alarm gets; what was raised for it goes away with it. */
async function stop(tx: Transaction, at: Date) {
  await tx.$executeRaw`
    WITH ended AS (
      UPDATE "Escalation" e SET "endedAt" = ${at}::timestamptz
      FROM "Notice" n
      WHERE n.id = e."noticeId" AND e."endedAt" IS NULL
        AND (n."seenAt" IS NOT NULL OR e."startedAt" <= ${at}::timestamptz - ${HORIZON})
      RETURNING e.id
    ), round AS (
      SELECT 'escalation:' || r.id AS cause
      FROM "EscalationRound" r JOIN ended ON ended.id = r."escalationId"
    )
    UPDATE "Notice" n SET "seenAt" = ${at}::timestamptz
    FROM round WHERE n.cause = round.cause AND n."seenAt" IS NULL`;
}

/** `dueRound` of lib/notifications/escalation/rules.ts, for all that climb at once. */
async function claimRounds(tx: Transaction, at: Date) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH due AS (
      SELECT e.id AS escalation, s.id AS step,
        least(s."repeatTimes", floor(
          (extract(epoch FROM ${at}::timestamptz - e."startedAt") / 60 - s."afterMinutes")
          / s."repeatMinutes")::int) AS round
      FROM "Escalation" e
      JOIN "EscalationLadder" l ON l.id = e."ladderId" AND l.active
      JOIN "EscalationStep" s ON s."ladderId" = l.id AND s.active
      WHERE e."endedAt" IS NULL
        AND e."startedAt" + s."afterMinutes" * interval '1 minute' <= ${at}::timestamptz
    )
    INSERT INTO "EscalationRound" ("escalationId", "stepId", round, at)
    SELECT due.escalation, due.step, due.round, ${at}::timestamptz FROM due
    WHERE NOT EXISTS (
      SELECT 1 FROM "EscalationRound" r
      WHERE r."escalationId" = due.escalation AND r."stepId" = due.step AND r.round >= due.round)
    LIMIT 2000
    ON CONFLICT DO NOTHING
    RETURNING id`;
  return rows.map(({ id }) => id);
}

/** A step told again leaves one notice on a page, the newest; nobody has acknowledged by that. */
const putEarlierAway = (tx: Transaction, rounds: string[], at: Date) => tx.$executeRaw`
  UPDATE "Notice" n SET "seenAt" = ${at}::timestamptz
  FROM "EscalationRound" r
    JOIN "EscalationRound" before ON before."escalationId" = r."escalationId"
      AND before."stepId" = r."stepId" AND before.round < r.round
  WHERE r.id = ANY (${rounds}::uuid[]) AND n.cause = 'escalation:' || before.id
    AND n."seenAt" IS NULL`;

const AGAIN: NoticeKind = "escalation.again";
const RAISED: NoticeKind = "escalation.raised";

/**
 * One notice per person and round. Whoever has put one of this escalation away by hand has
 * acknowledged it and is told no more; the addressee's own acknowledgement has ended it altogether.
 */
const noticesOf = (rounds: string[], at: Date) => Prisma.sql`
  SELECT DISTINCT ON (r.id, u.id) u."unitId" AS unit, u.id AS person,
    CASE WHEN receiver.addressee THEN ${AGAIN} ELSE ${RAISED} END AS kind,
    'Sau ' || (extract(epoch FROM ${at}::timestamptz - e."startedAt") / 60)::int
      || ' phút chưa ai xác nhận: ' || n.title AS title,
    o.name || coalesce(', điện thoại ' || o.phone, '') AS body,
    n."subjectType", n."subjectId", 'escalation:' || r.id AS cause
  FROM "EscalationRound" r
  JOIN "EscalationStep" s ON s.id = r."stepId"
  JOIN "Escalation" e ON e.id = r."escalationId"
  JOIN "Notice" n ON n.id = e."noticeId"
  JOIN "Unit" o ON o.id = n."unitId"
  CROSS JOIN LATERAL (${receivers(at)}) AS receiver
  JOIN "User" u ON u.id = receiver.person AND u."disabledAt" IS NULL
  WHERE r.id = ANY (${rounds}::uuid[]) AND NOT EXISTS (
    SELECT 1 FROM "EscalationRound" earlier JOIN "Notice" told
      ON told.cause = 'escalation:' || earlier.id AND told."userId" = u.id
    WHERE earlier."escalationId" = e.id AND told."seenById" IS NOT NULL)
  ORDER BY r.id, u.id, receiver.addressee DESC`;

const onDutyNow = (at: Date) => Prisma.sql`
  s2."toEdition" IS NULL AND s2."publishedAt" IS NOT NULL
  AND s2."startsAt" <= ${at}::timestamptz AND s2."endsAt" > ${at}::timestamptz`;

const districtOnDuty = (at: Date) => Prisma.sql`
  SELECT d.id FROM "User" d
    JOIN "DutyPerson" p ON p."userId" = d.id JOIN "Shift" s2 ON s2."personId" = p.id
  WHERE d.role IN ('district_officer', 'district_leader') AND d."disabledAt" IS NULL
    AND ${onDutyNow(at)}`;

/** Whom a step reaches; the district's watch falls back on every officer when it has no roster now. */
const receivers = (at: Date) => Prisma.sql`
  SELECT a.id AS person, TRUE AS addressee FROM "User" a
  WHERE 'addressee' = ANY (s.tell) AND CASE WHEN n."userId" IS NULL
    THEN a."unitId" = n."unitId" ELSE a.id = n."userId" END
  UNION ALL
  SELECT p."userId", FALSE FROM "Shift" s2 JOIN "DutyPerson" p ON p.id = s2."personId"
  WHERE 'unit_duty' = ANY (s.tell) AND s2."unitId" = n."unitId" AND ${onDutyNow(at)}
  UNION ALL
  SELECT l.id, FALSE FROM "User" l
  WHERE 'unit_lead' = ANY (s.tell) AND l."unitId" = n."unitId"
    AND l.role IN ('unit_lead', 'telco_liaison')
  UNION ALL
  SELECT watch.id, FALSE FROM (${districtOnDuty(at)}) AS watch WHERE 'district_duty' = ANY (s.tell)
  UNION ALL
  SELECT d.id, FALSE FROM "User" d
  WHERE d.role = 'district_officer' AND ('district_officer' = ANY (s.tell)
    OR 'district_duty' = ANY (s.tell) AND NOT EXISTS (${districtOnDuty(at)}))
  UNION ALL
  SELECT d.id, FALSE FROM "User" d
  WHERE d.role = 'district_leader' AND 'district_leader' = ANY (s.tell)`;
