import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { isoDay, nextDay, now, parseLocal } from "@/lib/time";
import { findPart } from "../standing/queries";

/** What a telco must do, and the warnings of a source that any unit has yet to acknowledge. */
export async function findOwedOfComplaints(actor: Actor) {
  const telco = (await findPart(actor)) === "telco";
  const [warnings, requests, reports, infrastructureDue, cases] = await Promise.all([
    listSourceWarnings(actor),
    telco ? listOpenRequests(actor) : [],
    telco ? listOwedReports(actor) : [],
    telco ? owesInfrastructure(actor) : false,
    telco ? countDueCases(actor) : null,
  ]);
  return { warnings, requests, reports, infrastructureDue, cases };
}

export type OwedOfComplaints = Awaited<ReturnType<typeof findOwedOfComplaints>>;

const listSourceWarnings = (actor: Actor) =>
  db.sourceWarningReceipt.findMany({
    where: { unitId: actor.unitId, acknowledgedAt: null },
    select: { warning: { select: { id: true, text: true, sentAt: true, sentBy: true } } },
    orderBy: [{ warning: { sentAt: "asc" } }, { warningId: "asc" }],
    take: 5,
  });

const listOpenRequests = (actor: Actor) =>
  db.authorityRequestReceipt.findMany({
    where: { telcoId: actor.unitId, answeredAt: null },
    select: {
      requestId: true,
      request: {
        select: { target: true, act: true, dueAt: true, unit: { select: { shortName: true } } },
      },
    },
    orderBy: [{ request: { dueAt: "asc" } }, { requestId: "asc" }],
    take: 20,
  });

const listOwedReports = (actor: Actor) =>
  db.periodReport.findMany({
    where: { telcoId: actor.unitId, OR: [{ sentAt: null }, { returnedAt: { not: null } }] },
    select: { id: true, returnedAt: true, period: { select: { name: true, dueAt: true } } },
    orderBy: [{ period: { dueAt: "asc" } }, { id: "asc" }],
    take: 10,
  });

async function owesInfrastructure(actor: Actor) {
  const day = new Date(isoDay(now()));
  const filed = await db.infrastructureDay.count({ where: { unitId: actor.unitId, day } });
  return filed === 0;
}

/** Cases past their time, and those whose time comes before midnight. */
async function countDueCases(actor: Actor) {
  const at = now();
  const midnight = parseLocal(nextDay(isoDay(at)));
  const [row] = await db.$queryRaw<{ overdue: number; today: number; firstDueAt: Date | null }[]>`
    SELECT count(*) FILTER (WHERE "dueAt" < ${at}::timestamptz)::int AS overdue,
           count(*) FILTER (WHERE "dueAt" >= ${at}::timestamptz)::int AS today,
           min("dueAt") AS "firstDueAt"
    FROM "ComplaintFact"
    WHERE "telcoId" = ${actor.unitId}::uuid AND "closedAt" IS NULL
      AND "dueAt" < ${midnight}::timestamptz`;
  return row?.firstDueAt ? { ...row, firstDueAt: row.firstDueAt } : null;
}
