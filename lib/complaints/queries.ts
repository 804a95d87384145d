import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { findKeysOf, openField } from "@/lib/auth/field-cipher";
import { db, Prisma, type Transaction } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";
import { now } from "@/lib/time";
import { masked, parseComplainant } from "./complainants/rules";
import {
  canHandleComplaint,
  canReadComplainant,
  canReopenComplaint,
  type Part,
  seesAllTelcos,
  visibleComplaints,
} from "./policy";
import { readComplaints } from "./reach/queries";
import { complaintCode, isLate, isOpen, maskNumbersIn } from "./rules";
import type { Channel, ComplaintFilter, ComplaintKind, ComplaintState } from "./schema";
import { readPhone, readSource } from "./sources/rules";
import type { SourceKind } from "./sources/schema";
import { findPart } from "./standing/queries";

const PER_PAGE = 30;
const EXPORTED = 50_000;

type Found = {
  id: string;
  year: number;
  number: number;
  telcoId: string;
  telco: string;
  enteredByUnitId: string;
  enteredByUnit: string;
  channel: Channel;
  kind: ComplaintKind;
  sourceKind: SourceKind | null;
  sourceValue: string | null;
  content: string;
  receivedAt: Date;
  dueAt: Date;
  closedAt: Date | null;
  state: ComplaintState;
  stateReason: string;
};

/** A page of what the actor may see; open ones by due time, others newest first. */
export async function listComplaints(actor: Actor, filter: ComplaintFilter) {
  const part = await findPart(actor);
  const found = await readRows(actor, part, filter, PER_PAGE + 1);
  const rows = found.slice(0, PER_PAGE).map((row) => toRow(row, part));
  const last = found[PER_PAGE - 1];
  const next = found.length > PER_PAGE && last ? cursorOf(last, filter) : null;
  return { rows, next };
}

export type ComplaintRow = ReturnType<typeof toRow>;

/** The same for a workbook, as far as one can be opened. */
export async function exportComplaints(actor: Actor, filter: ComplaintFilter) {
  const part = await findPart(actor);
  if (part === null) return null;
  const rows = await readRows(actor, part, { ...filter, after: undefined }, EXPORTED);
  return rows.map((row) => toRow(row, part));
}

