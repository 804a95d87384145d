import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import { assignmentState, timeliness } from "../assignments/rules";
import { type ExchangeFacts, exchangeState } from "../exchange/rules";
import { publishedStates } from "../schema";
import type { MatrixFilter } from "./schema";

const PAGE_SIZE = 50;

type UnitRow = {
  unitId: string;
  name: string;
  kind: string;
  phone: string | null;
  openedAt: Date | null;
  contactName: string | null;
  contactPhone: string | null;
  releasedAt: Date | null;
  recallAnswer: string | null;
  remindedAt: Date | null;
  reminders: number;
  /** Who has what the unit left open, where it ended. */
  passedTo: string | null;
} & ExchangeFacts;

type CellRow = {
  id: string;
  unitId: string;
  obligationId: string;
  dueAt: Date | null;
  startedAt: Date | null;
  reportedAt: Date | null;
  acceptedAt: Date | null;
  sentBackAt: Date | null;
  nilReport: boolean;
  lateAt: Date | null;
  role: "lead" | "cooperating";
  originalDueAt: Date | null;
  evidence: number;
  lastReportAt: Date | null;
  /** Of a periodic obligation: periods whose time has come, and how many of them were reported. */
  periods: number;
  periodsDue: number;
  periodsReported: number;
};

/** Obligations × units for one directive: a page of units, then all of their cells at once. */
export async function findMatrix(actor: Actor, directiveId: string, filter: MatrixFilter) {
  if (!seesAll(actor)) return null;
  const at = now();
  const [units, obligations] = await Promise.all([
    listUnitRows(directiveId, filter, at),
    db.obligation.findMany({
      where: { section: { directive: { id: directiveId, state: { in: [...publishedStates] } } } },
      select: { id: true, text: true, dueAt: true, measures: true },
      orderBy: [{ section: { position: "asc" } }, { position: "asc" }],
    }),
  ]);
  const page = units.slice(0, PAGE_SIZE);
  const cells = await listCells(
    directiveId,
    page.map((unit) => unit.unitId),
  );
  const byUnit = new Map<string, CellRow[]>(page.map((unit) => [unit.unitId, []]));
  for (const cell of cells) byUnit.get(cell.unitId)?.push(cell);
  return {
    obligations,
    hasNext: units.length > PAGE_SIZE,
    rows: page.map((unit) => ({
      ...unit,
      exchange: exchangeState(unit),
      cells: (byUnit.get(unit.unitId) ?? []).map((cell) => ({
        ...cell,
        state: assignmentState(cell),
        timeliness: timeliness(cell, at),
      })),
    })),
  };
}

export type Matrix = NonNullable<Awaited<ReturnType<typeof findMatrix>>>;
export type MatrixRow = Matrix["rows"][number];
export type MatrixCell = MatrixRow["cells"][number];

/** Totals over all units of the directive, for the line above the matrix and for printing. */
export async function summariseDirective(actor: Actor, directiveId: string) {
  if (!seesAll(actor)) return null;
  const at = now();
  const [receipts, work, kinds] = await Promise.all([
    db.$queryRaw<ReceiptTotals[]>`
      SELECT count(*)::int AS units, count("openedAt")::int AS opened,
             count("acknowledgedAt")::int AS acknowledged
      FROM "LiveReceipt" WHERE "directiveId" = ${directiveId}::uuid`,
    db.$queryRaw<WorkTotals[]>`
      SELECT count(*)::int AS total,
        count(*) FILTER (WHERE "acceptedAt" IS NOT NULL)::int AS accepted,
        count(*) FILTER (WHERE "acceptedAt" IS NULL AND "reportedAt" IS NOT NULL)::int AS reported,
        count(*) FILTER (WHERE "reportedAt" IS NULL AND "sentBackAt" IS NOT NULL)::int AS "sentBack",
        count(*) FILTER (WHERE "reportedAt" IS NOT NULL AND "lateAt" IS NULL
          AND ("dueAt" IS NULL OR "reportedAt" <= "dueAt"))::int AS "doneOnTime",
        count(*) FILTER (WHERE "reportedAt" > "originalDueAt" AND "reportedAt" <= "dueAt")::int
          AS "onTimeByExtension",
        count(*) FILTER (WHERE "reportedAt" > "dueAt"
          OR ("reportedAt" IS NOT NULL AND "lateAt" IS NOT NULL))::int AS "doneLate",
        count(*) FILTER (WHERE "reportedAt" IS NULL AND ("dueAt" IS NULL OR "dueAt" >= ${at}))::int
          AS "openInTime",
        count(*) FILTER (WHERE "reportedAt" IS NULL AND "dueAt" < ${at})::int AS overdue
      FROM "LiveAssignment" WHERE "directiveId" = ${directiveId}::uuid`,
    db.$queryRaw<{ code: string; label: string; units: number }[]>`
      SELECT k.code, k.label, count(*)::int AS units
      FROM "DirectiveReceipt" r JOIN "Unit" u ON u.id = r."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE r."directiveId" = ${directiveId}::uuid AND ${shown} GROUP BY k.code ORDER BY k.rank, k.label`,
  ]);
  const [receiptTotals] = receipts;
  const [workTotals] = work;
  return receiptTotals && workTotals ? { ...receiptTotals, ...workTotals, kinds } : null;
}

