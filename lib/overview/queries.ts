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
    isDistrict(actor) ? db.assignment.count({ where: waitingForJudgement }) : 0,
  ]);
  return { drafts, results, resultCount, returns, extensions, questions };
}

const waitingForJudgement = {
  ...standing,
  acceptedAt: null,
  reportedAt: { not: null },
  directive: { state: "issued" },
} as const;

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
      SELECT a."unitId", count(*)::int AS overdue, min(a."dueAt") AS "oldestDueAt",
             (array_agg(a."directiveId" ORDER BY a."dueAt", a.id))[1] AS "directiveId",
             EXISTS (SELECT 1 FROM "UnitCall" c
                     WHERE c."unitId" = a."unitId" AND c."calledAt" >= ${midnight}) AS called
      FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
      WHERE ${inForce} AND ${reportOwed} AND a."dueAt" < ${at}
      GROUP BY a."unitId"
    )
    SELECT late."unitId", u."shortName" AS name, u.phone, late.overdue, late."oldestDueAt",
           r."contactName", r."contactPhone", late."directiveId", late.called,
           count(*) FILTER (WHERE late.called) OVER ()::int AS "calledToday",
           count(*) FILTER (WHERE NOT late.called) OVER ()::int AS silent
    FROM late JOIN "Unit" u ON u.id = late."unitId"
    LEFT JOIN "DirectiveReceipt" r ON r."directiveId" = late."directiveId" AND r."unitId" = late."unitId"
    ORDER BY late.called, late.overdue DESC, late."oldestDueAt", u.id LIMIT ${TO_CALL}`;
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
    SELECT d.id, d.number, d.symbol, d.subject, d."issuedOn",
           r.units, r.opened, r.acknowledged, a.total, a.accepted, a.reported, a.overdue, a."nextDueAt"
    FROM "Directive" d
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS units, count("openedAt")::int AS opened,
             count("acknowledgedAt")::int AS acknowledged
      FROM "LiveReceipt" WHERE "directiveId" = d.id) r
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count("acceptedAt")::int AS accepted,
             count(*) FILTER (WHERE "acceptedAt" IS NULL AND "reportedAt" IS NOT NULL)::int AS reported,
             count(*) FILTER (WHERE "reportedAt" IS NULL AND "dueAt" < ${now()})::int AS overdue,
             min("dueAt") FILTER (WHERE "reportedAt" IS NULL AND "dueAt" >= ${now()}) AS "nextDueAt"
      FROM "LiveAssignment" WHERE "directiveId" = d.id) a
    WHERE d.state = 'issued' ORDER BY d."issuedAt" DESC LIMIT 10`;
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
