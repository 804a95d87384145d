import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { assignmentState, timeliness } from "@/lib/directives/assignments/rules";
import { now } from "@/lib/time";

const LIMIT = 60;

type TaskRow = {
  kind: "acknowledge" | "recall" | "report";
  directiveId: string;
  assignmentId: string | null;
  number: number | null;
  symbol: string;
  subject: string;
  text: string | null;
  heading: string | null;
  dueAt: Date | null;
  since: Date;
  startedAt: Date | null;
  sentBackAt: Date | null;
  sentBackReason: string | null;
  assignee: string | null;
  mine: boolean;
  role: "lead" | "cooperating" | null;
  lateAt: Date | null;
  periodic: boolean;
};

/** What the actor's unit must do now, in order of due time; what has no deadline comes last. */
export async function listUnitTasks(actor: Actor) {
  if (!isUnitMember(actor)) return [];
  const at = now();
  const rows = await db.$queryRaw<TaskRow[]>`
    SELECT 'acknowledge' AS kind, d.id AS "directiveId", NULL::uuid AS "assignmentId", d.number,
           d.symbol, d.subject, NULL AS text, NULL AS heading, NULL::timestamptz AS "dueAt",
           r."deliveredAt" AS since, NULL::timestamptz AS "startedAt",
           NULL::timestamptz AS "sentBackAt", NULL AS "sentBackReason", NULL AS assignee, false AS mine,
           NULL AS role, NULL::timestamptz AS "lateAt", false AS periodic, 1 AS rank
    FROM "LiveReceipt" r JOIN "Directive" d ON d.id = r."directiveId"
    WHERE r."unitId" = ${actor.unitId}::uuid AND r."acknowledgedAt" IS NULL
      AND r."returnedAt" IS NULL AND d.state = 'issued'
    UNION ALL
    SELECT 'recall', d.id, NULL, d.number, d.symbol, d.subject, NULL, NULL, NULL, d."recalledAt",
           NULL, NULL, NULL, NULL, false, NULL, NULL, false, 2
    FROM "DirectiveReceipt" r JOIN "Directive" d ON d.id = r."directiveId"
    WHERE r."unitId" = ${actor.unitId}::uuid AND d.state = 'recalled'
      AND r."recallAgreedAt" IS NULL AND r."recallRefusedAt" IS NULL
    UNION ALL
    SELECT 'report', d.id, a.id, d.number, d.symbol, d.subject, o.text, s.heading, a."dueAt",
           d."issuedAt", a."startedAt", a."sentBackAt", a."sentBackReason", p."fullName",
           coalesce(a."assigneeId" = ${actor.userId}::uuid, false), a.role::text, a."lateAt",
           EXISTS (SELECT 1 FROM "PeriodicReport" WHERE "assignmentId" = a.id), 3
    FROM "LiveAssignment" a
    JOIN "Directive" d ON d.id = a."directiveId"
    JOIN "Obligation" o ON o.id = a."obligationId"
    JOIN "DirectiveSection" s ON s.id = o."sectionId"
    LEFT JOIN "User" p ON p.id = a."assigneeId"
    WHERE a."unitId" = ${actor.unitId}::uuid AND a."acceptedAt" IS NULL AND a."reportedAt" IS NULL
      AND d.state = 'issued'
      AND NOT EXISTS (SELECT 1 FROM "LiveReceipt" r WHERE r."directiveId" = d.id
                      AND r."unitId" = a."unitId" AND r."returnedAt" IS NOT NULL)
    ORDER BY rank, "dueAt" NULLS LAST, since, "assignmentId"
    LIMIT ${LIMIT}`;
  return rows.map((row) => ({
    ...row,
    state: assignmentState({ ...row, reportedAt: null, acceptedAt: null, nilReport: false }),
    timeliness: timeliness({ ...row, reportedAt: null, acceptedAt: null, nilReport: false }, at),
  }));
}

export type UnitTask = Awaited<ReturnType<typeof listUnitTasks>>[number];

/** The unit's own figures over the directives in force. */
export async function summariseUnit(actor: Actor) {
  const [totals] = await db.$queryRaw<UnitTotals[]>`
    SELECT count(*)::int AS total,
      count(*) FILTER (WHERE a."acceptedAt" IS NOT NULL)::int AS accepted,
      count(*) FILTER (WHERE a."acceptedAt" IS NULL AND a."reportedAt" IS NOT NULL)::int AS waiting,
      count(*) FILTER (WHERE a."reportedAt" IS NULL AND a."dueAt" < ${now()})::int AS overdue
    FROM "LiveAssignment" a JOIN "Directive" d ON d.id = a."directiveId" AND d.state = 'issued'
    WHERE a."unitId" = ${actor.unitId}::uuid`;
  return totals ?? { total: 0, accepted: 0, waiting: 0, overdue: 0 };
}

type UnitTotals = { total: number; accepted: number; waiting: number; overdue: number };
