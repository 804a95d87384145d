import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { DISTRICT_ZONE, now } from "@/lib/time";
import { seesAllTelcos } from "../policy";
import type { ComplaintKind } from "../schema";
import { readSource } from "../sources/rules";
import type { SourceKind } from "../sources/schema";
import { findPart } from "../standing/queries";
import type { ClusterFilter } from "./schema";

const PER_PAGE = 30;
const DAYS = 30;

type Found = {
  id: string;
  kind: SourceKind;
  value: string;
  complaints: number;
  telcos: string[];
  communes: number;
  firstAt: Date;
  lastAt: Date;
  warned: boolean;
};

/** Sources that more than one telco or commune was told of. Police and district alone. */
export async function listClusters(actor: Actor, { kind, sort, q, page }: ClusterFilter) {
  if (!seesAllTelcos(await findPart(actor))) return { rows: [], hasNext: false };
  const order =
    sort === "count"
      ? Prisma.sql`s.complaints DESC, s."lastAt" DESC, s.id`
      : Prisma.sql`s."lastAt" DESC, s.id`;
  const found = await db.$queryRaw<Found[]>`
    SELECT s.id, s.kind::text, s.value, s.complaints, s."firstAt", s."lastAt",
           ARRAY(SELECT u."shortName" FROM "Unit" u WHERE u.id = ANY (s."telcoIds") ORDER BY 1) AS telcos,
           cardinality(s."communeIds") AS communes,
           EXISTS (SELECT 1 FROM "SourceWarning" w WHERE w."sourceId" = s.id) AS warned
    FROM "ReportedSource" s
    WHERE cardinality(s."telcoIds") + cardinality(s."communeIds") > 1
      AND ${kind ? Prisma.sql`s.kind::text = ${kind}` : Prisma.sql`TRUE`}
      AND ${q ? Prisma.sql`s.value = ${readSource(q)?.value ?? q}` : Prisma.sql`s.complaints > 1`}
    ORDER BY ${order} LIMIT ${PER_PAGE + 1} OFFSET ${(page - 1) * PER_PAGE}`;
  return { rows: found.slice(0, PER_PAGE), hasNext: found.length > PER_PAGE };
}

export type ClusterRow = Found;

/** One source over all telcos and communes, with each day of the last month; null when not the actor's. */
export async function findCluster(actor: Actor, id: string) {
  if (!seesAllTelcos(await findPart(actor))) return null;
  const source = await db.reportedSource.findUnique({
    where: { id },
    include: {
      warnings: {
        select: {
          id: true,
          text: true,
          sentAt: true,
          sentBy: true,
          receipts: { select: { acknowledgedAt: true } },
        },
        orderBy: { sentAt: "desc" },
        take: 10,
      },
    },
  });
  if (!source) return null;
  const is = Prisma.sql`c."sourceValue" = ${source.value} AND c."sourceKind" = ${source.kind}::"ReportedSourceKind"`;
  const [days, telcos, communes, kinds, measures] = await Promise.all([
    db.$queryRaw<{ day: string; count: number }[]>`
      SELECT to_char(d.day, 'YYYY-MM-DD') AS day, count(c.id)::int AS count
      FROM (SELECT (${now()}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date - ago AS day
            FROM generate_series(0, ${DAYS - 1}::int) AS ago) AS d
      LEFT JOIN "ComplaintFact" c ON ${is} AND c."routedFromId" IS NULL
        AND c."receivedAt" >= d.day::timestamp AT TIME ZONE ${DISTRICT_ZONE}
        AND c."receivedAt" < (d.day + 1)::timestamp AT TIME ZONE ${DISTRICT_ZONE}
      GROUP BY d.day ORDER BY d.day`,
    db.$queryRaw<{ name: string; total: number; open: number }[]>`
      SELECT u.name, count(*)::int AS total, count(*) FILTER (WHERE c."closedAt" IS NULL)::int AS open
      FROM "ComplaintFact" c JOIN "Unit" u ON u.id = c."telcoId" WHERE ${is} GROUP BY u.id ORDER BY total DESC, u.name`,
    db.$queryRaw<{ name: string; total: number }[]>`
      SELECT u.name, count(*)::int AS total FROM "ComplaintFact" c JOIN "Unit" u ON u.id = c."enteredByUnitId"
      WHERE ${is} AND c."enteredByUnitId" <> c."telcoId" AND c."routedFromId" IS NULL
      GROUP BY u.id ORDER BY total DESC, u.name LIMIT 30`,
    db.$queryRaw<{ kind: ComplaintKind; count: number }[]>`
      SELECT c.kind::text, count(*)::int AS count FROM "ComplaintFact" c WHERE ${is} GROUP BY 1 ORDER BY 2 DESC, 1`,
    db.sourceMeasure.findMany({
      where: { sourceKind: source.kind, sourceValue: source.value },
      select: { id: true, step: true, takenAt: true, telco: { select: { shortName: true } } },
      orderBy: [{ takenAt: "desc" }, { id: "desc" }],
      take: 30,
    }),
  ]);
  return { ...source, days, telcos, communes, kinds, measures };
}

/** A warning as a commune gets it, or as those who sent it follow it; null for whom it is not. */
export async function findSourceWarning(actor: Actor, id: string) {
  const above = seesAllTelcos(await findPart(actor));
  const warning = await db.sourceWarning.findFirst({
    where: { id, ...(above ? {} : { receipts: { some: { unitId: actor.unitId } } }) },
    select: {
      id: true,
      text: true,
      sentAt: true,
      sentBy: true,
      sentByUnit: true,
      receipts: {
        where: above ? {} : { unitId: actor.unitId },
        select: {
          unitId: true,
          acknowledgedAt: true,
          acknowledgedBy: true,
          unit: { select: { name: true, phone: true } },
        },
        orderBy: [{ acknowledgedAt: { sort: "asc", nulls: "first" } }, { unit: { name: "asc" } }],
        take: 500,
      },
    },
  });
  if (!warning) return null;
  const own = warning.receipts.find(({ unitId }) => unitId === actor.unitId) ?? null;
  return { ...warning, above, own };
}