/** What waits, and what waits too long; a commune counts what it took down. */
export async function summariseComplaints(actor: Actor) {
  const part = await findPart(actor);
  const { ids, of } = await reachOf(actor, part);
  const [row] = await readComplaints(
    actor,
    part,
    (tx) => tx.$queryRaw<{ open: number; fresh: number; overdue: number; soon: number }[]>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE c.state = 'new')::int AS fresh,
           count(*) FILTER (WHERE c."dueAt" < ${now()}::timestamptz)::int AS overdue,
           count(*) FILTER (WHERE c."dueAt" >= ${now()}::timestamptz
                            AND c."dueAt" < ${now()}::timestamptz + interval '24 hours')::int AS soon
    FROM "Complaint" c WHERE c."closedAt" IS NULL AND ${of} = ANY (${ids}::uuid[])`,
  );
  return row ?? { open: 0, fresh: 0, overdue: 0, soon: 0 };
}

/** One complaint with what happened; null when it is another's. */
export async function findComplaint(actor: Actor, id: string) {
  const part = await findPart(actor);
  const seen = await readComplaints(actor, part, (tx) => readCase(tx, actor, part, id));
  if (!seen) return null;
  const { found, followed, alike } = seen;
  const { complainant, complainantKey: _, sameAs: __, ...rest } = found;
  const where = followed.at(-1) ?? found;
  const [measures, source] = await Promise.all([
    listLadder(actor, part, found),
    seesAllTelcos(part) ? findSourceId(found) : null,
  ]);
  return {
    ...rest,
    content: canReadComplainant(actor, part, found)
      ? found.content
      : maskNumbersIn(found.content, found.sourceValue),
    code: complaintCode(found),
    part,
    outcome: { state: where.state, reason: where.stateReason, closedAt: where.closedAt },
    followed,
    measures,
    sourceId: source?.id ?? null,
    complainant: complainant ? masked(parseComplainant(openField(id, complainant))) : null,
    late: isLate(found, now()),
    mayHandle: canHandleComplaint(actor, part, found) && isOpen(found),
    mayReopen: canReopenComplaint(actor, part, found),
    /** Other open cases of this source, that what stops it answers as well. */
    alike,
    mayReveal: complainant !== null && canReadComplainant(actor, part, found),
  };
}

export type ComplaintView = NonNullable<Awaited<ReturnType<typeof findComplaint>>>;

/** The case itself, where it went, and how many open ones of its source its handler could end with it. */
async function readCase(tx: Transaction, actor: Actor, part: Part, id: string) {
  const found = await tx.complaint.findFirst({
    where: { id, AND: visibleComplaints(actor, part) },
    include: {
      telco: { select: { name: true, shortName: true } },
      enteredByUnit: { select: { name: true } },
      entries: { orderBy: [{ at: "asc" }, { id: "asc" }], take: 100, omit: { complaintId: true } },
    },
  });
  if (!found) return null;
  const { telcoId, sourceKind, sourceValue } = found;
  const handles = canHandleComplaint(actor, part, found) && isOpen(found);
  const same = { telcoId, sourceKind, sourceValue, closedAt: null, id: { not: id } };
  return {
    found,
    // A commune follows its resident's case to where it went; a telco is not told of another's.
    followed: part === "telco" ? [] : await followRoute(tx, id),
    alike: handles && sourceValue ? await tx.complaint.count({ where: same }) : 0,
  };
}

type Ladder = { telcoId: string; sourceKind: SourceKind | null; sourceValue: string | null };

/** What was done to the source: to a telco its own steps alone. */
function listLadder(actor: Actor, part: Part, { sourceKind, sourceValue }: Ladder) {
  if (!sourceKind || !sourceValue) return [];
  const whose = seesAllTelcos(part) || part === "reporter" ? {} : { telco: ownUnits(actor) };
  return db.sourceMeasure.findMany({
    where: { sourceKind, sourceValue, ...whose },
    select: {
      id: true,
      step: true,
      takenAt: true,
      byName: part !== "reporter",
      note: part !== "reporter",
      telco: { select: { shortName: true } },
    },
    orderBy: [{ takenAt: "asc" }, { id: "asc" }],
    take: 50,
  });
}

const findSourceId = ({ sourceKind, sourceValue }: Ladder) =>
  sourceKind && sourceValue
    ? db.reportedSource.findUnique({
        where: { kind_value: { kind: sourceKind, value: sourceValue } },
        select: { id: true },
      })
    : null;

function followRoute(tx: Transaction, id: string) {
  return tx.$queryRaw<
    {
      id: string;
      state: ComplaintState;
      stateReason: string;
      closedAt: Date | null;
      telco: string;
      since: Date;
    }[]
  >`
    WITH RECURSIVE onward AS (
      SELECT c.*, 1 AS depth FROM "Complaint" c WHERE c."routedFromId" = ${id}::uuid
      UNION ALL
      SELECT c.*, o.depth + 1 FROM onward o JOIN "Complaint" c ON c."routedFromId" = o.id WHERE o.depth < 10
    )
    SELECT o.id, o.state::text, o."stateReason", o."closedAt", u.name AS telco, o."receivedAt" AS since
    FROM onward o JOIN "Unit" u ON u.id = o."telcoId" ORDER BY o.depth`;
}

const toRow = (row: Found, part: Part) => ({
  ...row,
  code: complaintCode(row),
  // A list is read over one's shoulder.
  content: maskNumbersIn(row.content, row.sourceValue),
  late: isLate(row, now()),
  telco: part === "telco" ? "" : row.telco,
});

/** Whose rows, and by which of their columns: each unit is read by an index of its own. */
type Reach = { ids: string[]; of: Prisma.Sql };

/** The same rule as `visibleComplaints`, as SQL over `c`; a test holds one against the other. */
async function reachOf(actor: Actor, part: Part): Promise<Reach> {
  const entered = Prisma.sql`c."enteredByUnitId" <> c."telcoId" AND c."routedFromId" IS NULL AND c."enteredByUnitId"`;
  if (part === null) return { ids: [], of: entered };
  const units = await db.unit.findMany({
    where: seesAllTelcos(part) ? { kind: { home: "telecom" } } : ownUnits(actor),
    select: { id: true },
    take: 500,
  });
  const of = part === "reporter" ? entered : Prisma.sql`c."telcoId"`;
  return { ids: units.map(({ id }) => id), of };
}

const byDue = ({ show, state }: ComplaintFilter) =>
  !state && (show === "open" || show === "overdue");

const cursorOf = (row: Found, filter: ComplaintFilter) =>
  `${(byDue(filter) ? row.dueAt : row.receivedAt).toISOString()}_${row.id}`;

async function readRows(actor: Actor, part: Part, filter: ComplaintFilter, limit: number) {
  const { ids, of } = await reachOf(actor, part);
  const due = byDue(filter);
  const order = due ? Prisma.sql`c."dueAt", c.id` : Prisma.sql`c."receivedAt" DESC, c.id DESC`;
  const [at, id] = filter.after?.split("_") ?? [];
  const beyond = !at
    ? Prisma.sql`TRUE`
    : due
      ? Prisma.sql`(c."dueAt", c.id) > (${at}::timestamptz, ${id}::uuid)`
      : Prisma.sql`(c."receivedAt", c.id) < (${at}::timestamptz, ${id}::uuid)`;
  const rows = Prisma.sql`
    SELECT c.id, c.year, c.number, c."telcoId", t."shortName" AS telco, c."enteredByUnitId",
           e."shortName" AS "enteredByUnit", c.channel::text, c.kind::text, c."sourceKind"::text,
           c."sourceValue", c.content, c."receivedAt", c."dueAt", c."closedAt", c.state::text,
           c."stateReason"
    FROM unnest(${ids}::uuid[]) AS whose(id)
    CROSS JOIN LATERAL (
      SELECT c.* FROM "Complaint" c
      WHERE ${of} = whose.id AND ${Prisma.join(conditions(filter), " AND ")} AND ${beyond}
      ORDER BY ${order} LIMIT ${limit}) AS c
    JOIN "Unit" t ON t.id = c."telcoId" JOIN "Unit" e ON e.id = c."enteredByUnitId"
    ORDER BY ${order} LIMIT ${limit}`;
  return readComplaints(actor, part, (tx) => tx.$queryRaw<Found[]>(rows));
}

function conditions(filter: ComplaintFilter): Prisma.Sql[] {
  const { state, kind, channel, telco, q } = filter;
  const shown = {
    open: Prisma.sql`c."closedAt" IS NULL`,
    overdue: Prisma.sql`c."closedAt" IS NULL AND c."dueAt" < ${now()}::timestamptz`,
    done: Prisma.sql`c."closedAt" IS NOT NULL`,
    all: Prisma.sql`TRUE`,
  }[filter.show];
  return [
    // What is searched for is found whatever became of it.
    state ? Prisma.sql`c.state::text = ${state}` : q ? Prisma.sql`TRUE` : shown,
    ...(kind ? [Prisma.sql`c.kind::text = ${kind}`] : []),
    ...(channel ? [Prisma.sql`c.channel::text = ${channel}`] : []),
    ...(telco ? [Prisma.sql`c."telcoId" = ${telco}::uuid`] : []),
    ...(filter.import ? [Prisma.sql`c."importId" = ${filter.import}::uuid`] : []),
    ...(q ? [searched(q)] : []),
  ];
}

/** A code, a source in any way of writing, or the number of who complained. */
function searched(q: string): Prisma.Sql {
  const code = /^(?:PA-?)?(\d{4})-0*(\d{1,9})$/i.exec(q);
  if (code) return Prisma.sql`c.year = ${Number(code[1])} AND c.number = ${Number(code[2])}`;
  const phone = readPhone(q);
  if (phone) {
    return Prisma.sql`(c."sourceValue" = ${phone} OR c."complainantKey" = ANY (${findKeysOf(phone)}::text[]))`;
  }
  return Prisma.sql`c."sourceValue" = ${readSource(q)?.value ?? q}`;
}
