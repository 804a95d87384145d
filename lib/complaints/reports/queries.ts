import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma, type Transaction } from "@/lib/db";
import { DISTRICT_ZONE, now } from "@/lib/time";
import { canAskForReports, canSeeComplaintFigures, type Part } from "../policy";
import { type ComplaintKind, complaintKinds } from "../schema";
import { findPart } from "../standing/queries";
import { differences, imbalances, reportState } from "./rules";
import { type extras, type Figures, figuresSchema } from "./schema";

type Span = { startsOn: Date; endsOn: Date };

const reportsFor = (actor: Actor, part: Part): Prisma.PeriodReportWhereInput =>
  canSeeComplaintFigures(actor, part)
    ? {}
    : part === "telco"
      ? { telcoId: actor.unitId }
      : { id: { in: [] } };

/** Periods with how each telco stands: its own alone for a telco. */
export async function listPeriods(actor: Actor) {
  const part = await findPart(actor);
  const own = reportsFor(actor, part);
  const found = await db.complaintPeriod.findMany({
    where: { reports: { some: own } },
    include: {
      reports: {
        where: own,
        select: {
          id: true,
          telcoId: true,
          sentAt: true,
          returnedAt: true,
          telco: { select: { shortName: true, phone: true } },
        },
        orderBy: { telco: { name: "asc" } },
        take: 100,
      },
    },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: 30,
  });
  const at = now();
  return found.map((period) => ({
    ...period,
    reports: period.reports.map((one) => ({ ...one, state: reportState(one, period.dueAt, at) })),
  }));
}

/** One period over all telcos, with the figures of each; null for a telco. */
export async function findPeriod(actor: Actor, id: string) {
  if (!canSeeComplaintFigures(actor, await findPart(actor))) return null;
  const period = await db.complaintPeriod.findUnique({
    where: { id },
    include: {
      reports: {
        include: {
          telco: { select: { name: true, shortName: true, phone: true } },
          editions: { orderBy: { number: "desc" }, take: 1, select: { figures: true } },
        },
        orderBy: { telco: { name: "asc" } },
        take: 100,
      },
    },
  });
  if (!period) return null;
  const at = now();
  return {
    ...period,
    reports: period.reports.map(({ editions, ...report }) => ({
      ...report,
      state: reportState(report, period.dueAt, at),
      figures: editions[0] ? figuresSchema.parse(editions[0].figures) : null,
    })),
  };
}

/** One telco's report with its editions, and what the cases say; null when another's. */
export async function findPeriodReport(actor: Actor, id: string) {
  const part = await findPart(actor);
  const report = await db.periodReport.findFirst({
    where: { id, AND: reportsFor(actor, part) },
    include: {
      period: true,
      telco: { select: { name: true, shortName: true } },
      editions: { orderBy: { number: "desc" }, take: 20, omit: { reportId: true } },
    },
  });
  if (!report) return null;
  const [counted, before] = await Promise.all([
    countFigures(db, report.telcoId, report.period),
    findFiguresBefore(db, report.telcoId, report.period),
  ]);
  const editions = report.editions.map((edition) => ({
    ...edition,
    figures: figuresSchema.parse(edition.figures),
  }));
  const [newest] = editions;
  return {
    ...report,
    editions,
    counted,
    state: reportState(report, report.period.dueAt, now()),
    remarks: newest ? differences(newest.figures, counted, before) : [],
    unbalanced: newest ? imbalances(newest.figures) : [],
    maySend: part === "telco" && report.telcoId === actor.unitId,
    mayReturn: canAskForReports(actor) && report.edition > 0 && report.returnedAt === null,
  };
}

/** What the cases, the ladder and the requests of a telco say of a span of days. */
export async function countFigures(
  tx: Transaction | typeof db,
  telcoId: string,
  { startsOn, endsOn }: Span,
): Promise<Figures> {
  const [tallies, steps, requests] = await Promise.all([
    tx.$queryRaw<{ kind: ComplaintKind; event: string; before: number; within: number }[]>`
      SELECT kind::text, event, coalesce(sum(count) FILTER (WHERE day < ${startsOn}::date), 0)::int AS before,
             coalesce(sum(count) FILTER (WHERE day >= ${startsOn}::date), 0)::int AS within
      FROM "ComplaintTally" WHERE "telcoId" = ${telcoId}::uuid AND day <= ${endsOn}::date GROUP BY 1, 2`,
    tx.$queryRaw<{ step: string; sources: number }[]>`
      SELECT step::text, count(DISTINCT ("sourceKind", "sourceValue"))::int AS sources FROM "SourceMeasure"
      WHERE "telcoId" = ${telcoId}::uuid
        AND "takenAt" >= ${startsOn}::date::timestamp AT TIME ZONE ${DISTRICT_ZONE}
        AND "takenAt" < (${endsOn}::date + 1)::timestamp AT TIME ZONE ${DISTRICT_ZONE}
      GROUP BY 1`,
    tx.$queryRaw<{ received: number; done: number; late: number }[]>`
      SELECT count(*)::int AS received, count(*) FILTER (WHERE r.result IN ('done', 'partly'))::int AS done,
             count(*) FILTER (WHERE coalesce(r."answeredAt", ${now()}::timestamptz) > q."dueAt")::int AS late
      FROM "AuthorityRequestReceipt" r JOIN "AuthorityRequest" q ON q.id = r."requestId"
      WHERE r."telcoId" = ${telcoId}::uuid
        AND q."sentAt" >= ${startsOn}::date::timestamp AT TIME ZONE ${DISTRICT_ZONE}
        AND q."sentAt" < (${endsOn}::date + 1)::timestamp AT TIME ZONE ${DISTRICT_ZONE}`,
  ]);
  const sum = (kind: ComplaintKind, when: "before" | "within", events: string[]) =>
    tallies
      .filter((one) => one.kind === kind && events.includes(one.event))
      .reduce((all, one) => all + one[when], 0);
  // A case that is taken up again comes once more, and ends once more.
  const received = ["received", "reopened"];
  const resolved = ["handled", "passed"];
  const rejected = ["rejected", "routed"];
  const rows = complaintKinds.map((kind) => {
    const opening = sum(kind, "before", received) - sum(kind, "before", [...resolved, ...rejected]);
    const row = {
      opening,
      received: sum(kind, "within", received),
      resolved: sum(kind, "within", resolved),
      rejected: sum(kind, "within", rejected),
    };
    return [
      kind,
      { ...row, closing: opening + row.received - row.resolved - row.rejected },
    ] as const;
  });
  const step = (name: string) => steps.find((one) => one.step === name)?.sources ?? 0;
  const [asked] = requests;
  const extra = {
    blockedOneWay: step("blocked_one_way"),
    blockedTwoWay: step("blocked_two_way"),
    terminated: step("terminated"),
    smsBlocked: 0,
    callsBlocked: 0,
    requestsReceived: asked?.received ?? 0,
    requestsDone: asked?.done ?? 0,
    requestsLate: asked?.late ?? 0,
  } satisfies Record<(typeof extras)[number], number>;
  return { rows: Object.fromEntries(rows) as Figures["rows"], extra, subscribers: null };
}

/** What the telco sent for the period that ended before this one. */
async function findFiguresBefore(tx: typeof db, telcoId: string, { startsOn }: Span) {
  const edition = await tx.periodReportEdition.findFirst({
    where: { report: { telcoId, period: { endsOn: { lt: startsOn } } } },
    orderBy: [{ report: { period: { endsOn: "desc" } } }, { number: "desc" }],
    select: { figures: true },
  });
  return edition ? figuresSchema.parse(edition.figures) : null;
}
