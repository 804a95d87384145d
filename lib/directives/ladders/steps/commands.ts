import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import type { NoticeKind } from "@/lib/notifications/labels";
import { DISTRICT_ZONE, now } from "@/lib/time";
import { acknowledgementOwed, inForce, reportOwed } from "../../owing/queries";
import { canRaiseReminders } from "../policy";

/**
 * Raises for every unit what the rules of its directives say is due: one notice per unit, directive
 * and day of the deadline, thousands in one statement. What is already raised is claimed by its row in
 * `ReminderStep`, so that it may run twice at once, late, or again.
 */
export async function raiseReminders(actor: Actor) {
  refuseUnless(canRaiseReminders(actor), "Chỉ hệ thống tự nhắc theo bậc.");
  const raised: Raised[] = [];
  // A province at eight in the morning: several short transactions instead of one that times out.
  for (let full = true; full; ) {
    const batch = await raiseBatch(actor);
    raised.push(...batch);
    full = batch.reduce((sum, { steps }) => sum + steps, 0) >= BATCH;
  }
  await inTransaction((tx) => putAway(tx, now()));
  return raised;
}

/** How many steps are raised in one transaction. */
const BATCH = 2_000;

function raiseBatch(actor: Actor) {
  return inTransaction(async (tx) => {
    const raised = await raise(tx, now());
    // One entry per directive, so that its own trail tells of it.
    for (const { directiveId, units } of raised) {
      await recordAudit(tx, actor, {
        action: "directive.remind-by-rule",
        subject: { type: "directive", id: directiveId },
        details: { units },
      });
    }
    return raised;
  });
}

const dayOf = (instant: Prisma.Sql) =>
  Prisma.sql`(${instant} AT TIME ZONE ${DISTRICT_ZONE}::text)::date`;

/** Each directive in force with the ladder it runs. */
const running = Prisma.sql`
  SELECT d.id, d.number, d.symbol, d."issuedAt", d."issuerId", d."createdById",
         CASE WHEN c."directiveId" IS NULL THEN usual.id ELSE c."ladderId" END AS ladder
  FROM "Directive" d
  LEFT JOIN "DirectiveLadder" c ON c."directiveId" = d.id
  LEFT JOIN "ReminderLadder" usual ON usual."usedByDefault"
  WHERE ${inForce}`;

/** What each unit owes, gathered by the day of the deadline; and what it has not acknowledged. */
const owed = Prisma.sql`
  SELECT a."directiveId", a."unitId", 'report'::"ReminderSubject" AS subject,
         ${dayOf(Prisma.sql`a."dueAt"`)} AS day, min(a."dueAt") AS anchor,
         min(greatest(running."issuedAt", a."sentBackAt")) AS since, count(*)::int AS count,
         (array_agg(a."obligationId" ORDER BY a."dueAt", a."obligationId"))[1] AS first
  FROM "Assignment" a JOIN running ON running.id = a."directiveId"
  WHERE running.ladder IS NOT NULL AND a."dueAt" IS NOT NULL AND ${reportOwed}
  GROUP BY 1, 2, 4
  UNION ALL
  SELECT r."directiveId", r."unitId", 'acknowledgement', ${dayOf(Prisma.sql`r."deliveredAt"`)},
         r."deliveredAt", r."deliveredAt", 0, NULL
  FROM "DirectiveReceipt" r JOIN running ON running.id = r."directiveId"
  WHERE running.ladder IS NOT NULL AND ${acknowledgementOwed}`;

/** `stepAt` of lib/directives/ladders/rules.ts. */
const stepAt = Prisma.sql`
  SELECT CASE
    WHEN rule.subject = 'acknowledgement' THEN owed.anchor + rule."offset" * interval '1 hour'
    WHEN rule."offset" <= 0 THEN least(owed.anchor, morning.at)
    ELSE morning.at END AS at
  FROM (SELECT (owed.day + rule."offset" + rule."minuteOfDay" * interval '1 minute')
               AT TIME ZONE ${DISTRICT_ZONE}::text AS at) morning`;

