import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { judgedLines, measureOf, worstOf } from "../measures/queries";
import { canSeeCompliance, canSeePicture } from "../policy";
import { instantOf } from "../rules";
import {
  byHand,
  type ComplianceMeasure,
  complianceMeasures,
  type PictureFilter,
  type UnitListFilter,
  type Verdict,
} from "../schema";
import { findStanding, linesOf, type Standing } from "../standing/queries";

const PER_PAGE = 50;
const ROWS = 200;

type Line = {
  measure: ComplianceMeasure;
  required: number;
  observed: number;
  failed: number;
  soon: number;
  since: Date | null;
  verdict: Verdict;
};

type UnitRow = Omit<Line, "measure"> & {
  unitId: string;
  name: string;
  phone: string | null;
  kindCode: string;
  kindLabel: string;
};

/** Worst first. */
const trouble = (verdict: Prisma.Sql) => Prisma.sql`
  array_position(ARRAY['not_met', 'at_risk', 'not_measurable', 'met'], ${verdict})`;

/** The units asked for one thing, those in trouble first; or for all of it, by their worst. */
export async function listComplianceUnits(
  actor: Actor,
  measure: ComplianceMeasure | "all",
  filter: UnitListFilter,
) {
  if (!canSeePicture(actor)) return null;
  const standing = await findStanding(actor, filter);
  if (!standing) return null;
  const text = foldVietnamese(filter.q).replace(/[\\%_]/g, "\\$&");
  const where = Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(filter.kind ? [Prisma.sql`u."kindCode" = ${filter.kind}`] : []),
      ...(filter.verdict ? [Prisma.sql`l.verdict = ${filter.verdict}`] : []),
      ...(text
        ? [
            Prisma.sql`unit_search_text(u.code, u.name, u."shortName", u.aliases) LIKE ${`%${text}%`}`,
          ]
        : []),
    ],
    " AND ",
  );
  const rows = await db.$queryRaw<UnitRow[]>`
    SELECT l.*, u.name, u.phone, u."kindCode", k.label AS "kindLabel"
    FROM (${measure === "all" ? worstLines(standing) : linesWith(standing, measure)}) l
    JOIN "Unit" u ON u.id = l."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE ${where}
    ORDER BY ${trouble(Prisma.sql`l.verdict`)}, l.failed DESC, l.since NULLS LAST, k.rank,
      u.name COLLATE "vi-x-icu", u.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(filter.page - 1) * PER_PAGE}`;
  const page = rows.slice(0, PER_PAGE);
  const strips = await listStrips(
    standing,
    measure,
    page.map(({ unitId }) => unitId),
  );
  return {
    standing,
    hasNext: rows.length > PER_PAGE,
    rows: page.map((row) => ({
      ...row,
      says:
        measure === "all"
          ? `${row.failed} nghĩa vụ chưa đạt, ${row.soon} có nguy cơ, ${row.observed}/${row.required} đạt`
          : measureOf[measure].says(row),
      days: strips.get(row.unitId) ?? [],
    })),
  };
}

export type ComplianceUnitRow = NonNullable<
  Awaited<ReturnType<typeof listComplianceUnits>>
>["rows"][number];

const linesWith = (standing: Standing, measure: ComplianceMeasure) => Prisma.sql`
  SELECT m."unitId", m.required, m.observed, m.failed, m.soon, m.since, m.verdict
  FROM (${linesOf(standing)}) m WHERE m.measure = ${measure}`;

/** Of each unit how many obligations stand how. */
const worstLines = (standing: Standing) => Prisma.sql`
  SELECT w."unitId", c.required, c.observed, c.failed, c.soon, c.since, w.verdict
  FROM (${worstOf(linesOf(standing))}) w JOIN (
    SELECT m."unitId", count(*)::int AS required,
      count(*) FILTER (WHERE m.verdict = 'met')::int AS observed,
      count(*) FILTER (WHERE m.verdict = 'not_met')::int AS failed,
      count(*) FILTER (WHERE m.verdict = 'at_risk')::int AS soon,
      min(m.since) FILTER (WHERE m.verdict = 'not_met') AS since
    FROM (${linesOf(standing)}) m WHERE m.measure <> ALL (${[...byHand]}::text[])
    GROUP BY m."unitId") c ON c."unitId" = w."unitId"`;

/** How these units stood on every day up to the one looked at. */
async function listStrips(
  { campaign, day }: Standing,
  measure: ComplianceMeasure | "all",
  unitIds: string[],
) {
  const lines = Prisma.sql`
    SELECT measure, "unitId", verdict, day FROM "ComplianceLine"
    WHERE "campaignId" = ${campaign.id}::uuid AND "unitId" = ANY (${unitIds}::uuid[])
      AND day <= ${day?.day ?? "1970-01-01"}::date
      ${
        measure === "all"
          ? Prisma.sql`AND measure <> ALL (${[...byHand]}::text[])`
          : Prisma.sql`AND measure = ${measure}`
      }`;
  const rows = await db.$queryRaw<{ unitId: string; day: string; verdict: Verdict }[]>`
    SELECT DISTINCT ON (l."unitId", l.day) l."unitId", to_char(l.day, 'YYYY-MM-DD') AS day, l.verdict
    FROM (${lines}) l
    ORDER BY l."unitId", l.day,
      array_position(ARRAY['not_met', 'at_risk', 'met', 'not_measurable'], l.verdict)`;
  const strips = new Map<string, { day: string; verdict: Verdict }[]>();
  for (const { unitId, ...one } of rows) {
    strips.set(unitId, [...(strips.get(unitId) ?? []), one]);
  }
  return strips;
}

