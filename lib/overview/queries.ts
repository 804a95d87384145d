import "server-only";

import { type Actor, type Home, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import { findLastActivity } from "@/lib/awareness/queries";
import { db } from "@/lib/db";
import { listOpenExtensions } from "@/lib/directives/extensions/queries";
import { inForce, reportOwed } from "@/lib/directives/owing/queries";
import { listOpenQuestions } from "@/lib/directives/questions/queries";
import { listReminders } from "@/lib/directives/reminders/queries";
import { listOpenReturns } from "@/lib/directives/returns/queries";
import { standing } from "@/lib/directives/standing/policy";

import { findWatch } from "@/lib/duty/shifts/queries";
import { listNews } from "@/lib/notifications/queries";

import { formatDay, formatWeekday, isoDay, now, parseLocal } from "@/lib/time";
import { summariseUnit } from "./tasks/queries";
import { findToday } from "./today/queries";

const TO_CALL = 10;

/** Everything on the home page of a unit; null when it is not this person's. */
export async function findUnitHome(actor: Actor, home: Home) {
  if (!isUnitMember(actor) || actor.home !== home) return null;
  const [todo, notices, reminders, totals, watch, lastActivity] = await Promise.all([
    findToday(actor),
    listNews(actor),
    listReminders(actor),
    summariseUnit(actor),
    findWatch(actor),
    findLastActivity(actor),
  ]);
  const today = `${formatWeekday(now())}, ${formatDay(now())}`;
  return { unitName: actor.unitName, today, todo, notices, reminders, totals, watch, lastActivity };
}

/** What the district must decide: drafts to sign or mend, results to judge, units that are late. */
export async function listDistrictDecisions(actor: Actor) {
  if (!seesAll(actor)) {
    return { drafts: [], results: [], resultCount: 0, returns: [], extensions: [], questions: [] };
  }
  const [returns, extensions, questions, drafts, results, resultCount] = await Promise.all([
    listOpenReturns(actor),
    listOpenExtensions(actor),
    listOpenQuestions(actor),
    isDistrict(actor)
      ? db.directive.findMany({
          where: {
            state: {
              in: actor.role === "district_leader" ? ["for_signature"] : ["draft", "for_signature"],
            },
          },
          select: {
            id: true,
            state: true,
            number: true,
            symbol: true,
            subject: true,
            editedAt: true,
            submittedAt: true,
            returnReason: true,
            editedBy: { select: { fullName: true } },
          },
          orderBy: [{ state: "desc" }, { editedAt: "desc" }],
          take: 10,
        })
      : [],
    isDistrict(actor)
      ? db.assignment.findMany({
          where: waitingForJudgement,
          select: {
            id: true,
            reportedAt: true,
            nilReport: true,
            unit: { select: { shortName: true } },
            obligation: { select: { text: true } },
            directive: { select: { id: true, number: true, symbol: true } },
          },
          orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
          take: 8,
        })
      : [],
    isDistrict(actor) ? countWaiting() : 0,
  ]);
  return { drafts, results, resultCount, returns, extensions, questions };
}

const waitingForJudgement = {
  ...standing,
  acceptedAt: null,
  reportedAt: { not: null },
  directive: { state: "issued" },
} as const;

async function countWaiting() {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    SELECT coalesce(sum(c.reported), 0)::int AS waiting
    FROM "DirectiveCount" c JOIN "Directive" d ON d.id = c."directiveId" WHERE ${inForce}`;
  return row?.waiting ?? 0;
}

export type DistrictDecisions = Awaited<ReturnType<typeof listDistrictDecisions>>;

/** Units that let a deadline pass and nobody has called today, most overdue first, with whom to call. */
export async function listUnitsToCall(actor: Actor) {
  if (!seesAll(actor)) return { units: [], called: 0, more: 0 };
  const at = now();
  const midnight = parseLocal(isoDay(at));
  const rows = await db.$queryRaw<
    (UnitToCall & { called: boolean; calledToday: number; silent: number })[]
  >`
    WITH late AS (
      SELECT a."unitId", count(*)::int AS overdue, min(a."dueAt") AS "oldestDueAt"
      FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
      WHERE ${inForce} AND ${reportOwed} AND a."dueAt" < ${at}
      GROUP BY a."unitId"
    ), first AS (
      SELECT late.*, called."unitId" IS NOT NULL AS called,
             count(called."unitId") OVER ()::int AS "calledToday",
             count(*) FILTER (WHERE called."unitId" IS NULL) OVER ()::int AS silent
      FROM late LEFT JOIN (SELECT DISTINCT c."unitId" FROM "UnitCall" c
                           WHERE c."calledAt" >= ${midnight}) called USING ("unitId")
      ORDER BY called, late.overdue DESC, late."oldestDueAt", late."unitId" LIMIT ${TO_CALL}
    )
    SELECT first.*, u."shortName" AS name, u.phone, oldest."directiveId",
           r."contactName", r."contactPhone"
    FROM first JOIN "Unit" u ON u.id = first."unitId"
    CROSS JOIN LATERAL (
      SELECT a."directiveId" FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
      WHERE ${inForce} AND ${reportOwed} AND a."unitId" = first."unitId"
        AND a."dueAt" = first."oldestDueAt" ORDER BY a.id LIMIT 1) oldest
    LEFT JOIN "DirectiveReceipt" r
      ON r."directiveId" = oldest."directiveId" AND r."unitId" = first."unitId"
    ORDER BY first.called, first.overdue DESC, first."oldestDueAt", first."unitId"`;
  const units = rows.filter(({ called }) => !called);
  const [{ calledToday = 0, silent = 0 } = {}] = rows;
  return { units, called: calledToday, more: silent - units.length };
}

export type UnitToCall = {
  unitId: string;
  name: string;
  phone: string | null;
  overdue: number;
  oldestDueAt: Date;
  contactName: string | null;
  contactPhone: string | null;
  directiveId: string;
};

/** Directives in force with how far the units are. */
export async function listRunningDirectives(actor: Actor) {
  if (!seesAll(actor)) return [];
  return db.$queryRaw<RunningDirective[]>`
    SELECT d.*, c.*, open.*
    FROM (
      SELECT id, number, symbol, subject, "issuedOn", "issuedAt" FROM "Directive"
      WHERE state = 'issued' ORDER BY "issuedAt" DESC LIMIT 10) d
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(units), 0)::int AS units, coalesce(sum(opened), 0)::int AS opened,
        coalesce(sum(acknowledged), 0)::int AS acknowledged, coalesce(sum(total), 0)::int AS total,
        coalesce(sum(accepted), 0)::int AS accepted, coalesce(sum(reported), 0)::int AS reported
      FROM "DirectiveCount" WHERE "directiveId" = d.id) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS overdue,
        (SELECT min(a."dueAt") FROM "Assignment" a WHERE a."directiveId" = d.id AND ${reportOwed}
           AND a."dueAt" >= ${now()}) AS "nextDueAt"
      FROM "Assignment" a
      WHERE a."directiveId" = d.id AND ${reportOwed} AND a."dueAt" < ${now()}) open
    ORDER BY d."issuedAt" DESC`;
}

export type RunningDirective = {
  id: string;
  number: number | null;
  symbol: string;
  subject: string;
  issuedOn: Date;
  units: number;
  opened: number;
  acknowledged: number;
  total: number;
  accepted: number;
  reported: number;
  overdue: number;
  nextDueAt: Date | null;
};
