import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma } from "@/lib/db";
import { canWarnUnits, type Standing } from "../policy";
import { readIncidents } from "../reach/queries";
import { ownWarnings } from "./policy";

const PER_PAGE = 30;

const facts = {
  acknowledgedAt: true,
  acknowledgedBy: true,
  answer: true,
  warning: {
    select: {
      id: true,
      text: true,
      indicators: true,
      sentAt: true,
      sentBy: true,
      sentByUnit: true,
      incidentId: true,
    },
  },
} as const;

/** Warnings to the actor's unit, those that wait first. The case they come from stays closed to it. */
export async function listOwnWarnings(actor: Actor, { page }: { page: number }) {
  const rows = await readReceipts(actor, {
    where: ownWarnings(actor),
    orderBy: [
      { acknowledgedAt: { sort: "desc", nulls: "first" } },
      { warning: { sentAt: "desc" } },
      { warningId: "asc" },
    ],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

export type OwnWarning = Awaited<ReturnType<typeof listOwnWarnings>>["rows"][number];

/** For the home page: what the unit has not answered yet. */
export const listWaitingWarnings = (actor: Actor) =>
  readReceipts(actor, {
    where: { acknowledgedAt: null, AND: ownWarnings(actor) },
    orderBy: [{ warning: { sentAt: "asc" } }, { warningId: "asc" }],
    take: 5,
  });

/** Of the case itself the unit is told no more than whether it is a drill. */
const readReceipts = (
  actor: Actor,
  page: Omit<Prisma.IncidentWarningReceiptFindManyArgs, "select" | "include" | "omit">,
) =>
  readIncidents(actor, async (tx) => {
    const rows = await tx.incidentWarningReceipt.findMany({ ...page, select: facts });
    const drills = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "IncidentFact" WHERE "drillId" IS NOT NULL
        AND id = ANY (${rows.map(({ warning }) => warning.incidentId)}::uuid[])`;
    return rows.map(({ warning: { incidentId, ...warning }, ...row }) => ({
      ...row,
      warning: { ...warning, drill: drills.some(({ id }) => id === incidentId) },
    }));
  });

/** Who can be warned of this case. */
export async function listWarnableUnits(actor: Actor, of: Standing) {
  if (!canWarnUnits(actor, of)) return [];
  return db.unit.findMany({
    where: { validTo: null, kind: { home: { not: "command" } }, id: { not: of.unitId } },
    select: { id: true, shortName: true },
    orderBy: [{ kind: { rank: "asc" } }, { shortName: "asc" }, { id: "asc" }],
    take: 500,
  });
}