/** `dueStep` of lib/directives/ladders/rules.ts, for all units at once. */
const due = (at: Date) => Prisma.sql`
  SELECT DISTINCT ON (owed."directiveId", owed."unitId", owed.subject, owed.day)
         owed.*, rule.id AS rule, rule.tell, rule.text, step.at
  FROM owed
  JOIN running ON running.id = owed."directiveId"
  JOIN "ReminderRule" rule ON rule."ladderId" = running.ladder AND rule.subject = owed.subject
    AND rule.active
  CROSS JOIN LATERAL (${stepAt}) step
  WHERE step.at <= ${at}::timestamptz AND step.at >= owed.since
  ORDER BY owed."directiveId", owed."unitId", owed.subject, owed.day, step.at DESC, rule.id`;

const claimed = (at: Date) => Prisma.sql`
  INSERT INTO "ReminderStep" ("directiveId", "unitId", "ruleId", subject, "dueDay", "stepAt",
                              "raisedAt", owed, "firstId", told, message)
  SELECT due."directiveId", due."unitId", due.rule, due.subject, due.day, due.at,
         ${at}::timestamptz, due.count, due.first, due.tell, due.text
  FROM due
  WHERE NOT EXISTS (
    SELECT 1 FROM "ReminderStep" later
    WHERE later."directiveId" = due."directiveId" AND later."unitId" = due."unitId"
      AND later.subject = due.subject AND later."dueDay" = due.day AND later."stepAt" >= due.at)
  LIMIT ${BATCH}
  ON CONFLICT DO NOTHING
  RETURNING *`;

/** Whom a step tells within the unit: `person` null is everyone who works there. */
const receivers = Prisma.sql`
  SELECT NULL::uuid AS person WHERE 'unit' = ANY (step.told)
  UNION
  SELECT u.id FROM "User" u
  WHERE u."unitId" = step."unitId" AND u."disabledAt" IS NULL AND (
    ('lead' = ANY (step.told) AND u.role IN ('unit_lead', 'telco_liaison'))
    OR ('assignee' = ANY (step.told) AND u.id IN (
      SELECT a."assigneeId" FROM "Assignment" a
      WHERE a."directiveId" = step."directiveId" AND a."unitId" = step."unitId" AND ${reportOwed}
      UNION ALL
      SELECT r."acknowledgedById" FROM "DirectiveReceipt" r
      WHERE r."directiveId" = step."directiveId" AND r."unitId" = step."unitId")))`;

const kinds = {
  due: "reminder.due",
  overdue: "reminder.overdue",
  unseen: "reminder.unseen",
} as const satisfies Record<string, NoticeKind>;
const DISTRICT_KIND: NoticeKind = "reminder.district";

/** `Số 05/UBND-VH`, as lib/directives/labels.ts writes it. */
const documentName = Prisma.sql`
  'Số ' || lpad(running.number::text, greatest(2, length(running.number::text)), '0')
        || '/' || running.symbol`;

const clock = (instant: Prisma.Sql) =>
  Prisma.sql`to_char(${instant} AT TIME ZONE ${DISTRICT_ZONE}::text, 'HH24:MI DD/MM/YYYY')`;

const unitNotices = (at: Date) => Prisma.sql`
  INSERT INTO "Notice" ("unitId", "userId", kind, title, body, "subjectType", "subjectId", cause, at)
  SELECT step."unitId", receiver.person,
    CASE WHEN step.subject = 'acknowledgement' THEN ${kinds.unseen}
         WHEN due.anchor < ${at}::timestamptz THEN ${kinds.overdue} ELSE ${kinds.due} END,
    ${documentName} || CASE
      WHEN step.subject = 'acknowledgement' THEN ': đơn vị chưa tiếp nhận'
      WHEN due.anchor < ${at}::timestamptz
        THEN ': ' || step.owed || ' việc quá hạn từ ' || ${clock(Prisma.sql`due.anchor`)}
      ELSE ': ' || step.owed || ' việc đến hạn ' || ${clock(Prisma.sql`due.anchor`)} END,
    step.message || CASE WHEN first.text IS NULL THEN ''
      ELSE E'\n' || CASE WHEN step.owed > 1 THEN 'Việc đầu tiên: ' ELSE 'Việc: ' END
        || left(first.text, 120) || CASE WHEN length(first.text) > 120 THEN '…' ELSE '' END END
      || CASE WHEN receiver.person IS NULL THEN '' ELSE E'\nGửi riêng đồng chí.' END,
    'directive', step."directiveId", 'ladder:' || step.id, ${at}::timestamptz
  FROM claimed step
  JOIN due ON due."directiveId" = step."directiveId" AND due."unitId" = step."unitId"
    AND due.subject = step.subject AND due.day = step."dueDay"
  JOIN running ON running.id = step."directiveId"
  LEFT JOIN "Obligation" first ON first.id = step."firstId"
  CROSS JOIN LATERAL (${receivers}) receiver
  ON CONFLICT DO NOTHING`;