export type DirectiveSummary = NonNullable<Awaited<ReturnType<typeof summariseDirective>>>;

/** Every obligation of every unit in one flat list, for a workbook or a printed sheet. */
export async function listFollowUp(actor: Actor, directiveId: string) {
  if (!seesAll(actor)) return null;
  const rows = await db.$queryRaw<FollowUpRow[]>`
    SELECT u.name AS unit, k.label AS kind, u.phone, r."openedAt", r."acknowledgedAt",
           r."contactName", r."contactPhone", o.text AS obligation, a."dueAt", a."originalDueAt",
           a."startedAt", a."reportedAt", a."acceptedAt", a."sentBackAt", a."nilReport", a."lateAt",
           a.role, last.text AS "lastReport",
           (SELECT count(*)::int FROM "Evidence" e JOIN "ProgressReport" pr ON pr.id = e."progressReportId"
            WHERE pr."assignmentId" = a.id) AS evidence
    FROM "LiveAssignment" a
    JOIN "DirectiveReceipt" r ON r."directiveId" = a."directiveId" AND r."unitId" = a."unitId"
    JOIN "Unit" u ON u.id = a."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    JOIN "Obligation" o ON o.id = a."obligationId" JOIN "DirectiveSection" s ON s.id = o."sectionId"
    LEFT JOIN LATERAL (
      SELECT text FROM "ProgressReport" WHERE "assignmentId" = a.id ORDER BY "createdAt" DESC LIMIT 1
    ) last ON true
    WHERE a."directiveId" = ${directiveId}::uuid
    ORDER BY k.rank, u.name COLLATE "vi-x-icu", u.id, s.position, o.position`;
  const at = now();
  return rows.map((row) => ({
    ...row,
    state: assignmentState(row),
    timeliness: timeliness(row, at),
  }));
}

export type FollowUp = NonNullable<Awaited<ReturnType<typeof listFollowUp>>>[number];

type FollowUpRow = {
  unit: string;
  kind: string;
  phone: string | null;
  openedAt: Date | null;
  acknowledgedAt: Date | null;
  contactName: string | null;
  contactPhone: string | null;
  obligation: string;
  dueAt: Date | null;
  startedAt: Date | null;
  reportedAt: Date | null;
  acceptedAt: Date | null;
  sentBackAt: Date | null;
  nilReport: boolean;
  lateAt: Date | null;
  role: "lead" | "cooperating";
  originalDueAt: Date | null;
  lastReport: string | null;
  evidence: number;
};

type ReceiptTotals = { units: number; opened: number; acknowledged: number };
type WorkTotals = {
  total: number;
  accepted: number;
  reported: number;
  sentBack: number;
  doneOnTime: number;
  /** Of these: after the first deadline, within the extended one. */
  onTimeByExtension: number;
  doneLate: number;
  openInTime: number;
  overdue: number;
};

