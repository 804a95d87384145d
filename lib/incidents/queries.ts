import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Prisma, type Transaction } from "@/lib/db";
import { now } from "@/lib/time";
import { canSeeIncidentFigures, visibleIncidents } from "./policy";
import { readIncidents } from "./reach/queries";
import { caseCode, finalStates, isRestricted, maskPhonesIn } from "./rules";
import { type IncidentFilter, incidentStates } from "./schema";

const PER_PAGE = 30;
const PER_COLUMN = 20;
const RESTRICTED = "Nội dung hạn chế, mở sự cố để xem.";

const rowFacts = {
  id: true,
  year: true,
  number: true,
  drillId: true,
  unitId: true,
  sign: true,
  kind: true,
  severity: true,
  statutoryClass: true,
  tlp: true,
  state: true,
  what: true,
  place: true,
  detectedAt: true,
  reportedAt: true,
  acknowledgedAt: true,
  escalatedAt: true,
  handlerUnitId: true,
  unit: { select: { name: true, shortName: true } },
  handlerUnit: { select: { shortName: true } },
  deadlines: {
    where: { metAt: null, droppedAt: null },
    select: { duty: true, from: true, dueAt: true, metAt: true, droppedAt: true },
    orderBy: { dueAt: "asc" },
    take: 1,
  },
  _count: { select: { tasks: { where: { mandatory: true, doneAt: null } } } },
} satisfies Prisma.IncidentSelect;

type Found = Prisma.IncidentGetPayload<{ select: typeof rowFacts }>;

const toRow = ({ deadlines, _count, ...row }: Found) => ({
  ...row,
  // A list is read over one's shoulder: numbers, and all of a restricted case, stay inside it.
  what: isRestricted(row) ? RESTRICTED : maskPhonesIn(row.what),
  code: caseCode(row),
  nextDeadline: deadlines[0] ?? null,
  openMandatoryTasks: _count.tasks,
});

export type IncidentRow = ReturnType<typeof toRow>;

