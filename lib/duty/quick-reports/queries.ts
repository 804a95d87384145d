import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { HOUR } from "@/lib/duty/schema";
import { now } from "@/lib/time";
import { findOpenPoints, gatherFacts, listNoteworthy } from "./facts/queries";
import { situationDraft } from "./labels";
import { canFileQuickReport, visibleQuickReports } from "./policy";
import { countedSpan, opensAt, quickReportState } from "./rules";
import { factsSchema, OPEN_HOURS } from "./schema";

const PER_PAGE = 30;
const OWED = 6;

const facts = {
  id: true,
  unitId: true,
  campaignId: true,
  dueAt: true,
  filedAt: true,
  nil: true,
  edition: true,
  campaign: { select: { name: true } },
} as const;

/** What the actor's unit owes now: missing ones of campaigns that run, and what may be sent already. */
export async function listOwedQuickReports(actor: Actor) {
  if (!isUnitMember(actor)) return [];
  const at = now();
  const rows = await db.quickReport.findMany({
    where: {
      unitId: actor.unitId,
      filedAt: null,
      dueAt: { lte: new Date(at.getTime() + OPEN_HOURS * HOUR) },
      campaign: { closedAt: null },
    },
    select: facts,
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    take: OWED,
  });
  return rows.map((row) => ({ ...row, state: quickReportState(row, at) })).reverse();
}

export type OwedQuickReport = Awaited<ReturnType<typeof listOwedQuickReports>>[number];

/** The unit's own reports, the next one first, then back through those that were due. */
export async function listUnitQuickReports(actor: Actor, { page }: { page: number }) {
  if (!isUnitMember(actor)) return { rows: [], hasNext: false };
  const at = now();
  const rows = await db.quickReport.findMany({
    where: { unitId: actor.unitId },
    select: facts,
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return {
    rows: rows.slice(0, PER_PAGE).map((row) => ({ ...row, state: quickReportState(row, at) })),
    hasNext: rows.length > PER_PAGE,
  };
}

export type UnitQuickReport = Awaited<ReturnType<typeof listUnitQuickReports>>["rows"][number];

/** One report with all its editions, newest first; null when not visible. */
export async function findQuickReport(actor: Actor, id: string) {
  const report = await db.quickReport.findFirst({
    where: { id, AND: visibleQuickReports(actor) },
    select: {
      ...facts,
      countedFrom: true,
      countedTo: true,
      campaign: {
        select: {
          name: true,
          startsAt: true,
          createdBy: { select: { unit: { select: { name: true } } } },
        },
      },
      unit: {
        select: { name: true, shortName: true, phone: true, parent: { select: { name: true } } },
      },
      editions: { orderBy: { number: "desc" }, omit: { reportId: true }, take: 50 },
    },
  });
  if (!report) return null;
  const at = now();
  const { editions, ...rest } = report;
  return {
    ...rest,
    state: quickReportState(report, at),
    opensAt: opensAt(report),
    editions: editions.map((edition) => ({ ...edition, facts: factsSchema.parse(edition.facts) })),
    mayFile: canFileQuickReport(actor, report) && at >= opensAt(report),
  };
}

export type QuickReportView = NonNullable<Awaited<ReturnType<typeof findQuickReport>>>;
export type QuickReportEdition = QuickReportView["editions"][number];

/** What the form starts from; figures as they would be counted now. Null where the actor may not file. */
export async function draftQuickReport(actor: Actor, report: QuickReportView) {
  if (!report.mayFile || !canFileQuickReport(actor, report)) return null;
  const { unitId, dueAt, countedFrom, countedTo, campaign } = report;
  const span =
    countedFrom && countedTo
      ? { startsAt: countedFrom, endsAt: countedTo }
      : countedSpan(
          { dueAt, campaignStartsAt: campaign.startsAt },
          await findReportBefore(db, report),
          now(),
        );
  const of = { unitId, ...span };
  const [newest] = report.editions;
  const [counted, entries, openPoints] = await Promise.all([
    gatherFacts(db, of),
    newest ? [] : listNoteworthy(db, of),
    newest ? "" : findOpenPoints(db, of),
  ]);
  return {
    span,
    facts: counted,
    situation: newest?.situation ?? situationDraft(entries, span.endsAt),
    openPoints: newest?.openPoints ?? openPoints,
    proposals: newest?.proposals ?? "",
  };
}

export type QuickReportDraft = NonNullable<Awaited<ReturnType<typeof draftQuickReport>>>;

/** The report that the same unit owed before this one in the campaign. */
export function findReportBefore(
  tx: Transaction,
  { unitId, campaignId, dueAt }: { unitId: string; campaignId: string; dueAt: Date },
) {
  return tx.quickReport.findFirst({
    where: { unitId, campaignId, dueAt: { lt: dueAt } },
    select: { dueAt: true, countedTo: true },
    orderBy: { dueAt: "desc" },
  });
}
