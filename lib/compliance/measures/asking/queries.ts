import "server-only";

import { Prisma } from "@/lib/db";
import type { ComplianceMeasure } from "../../schema";

/** Of which campaign, as it stood when, and of which units; all where none are named. */
export type Scope = {
  campaign: { id: string; startsAt: Date; endsAt: Date };
  at: Date;
  unitIds?: readonly string[];
};

/** What a measure came to for one unit. */
export type Observed = { required: number; observed: number; failed: number; soon: number };

/** Pure description: it asks nothing itself and writes nothing. */
export type Measure = {
  measure: ComplianceMeasure;
  label: string;
  /** What is required, for whoever asks why a unit is red. */
  asks: string;
  /** What was observed, in one sentence. */
  says: (of: Observed) => string;
  /** One row per unit asked: unitId, required, observed, done, failed, soon, since. */
  lines: (scope: Scope) => Prisma.Sql;
  /** The rows behind the figures: unitId, id, title, askedAt, dueAt, doneAt. */
  rows: (scope: Scope) => Prisma.Sql;
  /** Where one of these rows is read. */
  href: (row: { id: string; unitId: string }) => string;
};

export const only = ({ unitIds }: Scope, unit: Prisma.Sql) =>
  unitIds ? Prisma.sql`AND ${unit} = ANY (${[...unitIds]}::uuid[])` : Prisma.empty;

/** Whose obligation of the campaign is measured by this, as it stood then, and its first deadline. */
export const asked = (scope: Scope, measure: ComplianceMeasure) => Prisma.sql`
  SELECT a."unitId", min(a."dueAt") AS "dueAt" FROM (${assignments(scope, measure)}) a
  GROUP BY a."unitId"`;

export const assignments = (scope: Scope, measure: ComplianceMeasure) => Prisma.sql`
  SELECT a.*, d."issuedAt", o.text
  FROM "Directive" d JOIN "DirectiveSection" s ON s."directiveId" = d.id
    JOIN "Obligation" o ON o."sectionId" = s.id JOIN "Assignment" a ON a."obligationId" = o.id
  WHERE d."campaignId" = ${scope.campaign.id}::uuid AND d."issuedAt" <= ${scope.at}::timestamptz
    AND (d."recalledAt" IS NULL OR d."recalledAt" > ${scope.at}::timestamptz)
    AND ${measure} = ANY (o.measures)
    AND (a."releasedAt" IS NULL OR a."releasedAt" > ${scope.at}::timestamptz)
    AND (a."passedAt" IS NULL OR a."passedAt" > ${scope.at}::timestamptz)
    ${only(scope, Prisma.sql`a."unitId"`)}`;

/** An instant as it was known then: what came later had not happened. */
export const by = (scope: Scope, instant: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${instant} <= ${scope.at}::timestamptz THEN ${instant} END`;

/** What falls within the campaign, as far as it has gone. */
export const within = ({ campaign: { startsAt, endsAt }, at }: Scope, instant: Prisma.Sql) => {
  const until = at < endsAt ? at : endsAt;
  return Prisma.sql`(${instant} >= ${startsAt}::timestamptz AND ${instant} < ${until}::timestamptz)`;
};

type Items = {
  /** Who is asked: unitId. */
  units: (scope: Scope) => Prisma.Sql;
  /** unitId, id, title, askedAt, dueAt, doneAt; with `sized` also size and made. */
  items: (scope: Scope) => Prisma.Sql;
  /** From so long before its deadline an open thing is at risk. */
  soonHours: number;
  /** Required and observed are sums of `size` and `made`, not numbers of things. */
  sized?: true;
};

/** The usual measure: things with a deadline that are done or not. */
export const fromItems = ({
  units,
  items,
  soonHours,
  sized,
}: Items): Pick<Measure, "lines" | "rows"> => {
  const lines = (scope: Scope) => {
    const at = Prisma.sql`${scope.at}::timestamptz`;
    const done = Prisma.sql`i."doneAt" IS NOT NULL`;
    const failed = Prisma.sql`i."doneAt" IS NULL AND i."dueAt" < ${at}`;
    const soon = Prisma.sql`i."doneAt" IS NULL AND i."dueAt" >= ${at}
      AND i."dueAt" <= ${at} + make_interval(hours => ${soonHours}::int)`;
    const size = sized ? Prisma.sql`coalesce(sum(i.size), 0)` : Prisma.sql`count(i."unitId")`;
    const made = sized
      ? Prisma.sql`coalesce(sum(i.made), 0)`
      : Prisma.sql`count(*) FILTER (WHERE ${done})`;
    return Prisma.sql`
      SELECT c."unitId", c.required, c.observed, c.done, c.failed, c.soon,
        CASE WHEN c.failed > 0 THEN c."failedAt"
             WHEN c.soon > 0 THEN greatest(c."askedAt",
               c."soonAt" - make_interval(hours => ${soonHours}::int))
             ELSE c."doneAt" END AS since
      FROM (
        SELECT q."unitId", ${size}::int AS required, ${made}::int AS observed,
          count(*) FILTER (WHERE ${done})::int AS done,
          count(*) FILTER (WHERE ${failed})::int AS failed,
          count(*) FILTER (WHERE ${soon})::int AS soon,
          min(i."dueAt") FILTER (WHERE ${failed}) AS "failedAt",
          min(i."dueAt") FILTER (WHERE ${soon}) AS "soonAt",
          min(i."askedAt") FILTER (WHERE ${soon}) AS "askedAt",
          max(i."doneAt") AS "doneAt"
        FROM (${units(scope)}) q LEFT JOIN (${items(scope)}) i ON i."unitId" = q."unitId"
        GROUP BY q."unitId") c`;
  };
  return { lines, rows: items };
};
