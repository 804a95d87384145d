import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { isoDay } from "@/lib/time";
import { canSeeIncidentRules } from "../policy";

const LIMIT = 200;

/** All rules, those in force first. */
export async function listIncidentRules(actor: Actor) {
  if (!canSeeIncidentRules(actor)) return [];
  const rows = await db.incidentDeadlineRule.findMany({
    orderBy: [{ validTo: { sort: "desc", nulls: "first" } }, { duty: "asc" }, { id: "asc" }],
    take: LIMIT,
  });
  return rows.map(withDays);
}

export type IncidentRuleRow = Awaited<ReturnType<typeof listIncidentRules>>[number];

/** The rules that may concern a case, in its own transaction. */
export async function loadIncidentRules(tx: Transaction, detectedAt: Date) {
  const day = new Date(isoDay(detectedAt));
  const rows = await tx.incidentDeadlineRule.findMany({
    where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    orderBy: [{ minutes: "asc" }, { id: "asc" }],
    take: LIMIT,
  });
  return rows.map(withDays);
}

const withDays = <Row extends { validFrom: Date; validTo: Date | null }>(row: Row) => ({
  ...row,
  validFrom: isoDay(row.validFrom),
  validTo: row.validTo ? isoDay(row.validTo) : null,
});
