import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canWarnUnits, type Standing } from "../policy";
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
      incident: { select: { drillId: true } },
    },
  },
} as const;

/** Warnings to the actor's unit, those that wait first. The case they come from stays closed to it. */
export async function listOwnWarnings(actor: Actor, { page }: { page: number }) {
  const rows = await db.incidentWarningReceipt.findMany({
    where: ownWarnings(actor),
    select: facts,
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
  db.incidentWarningReceipt.findMany({
    where: { acknowledgedAt: null, AND: ownWarnings(actor) },
    select: facts,
    orderBy: [{ warning: { sentAt: "asc" } }, { warningId: "asc" }],
    take: 5,
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
