import "server-only";

import { type Actor, isDistrict } from "@/lib/auth/actor";
import type { Prisma, Transaction } from "@/lib/db";
import { readEvidence } from "../evidence/queries";
import { visibleIncidents } from "../policy";
import { readIncidents } from "../reach/queries";
import { caseCode, durationsOf, isRestricted } from "../rules";
import { writeView } from "../views/commands";

const facts = {
  unit: { select: { name: true, shortName: true, phone: true } },
  handlerUnit: { select: { name: true, shortName: true, phone: true } },
  systems: { orderBy: [{ addedAt: "asc" }, { id: "asc" }], take: 50 },
  indicators: { orderBy: [{ addedAt: "asc" }, { id: "asc" }], take: 200 },
  tasks: { orderBy: [{ position: "asc" }, { id: "asc" }], take: 100 },
  deadlines: { orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: 40 },
  reports: { orderBy: [{ at: "asc" }, { id: "asc" }], take: 50 },
} satisfies Prisma.IncidentInclude;

const ENTRIES = 500;

/**
 * Everything that is known of one case as plain data, for forms and packets; null when not visible.
 * Numbers are whole: whoever prints decides who may read them. A restricted case is logged as viewed.
 */
export const loadCase = (actor: Actor, id: string) =>
  readIncidents(actor, (tx) => readCase(tx, actor, id));

async function readCase(tx: Transaction, actor: Actor, id: string) {
  const found = await tx.incident.findFirst({
    where: { id, AND: visibleIncidents(actor) },
    include: facts,
  });
  if (!found) return null;
  const evidence = await readEvidence(tx, id);
  const entries = await tx.incidentEntry.findMany({
    where: { incidentId: id },
    orderBy: [{ happenedAt: "asc" }, { id: "asc" }],
    take: ENTRIES,
  });
  const { reportedById, ownerId, handlerId, closedById } = found;
  const people = await peopleOf(tx, [reportedById, ownerId, handlerId, closedById]);
  if (isRestricted(found)) await writeView(tx, actor, { id, what: "document" });
  const { reports, ...rest } = found;
  return {
    ...rest,
    evidence,
    code: caseCode(found),
    durations: durationsOf(found),
    reporter: people.get(found.reportedById) ?? null,
    owner: people.get(found.ownerId ?? "") ?? null,
    handler: people.get(found.handlerId ?? "") ?? null,
    entries,
    reports,
    initialReport: reports.find(({ kind }) => kind === "initial") ?? null,
    closingReport: reports.findLast(({ kind }) => kind === "closing") ?? null,
  };
}

export type IncidentCase = NonNullable<Awaited<ReturnType<typeof loadCase>>>;

async function peopleOf(tx: Transaction, ids: (string | null)[]) {
  const people = await tx.user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: {
      id: true,
      fullName: true,
      title: true,
      phone: true,
      unit: { select: { name: true } },
    },
  });
  return new Map(people.map((person) => [person.id, person]));
}

/** Closed cases of a time, one row a kind, as Mẫu 05 asks; drills never count. */
export async function summariseCasesByKind(
  actor: Actor,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
) {
  if (!isDistrict(actor)) return [];
  return readIncidents(
    actor,
    (tx) => tx.$queryRaw<KindFigures[]>`
    SELECT i.kind::text AS kind, count(*)::int AS total,
      count(*) FILTER (WHERE i."escalatedAt" IS NULL)::int AS "handledAlone",
      count(*) FILTER (WHERE i."escalatedAt" IS NOT NULL)::int AS "withHelp",
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "IncidentReport" r
        WHERE r."incidentId" = i.id AND r.kind = 'initial'))::int AS "reportedUp"
    FROM "Incident" i
    WHERE i."drillId" IS NULL AND i.state NOT IN ('rejected', 'merged')
      AND i."reportedAt" >= ${startsAt}::timestamptz AND i."reportedAt" < ${endsAt}::timestamptz
    GROUP BY i.kind ORDER BY i.kind`,
  );
}

export type KindFigures = {
  kind: string;
  total: number;
  handledAlone: number;
  withHelp: number;
  reportedUp: number;
};