function listUnitRows(directiveId: string, filter: MatrixFilter, at: Date) {
  const offset = (filter.page - 1) * PAGE_SIZE;
  return db.$queryRaw<UnitRow[]>`
    SELECT u.id AS "unitId", u.name, k.label AS kind, u.phone, r."openedAt", r."acknowledgedAt",
           r."contactName", r."contactPhone", r."returnedAt", r."releasedAt", d."recalledAt",
           r."recallAgreedAt", r."recallRefusedAt", r."recallAnswer", w.*,
           m."remindedAt", coalesce(m.reminders, 0) AS reminders, heir.name AS "passedTo"
    FROM "DirectiveReceipt" r
    JOIN "Directive" d ON d.id = r."directiveId"
    JOIN "Unit" u ON u.id = r."unitId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count("assignedAt")::int AS assigned,
             count("startedAt")::int AS started, count("reportedAt")::int AS reported
      FROM "LiveAssignment" WHERE "directiveId" = r."directiveId" AND "unitId" = r."unitId"
    ) w
    JOIN "UnitKind" k ON k.code = u."kindCode"
    LEFT JOIN "Unit" heir ON heir.id = r."passedToId"
    LEFT JOIN LATERAL (
      SELECT max("sentAt") AS "remindedAt", count(*)::int AS reminders FROM "Reminder"
      WHERE "directiveId" = r."directiveId" AND "unitId" = r."unitId"
    ) m ON true
    WHERE r."directiveId" = ${directiveId}::uuid AND ${shown}
      ${filter.kind ? Prisma.sql`AND u."kindCode" = ${filter.kind}` : Prisma.empty}
      ${filter.q ? Prisma.sql`AND unaccent(lower(u.name)) LIKE '%' || unaccent(lower(${filter.q})) || '%'` : Prisma.empty}
      ${waitingCondition(filter, at)}
    ORDER BY k.rank, u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PAGE_SIZE + 1} OFFSET ${offset}`;
}

/** A unit that ended stays in the matrix for what it finished itself. */
const shown = Prisma.sql`(r."passedAt" IS NULL OR EXISTS (
  SELECT 1 FROM "LiveAssignment" a
  WHERE a."directiveId" = r."directiveId" AND a."unitId" = r."unitId"))`;

function waitingCondition({ waiting }: MatrixFilter, at: Date) {
  const owes = (condition: Prisma.Sql) => Prisma.sql`AND EXISTS (
    SELECT 1 FROM "LiveAssignment" a
    WHERE a."directiveId" = r."directiveId" AND a."unitId" = r."unitId" AND ${condition})`;
  const stands = Prisma.sql`r."releasedAt" IS NULL AND r."passedAt" IS NULL`;
  switch (waiting) {
    case "opening":
      return Prisma.sql`AND r."openedAt" IS NULL AND ${stands}`;
    case "acknowledgement":
      return Prisma.sql`AND r."acknowledgedAt" IS NULL AND ${stands}`;
    case "return":
      return Prisma.sql`AND r."returnedAt" IS NOT NULL`;
    case "recall":
      return Prisma.sql`AND d."recalledAt" IS NOT NULL AND r."recallAgreedAt" IS NULL`;
    case "report":
      return owes(Prisma.sql`a."reportedAt" IS NULL`);
    case "overdue":
      return owes(Prisma.sql`a."reportedAt" IS NULL AND a."dueAt" < ${at}`);
    case "judgement":
      return owes(Prisma.sql`a."reportedAt" IS NOT NULL AND a."acceptedAt" IS NULL`);
    default:
      return Prisma.empty;
  }
}

function listCells(directiveId: string, unitIds: string[]) {
  return db.$queryRaw<CellRow[]>`
    SELECT a.id, a."unitId", a."obligationId", a."dueAt", a."startedAt", a."reportedAt",
           a."acceptedAt", a."sentBackAt", a."nilReport", a."lateAt", a.role, a."originalDueAt",
           coalesce(p.evidence, 0) AS evidence, p."lastReportAt", w.*
    FROM "LiveAssignment" a
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS periods,
             count(*) FILTER (WHERE "dueAt" <= ${now()})::int AS "periodsDue",
             count("reportedAt") FILTER (WHERE "dueAt" <= ${now()})::int AS "periodsReported"
      FROM "PeriodicReport" WHERE "assignmentId" = a.id
    ) w
    LEFT JOIN (
      SELECT pr."assignmentId", max(pr."createdAt") AS "lastReportAt", count(e."fileId")::int AS evidence
      FROM "ProgressReport" pr
      JOIN "Assignment" mine ON mine.id = pr."assignmentId" AND mine."directiveId" = ${directiveId}::uuid
        AND mine."unitId" = ANY (${unitIds}::uuid[])
      LEFT JOIN "Evidence" e ON e."progressReportId" = pr.id
      GROUP BY 1
    ) p ON p."assignmentId" = a.id
    WHERE a."directiveId" = ${directiveId}::uuid AND a."unitId" = ANY (${unitIds}::uuid[])`;
}
