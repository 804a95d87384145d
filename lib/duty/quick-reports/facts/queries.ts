import "server-only";

import type { Transaction } from "@/lib/db";
import type { Span } from "../../schema";
import { noEntries, noteworthy } from "../rules";
import type { Facts } from "../schema";

type Of = Span & { unitId: string };

/**
 * What the unit's own rows say of a span of time. Each source is one function below: what a unit
 * comes to keep elsewhere is counted by one more, with a field of its own in `factsSchema`.
 */
export async function gatherFacts(tx: Transaction, of: Of): Promise<Facts> {
  return {
    log: await countLog(tx, of),
    onDuty: await listOnDuty(tx, of),
    missedCheckIns: await countMissedCheckIns(tx, of),
    incidents: await countIncidents(tx, of),
  };
}

/** Entries to start the report's text from: what was put right is told as it is now. */
export function listNoteworthy(tx: Transaction, { unitId, startsAt, endsAt }: Of) {
  return tx.$queryRaw<{ happenedAt: Date; text: string }[]>`
    SELECT e."happenedAt", coalesce(c.text, e.text) AS text
    FROM "ShiftLogEntry" e
    LEFT JOIN LATERAL (SELECT text FROM "ShiftLogEntry" WHERE "correctsId" = e.id
                       ORDER BY "recordedAt" DESC, id DESC LIMIT 1) c ON TRUE
    WHERE e."unitId" = ${unitId}::uuid AND e."correctsId" IS NULL
      AND e.kind::text = ANY (${[...noteworthy]})
      AND e."happenedAt" >= ${startsAt}::timestamptz AND e."happenedAt" < ${endsAt}::timestamptz
    ORDER BY e."happenedAt", e.id LIMIT 40`;
}

/** What the last handovers of the time left open. */
export async function findOpenPoints(tx: Transaction, { unitId, startsAt, endsAt }: Of) {
  const handovers = await tx.handover.findMany({
    where: { unitId, points: { not: "" }, writtenAt: { gte: startsAt, lt: endsAt } },
    select: { points: true },
    orderBy: { writtenAt: "desc" },
    take: 2,
  });
  return handovers.map(({ points }) => points).join("\n");
}

async function countLog(tx: Transaction, { unitId, startsAt, endsAt }: Of) {
  const rows = await tx.shiftLogEntry.groupBy({
    by: ["kind"],
    where: { unitId, correctsId: null, happenedAt: { gte: startsAt, lt: endsAt } },
    _count: true,
  });
  const counts = noEntries();
  for (const { kind, _count } of rows) counts[kind] = _count;
  return counts;
}

/** Who stands on the roster at the end of the span. */
async function listOnDuty(tx: Transaction, { unitId, endsAt }: Of) {
  const shifts = await tx.shift.findMany({
    where: {
      unitId,
      toEdition: null,
      publishedAt: { not: null },
      startsAt: { lt: endsAt },
      endsAt: { gte: endsAt },
    },
    select: { post: true, person: { select: { name: true, title: true } } },
    orderBy: [{ post: "asc" }, { startsAt: "asc" }, { id: "asc" }],
    take: 20,
  });
  return shifts.map(({ post, person }) => ({ ...person, post }));
}

const countMissedCheckIns = (tx: Transaction, { unitId, startsAt, endsAt }: Of) =>
  tx.dutyAlert.count({
    where: { unitId, kind: "missed_check_in", raisedAt: { gte: startsAt, lt: endsAt } },
  });

/** Drills are never told as incidents; what was none, or was told twice, counts once or not at all. */
async function countIncidents(tx: Transaction, { unitId, startsAt, endsAt }: Of) {
  const [counts] = await tx.$queryRaw<{ reported: number; open: number }[]>`
    SELECT count(*) FILTER (WHERE i."reportedAt" >= ${startsAt}::timestamptz)::int AS reported,
      count(*) FILTER (WHERE i."closedAt" IS NULL OR i."closedAt" >= ${endsAt}::timestamptz)::int AS open
    FROM "IncidentFact" i
    WHERE i."unitId" = ${unitId}::uuid AND i."drillId" IS NULL
      AND i.state NOT IN ('rejected', 'merged') AND i."reportedAt" < ${endsAt}::timestamptz`;
  return counts ?? { reported: 0, open: 0 };
}