/** Everything that is measured of one unit in one picture; null where it is not the actor's. */
export async function findComplianceUnit(actor: Actor, unitId: string, filter: PictureFilter) {
  if (!canSeePicture(actor)) return null;
  const [standing, unit] = await Promise.all([
    findStanding(actor, filter),
    db.unit.findUnique({
      where: { id: unitId },
      select: { id: true, name: true, phone: true, kind: { select: { label: true } } },
    }),
  ]);
  if (!standing || !unit) return null;
  const lines = await db.$queryRaw<Line[]>`
    SELECT m.measure, m.required, m.observed, m.failed, m.soon, m.since, m.verdict
    FROM (${linesOf({ ...standing, touched: standing.touched.filter((id) => id === unitId) })}) m
    WHERE m."unitId" = ${unitId}::uuid
    ORDER BY ${trouble(Prisma.sql`m.verdict`)}, m.measure`;
  const days = await listUnitDays(standing, unitId);
  return {
    standing,
    unit,
    lines: lines.map((line) => ({
      ...told(line),
      days: days.filter(({ measure }) => measure === line.measure),
    })),
  };
}

const listUnitDays = ({ campaign, day }: Standing, unitId: string) =>
  db.$queryRaw<{ measure: string; day: string; verdict: Verdict }[]>`
    SELECT measure, to_char(day, 'YYYY-MM-DD') AS day, verdict FROM "ComplianceLine"
    WHERE "campaignId" = ${campaign.id}::uuid AND "unitId" = ${unitId}::uuid
      AND day <= ${day?.day ?? "1970-01-01"}::date
    ORDER BY "ComplianceLine".day`;

const told = (line: Line) => {
  const { label, asks, says } = measureOf[line.measure];
  return { ...line, label, asks, says: says(line), byHand: byHand.includes(line.measure) };
};

export type ToldLine = ReturnType<typeof told>;

type Row = {
  id: string | null;
  title: string;
  askedAt: Date | null;
  dueAt: Date | null;
  doneAt: Date | null;
};

/** The rows one figure was counted from, as they stood at that time: what fails first. */
export async function findComplianceRows(
  actor: Actor,
  { measure, unitId }: { measure: ComplianceMeasure; unitId: string },
  filter: PictureFilter,
) {
  const found = await findComplianceUnit(actor, unitId, filter);
  if (!found) return null;
  const { campaign, day } = found.standing;
  const at = day ? instantOf(day.day, campaign, now()) : now();
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.title, r."askedAt", r."dueAt", r."doneAt"
    FROM (${measureOf[measure].rows({ campaign, at, unitIds: [unitId] })}) r
    WHERE r."unitId" = ${unitId}::uuid
    ORDER BY r."doneAt" IS NOT NULL, r."dueAt" NULLS LAST, r."askedAt" DESC, r.id LIMIT ${ROWS}`;
  return {
    ...found,
    at,
    line: found.lines.find((line) => line.measure === measure) ?? null,
    rows: rows.map((row) => ({
      ...row,
      href: measureOf[measure].href({ id: row.id ?? "", unitId }),
    })),
  };
}

export type ComplianceRow = NonNullable<
  Awaited<ReturnType<typeof findComplianceRows>>
>["rows"][number];

/** What the obligation of one assignment comes to, measured this moment; a unit sees its own. */
export async function listAssignmentCompliance(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findUnique({
    where: { id: assignmentId },
    select: {
      unitId: true,
      obligation: { select: { measures: true } },
      directive: { select: { campaign: { select: { id: true, startsAt: true, endsAt: true } } } },
    },
  });
  const campaign = assignment?.directive.campaign;
  if (!assignment || !campaign || !canSeeCompliance(actor, assignment)) return [];
  const measures = complianceMeasures.filter((one) => assignment.obligation.measures.includes(one));
  if (measures.length === 0) return [];
  const at = new Date(Math.min(now().getTime(), campaign.endsAt.getTime()));
  const lines = await db.$queryRaw<Line[]>`
    SELECT m.measure, m.required, m.observed, m.failed, m.soon, m.since, m.verdict
    FROM (${judgedLines({ campaign, at, unitIds: [assignment.unitId] }, measures)}) m`;
  return lines.map((line) => ({
    ...told(line),
    /** The district looks at the rows from the picture; a unit finds them where it works. */
    rowsHref: seesAll(actor)
      ? `/command/obligations/${line.measure}/${assignment.unitId}?dot=${campaign.id}`
      : null,
  }));
}

export type AssignmentLine = Awaited<ReturnType<typeof listAssignmentCompliance>>[number];
