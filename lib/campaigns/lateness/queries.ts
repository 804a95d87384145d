import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import type { LateKind, LatenessFilter } from "./schema";

const PER_PAGE = 50;

export type LateRow = {
  kind: LateKind;
  subjectId: string;
  unit: string;
  text: string;
  dueAt: Date;
  doneAt: Date | null;
  /** What the unit itself said when it asked for more time. */
  said: string | null;
  reason: string | null;
  version: number;
  writtenBy: string | null;
};

/** What came late in a campaign or not at all, computed, the latest first, with why. */
export async function listLate(actor: Actor, campaignId: string, filter: LatenessFilter) {
  if (!seesAll(actor)) return null;
  const rows = await db.$queryRaw<LateRow[]>`
    SELECT l.kind, l."subjectId", u.name AS unit, l.text, l."dueAt", l."doneAt",
      (SELECT e.reason FROM "ExtensionRequest" e WHERE l.kind = 'assignment' AND e."assignmentId" = l."subjectId"
       ORDER BY e.at DESC, e.id DESC LIMIT 1) AS said,
      r.text AS reason, coalesce(r.version, 0) AS version, r."writtenBy"
    FROM (${late(campaignId)}) l JOIN "Unit" u ON u.id = l."unitId"
    LEFT JOIN "LateReason" r ON r."campaignId" = ${campaignId}::uuid AND r.kind = l.kind
      AND r."subjectId" = l."subjectId"
    WHERE ${filter.kind ? Prisma.sql`l.kind = ${filter.kind}` : Prisma.sql`TRUE`}
    ORDER BY coalesce(l."doneAt", ${now()}::timestamptz) - l."dueAt" DESC, l."subjectId"
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

export type LateSummary = {
  kind: LateKind;
  late: number;
  never: number;
  units: number;
  reasoned: number;
};

/** How much of each kind, and how much of it has its reason. */
export async function summariseLate(actor: Actor, campaignId: string) {
  if (!seesAll(actor)) return [];
  return db.$queryRaw<LateSummary[]>`
    SELECT l.kind, count(*)::int AS late, count(*) FILTER (WHERE l."doneAt" IS NULL)::int AS never,
      count(DISTINCT l."unitId")::int AS units, count(r."subjectId")::int AS reasoned
    FROM (${late(campaignId)}) l
    LEFT JOIN "LateReason" r ON r."campaignId" = ${campaignId}::uuid AND r.kind = l.kind
      AND r."subjectId" = l."subjectId"
    GROUP BY l.kind ORDER BY l.kind`;
}

/** The reasons that were given, for whoever plans the next one. */
export async function listReasons(actor: Actor, campaignId: string) {
  if (!seesAll(actor)) return [];
  return db.$queryRaw<{ kind: LateKind; text: string; times: number }[]>`
    SELECT kind, text, count(*)::int AS times FROM "LateReason"
    WHERE "campaignId" = ${campaignId}::uuid
    GROUP BY kind, text ORDER BY times DESC, text LIMIT 30`;
}

const late = (campaignId: string) => Prisma.sql`
  SELECT 'assignment' AS kind, a.id AS "subjectId", a."unitId", o.text, a."dueAt", a."reportedAt" AS "doneAt"
  FROM "LiveAssignment" a JOIN "Directive" d ON d.id = a."directiveId"
    JOIN "Obligation" o ON o.id = a."obligationId"
  WHERE d."campaignId" = ${campaignId}::uuid AND d.state IN ('issued', 'closed')
    AND a."dueAt" < coalesce(a."reportedAt", ${now()}::timestamptz)
  UNION ALL
  SELECT 'quick_report', q.id, q."unitId",
    'Báo cáo nhanh ' || to_char(q."dueAt" AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY'),
    q."dueAt", q."filedAt"
  FROM "QuickReport" q
  WHERE q."campaignId" = ${campaignId}::uuid AND q."dueAt" < coalesce(q."filedAt", ${now()}::timestamptz)
  UNION ALL
  SELECT DISTINCT ON (s.id) 'shift', s.id, s."unitId", 'Ca trực của ' || p.name, s."startsAt", s."checkedInAt"
  FROM "DutyAlert" w JOIN "Shift" s ON s.id = w."shiftId" JOIN "DutyPerson" p ON p.id = s."personId"
    JOIN "Roster" ro ON ro.id = s."rosterId"
  WHERE ro."campaignId" = ${campaignId}::uuid AND w.kind = 'missed_check_in'`;