/** One notice for all units of a directive; whoever drafted it runs it, else its issuer's officers. */
const districtNotices = (at: Date) => Prisma.sql`
  INSERT INTO "Notice" ("unitId", "userId", kind, title, body, "subjectType", "subjectId", cause, at)
  SELECT officer."unitId", officer.id, ${DISTRICT_KIND},
    ${documentName} || ': ' || silent.units || CASE WHEN silent.subject = 'acknowledgement'
      THEN ' đơn vị chưa tiếp nhận' ELSE ' đơn vị chưa báo cáo' END,
    silent.message, 'directive-calls', silent."directiveId",
    'ladder-district:' || silent."directiveId" || ':' || silent."ruleId" || ':' || silent."dueDay",
    ${at}::timestamptz
  FROM (
    SELECT "directiveId", rule AS "ruleId", subject, day AS "dueDay", text AS message,
           count(*) AS units
    FROM due WHERE 'district' = ANY (tell) AND EXISTS (
      SELECT 1 FROM claimed WHERE claimed."directiveId" = due."directiveId"
        AND claimed."ruleId" = due.rule AND claimed."dueDay" = due.day)
    GROUP BY 1, 2, 3, 4, 5
  ) silent
  JOIN running ON running.id = silent."directiveId"
  JOIN "User" officer ON officer."disabledAt" IS NULL AND (
    officer.id = running."createdById" OR (
      officer."unitId" = running."issuerId" AND officer.role = 'district_officer' AND NOT EXISTS (
        SELECT 1 FROM "User" author
        WHERE author.id = running."createdById" AND author."disabledAt" IS NULL)))
  ON CONFLICT DO NOTHING`;

type Raised = { directiveId: string; units: number; steps: number };

function raise(tx: Transaction, at: Date) {
  return tx.$queryRaw<Raised[]>`
    WITH running AS MATERIALIZED (${running}),
         owed AS MATERIALIZED (${owed}),
         due AS MATERIALIZED (${due(at)}),
         claimed AS (${claimed(at)}),
         told AS (${unitNotices(at)}),
         reported AS (${districtNotices(at)})
    SELECT "directiveId", count(DISTINCT "unitId")::int AS units,
           count(*)::int AS steps
    FROM claimed GROUP BY 1 ORDER BY 1`;
}

/** A reminder leaves the home page by itself once a later one told the same or nothing is owed any more. */
function putAway(tx: Transaction, at: Date) {
  return tx.$executeRaw`
    UPDATE "Notice" n SET "seenAt" = ${at}::timestamptz
    FROM "ReminderStep" s
    WHERE n."seenAt" IS NULL AND n.cause LIKE 'ladder:%' AND s.id = substr(n.cause, 8)::uuid
      AND (EXISTS (
        SELECT 1 FROM "ReminderStep" later JOIN "Notice" told ON told.cause = 'ladder:' || later.id
          AND told."unitId" = n."unitId" AND told."userId" IS NOT DISTINCT FROM n."userId"
        WHERE later."directiveId" = s."directiveId" AND later."unitId" = s."unitId"
          AND later.subject = s.subject AND later."dueDay" = s."dueDay" AND later."stepAt" > s."stepAt")
      OR NOT EXISTS (
        SELECT 1 FROM "Directive" d JOIN "Assignment" a ON a."directiveId" = d.id
        WHERE s.subject = 'report' AND d.id = s."directiveId" AND a."unitId" = s."unitId"
          AND ${inForce} AND ${reportOwed} AND ${dayOf(Prisma.sql`a."dueAt"`)} = s."dueDay"
        UNION ALL
        SELECT 1 FROM "Directive" d JOIN "DirectiveReceipt" r ON r."directiveId" = d.id
        WHERE s.subject = 'acknowledgement' AND d.id = s."directiveId" AND r."unitId" = s."unitId"
          AND ${inForce} AND ${acknowledgementOwed}))`;
}