/** Cases that the actor may see, a page at a time. Drills are seen only when one is asked for. */
export async function listIncidents(actor: Actor, filter: IncidentFilter) {
  const where = conditions(actor, filter);
  const order = {
    newest: [],
    due: [],
    severity: [{ severity: "desc" as const }],
  }[filter.sort];
  const { ids, found } = await readIncidents(actor, async (tx) => {
    const byDeadline = filter.sort === "due" ? await idsByDeadline(tx, actor, filter) : null;
    const rows = await tx.incident.findMany({
      where: byDeadline ? { id: { in: byDeadline } } : where,
      select: rowFacts,
      orderBy: [...order, { reportedAt: "desc" }, { id: "desc" }],
      ...(byDeadline ? {} : { skip: (filter.page - 1) * PER_PAGE }),
      take: PER_PAGE + 1,
    });
    return { ids: byDeadline, found: rows };
  });
  const rows = found.map(toRow);
  if (ids) rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

/** The next thing owed first; what owes nothing comes last. */
async function idsByDeadline(tx: Transaction, actor: Actor, filter: IncidentFilter) {
  const next = await tx.incidentDeadline.groupBy({
    by: ["incidentId"],
    where: { metAt: null, droppedAt: null, incident: conditions(actor, filter) },
    _min: { dueAt: true },
    orderBy: [{ _min: { dueAt: "asc" } }, { incidentId: "asc" }],
    skip: (filter.page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return next.map(({ incidentId }) => incidentId);
}

/** The same by state, as columns; each holds the newest. */
export async function listBoard(actor: Actor, filter: IncidentFilter) {
  const where = conditions(actor, { ...filter, state: undefined, show: "open" });
  const columns = incidentStates.filter((state) => !finalStates.includes(state));
  return readIncidents(actor, async (tx) => {
    const counts = await tx.incident.groupBy({ by: ["state"], where, _count: true });
    const board = [];
    for (const state of columns) {
      const found = await tx.incident.findMany({
        where: { AND: [where, { state }] },
        select: rowFacts,
        orderBy: [{ severity: "desc" }, { reportedAt: "desc" }, { id: "desc" }],
        take: PER_COLUMN,
      });
      const total = counts.find((count) => count.state === state)?._count ?? 0;
      board.push({ state, total, rows: found.map(toRow) });
    }
    return board;
  });
}

export type BoardColumn = Awaited<ReturnType<typeof listBoard>>[number];

/** Open cases for a home page, the gravest first. */
export async function listOpenIncidents(actor: Actor, limit = 6) {
  const found = await readIncidents(actor, (tx) =>
    tx.incident.findMany({
      where: {
        AND: [visibleIncidents(actor), { drillId: null, state: { notIn: [...finalStates] } }],
      },
      select: rowFacts,
      orderBy: [{ severity: "desc" }, { reportedAt: "desc" }, { id: "desc" }],
      take: limit,
    }),
  );
  return found.map(toRow);
}

function conditions(actor: Actor, filter: IncidentFilter): Prisma.IncidentWhereInput {
  const { show, state, kind, severity, unit, q, drill } = filter;
  const number = /(?:SC|DT)?-?(\d{4})-0*(\d+)$/i.exec(q);
  const open: Prisma.IncidentWhereInput = { state: { notIn: [...finalStates] } };
  const shown: Record<IncidentFilter["show"], Prisma.IncidentWhereInput> = {
    open,
    overdue: { ...open, ...owesLate() },
    escalated: { ...open, escalatedAt: { not: null } },
    done: { state: { in: [...finalStates] } },
    all: {},
  };
  return {
    AND: [
      visibleIncidents(actor),
      { drillId: drill ?? null },
      state ? { state } : shown[show],
      kind ? { kind } : {},
      severity ? { severity } : {},
      unit ? { unitId: unit } : {},
      number ? { year: Number(number[1]), number: Number(number[2]) } : searched(q),
    ],
  };
}

const searched = (q: string): Prisma.IncidentWhereInput =>
  q
    ? {
        OR: [
          { what: { contains: q, mode: "insensitive" } },
          { place: { contains: q, mode: "insensitive" } },
          { unit: { name: { contains: q, mode: "insensitive" } } },
          { indicators: { some: { value: { contains: q, mode: "insensitive" } } } },
        ],
      }
    : {};

/** Open cases in figures: those of the actor's unit, or all for who reads figures. Drills left out. */
export async function summariseOpenIncidents(actor: Actor) {
  if (!canSeeIncidentFigures(actor)) return readIncidents(actor, (tx) => countOpen(tx, actor));
  const [figures] = await db.$queryRaw<OpenFigures[]>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE i."acknowledgedAt" IS NULL)::int AS waiting,
      count(*) FILTER (WHERE i."escalatedAt" IS NOT NULL)::int AS escalated,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "IncidentDeadline" d
        WHERE d."incidentId" = i.id AND d."metAt" IS NULL AND d."droppedAt" IS NULL
          AND d."dueAt" < ${now()}::timestamptz))::int AS overdue
    FROM "IncidentFact" i
    WHERE i."drillId" IS NULL AND i.state NOT IN ('closed', 'rejected', 'merged')`;
  return figures ?? { open: 0, waiting: 0, escalated: 0, overdue: 0 };
}

type OpenFigures = { open: number; waiting: number; escalated: number; overdue: number };

async function countOpen(tx: Transaction, actor: Actor): Promise<OpenFigures> {
  const open = [visibleIncidents(actor), { drillId: null, state: { notIn: [...finalStates] } }];
  const count = (more: Prisma.IncidentWhereInput) =>
    tx.incident.count({ where: { AND: [...open, more] } });
  return {
    open: await count({}),
    waiting: await count({ acknowledgedAt: null }),
    escalated: await count({ escalatedAt: { not: null } }),
    overdue: await count(owesLate()),
  };
}

const owesLate = (): Prisma.IncidentWhereInput => ({
  deadlines: { some: { metAt: null, droppedAt: null, dueAt: { lt: now() } } },
});
