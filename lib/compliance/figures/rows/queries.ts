import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { readComplaints } from "@/lib/complaints/reach/queries";
import type { ComplaintKind } from "@/lib/complaints/schema";
import { findPart } from "@/lib/complaints/standing/queries";
import { db, Prisma, type Transaction } from "@/lib/db";
import type { IncidentKind, Severity } from "@/lib/incidents/schema";
import { isoDay } from "@/lib/time";
import type { Scope } from "../../measures/asking/queries";
import { canListFigure } from "../../policy";
import { dayEnd } from "../../rules";
import type { RowFilter } from "../../schema";
import { findStanding, instantAsked } from "../../standing/queries";
import { openIncidents, outages, unpatchedHoles, watches } from "../facts/queries";
import type { ListedFigure } from "../schema";

const PER_PAGE = 50;

type Place = { id: string; unitId: string; unit: string; since: Date | null };
type IncidentFigureRow = Place & {
  figure: "incidents";
  year: number;
  number: number;
  kind: IncidentKind;
  severity: Severity;
};
type DutyFigureRow = Place & { figure: "duty"; rostered: boolean };
type HoleFigureRow = Place & { figure: "unpatched"; number: string; subject: string };
type ComplaintFigureRow = Place & {
  figure: "complaints";
  year: number;
  number: number;
  kind: ComplaintKind;
  sourceValue: string | null;
};
type OutageFigureRow = Place & { figure: "infrastructure"; what: string; communes: number };

export type FigureRow =
  | IncidentFigureRow
  | DutyFigureRow
  | HoleFigureRow
  | ComplaintFigureRow
  | OutageFigureRow;

/**
 * The rows behind one figure, of now or of the end of an earlier day, what has lasted longest first and
 * of complaints the newest. Null for whom they are not.
 */
export async function listFigureRows(
  actor: Actor,
  figure: ListedFigure,
  { page, ...filter }: RowFilter,
) {
  if (!canListFigure(actor, figure)) return null;
  const standing = await findStanding(actor, filter);
  if (!standing?.day) return null;
  const { campaign, day, live } = standing;
  const at = instantAsked(standing);
  const rows = await readers[figure]({ campaign, at }, page, actor);
  return { day, live, at, rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

const window = (page: number) => Prisma.sql`LIMIT ${PER_PAGE + 1} OFFSET ${(page - 1) * PER_PAGE}`;

type Reader = (scope: Scope, page: number, actor: Actor) => Promise<FigureRow[]>;

const readers: Record<ListedFigure, Reader> = {
  incidents: ({ at }, page) => db.$queryRaw<IncidentFigureRow[]>`
    SELECT 'incidents' AS figure, f.*, u.name AS unit FROM (
      SELECT i.id, i.year, i.number, i.kind, i.severity, i."unitId", i."reportedAt" AS since
      FROM ${openIncidents(at)}) f JOIN "Unit" u ON u.id = f."unitId"
    ORDER BY f.since, f.id ${window(page)}`,
  duty: (scope, page) => db.$queryRaw<DutyFigureRow[]>`
    SELECT 'duty' AS figure, f."unitId" AS id, f.*, u.name AS unit FROM (
      SELECT q."unitId", o."unitId" IS NOT NULL AS rostered, o."startsAt" AS since
      FROM ${watches(scope)} WHERE o.taken IS NOT TRUE) f JOIN "Unit" u ON u.id = f."unitId"
    ORDER BY f.rostered, u.name COLLATE "vi-x-icu", f."unitId" ${window(page)}`,
  unpatched: ({ at }, page) => db.$queryRaw<HoleFigureRow[]>`
    SELECT 'unpatched' AS figure, f.*, u.name AS unit FROM (
      SELECT v.id, v.number, v.subject, h."unitId", v."sentAt" AS since
      FROM ${unpatchedHoles(at)}) f JOIN "Unit" u ON u.id = f."unitId"
    ORDER BY f.since, u.name COLLATE "vi-x-icu", f.id, f."unitId" ${window(page)}`,
  infrastructure: ({ at }, page) => db.$queryRaw<OutageFigureRow[]>`
    SELECT 'infrastructure' AS figure, f.*, u.name AS unit FROM (
      SELECT o.id, o.what, cardinality(o."communeIds") AS communes, o."unitId",
        o."startsAt" AS since
      FROM ${outages(at)}) f JOIN "Unit" u ON u.id = f."unitId"
    ORDER BY f.since, f.id ${window(page)}`,
  complaints: async ({ at }, page, actor) => {
    const part = await findPart(actor);
    return readComplaints(actor, part, (tx) => listOpenComplaints(tx, at, page));
  },
};

/**
 * Counted by whole days, as the figure is: what was received by the end of it and had not ended then. What
 * was taken up again later had ended by then if the first that was done to it since was that.
 */
function listOpenComplaints(tx: Transaction, at: Date, page: number) {
  const end = dayEnd(isoDay(new Date(at.getTime() - 1)));
  // Telco by telco along the index, the newest of each: the whole page could be of one of them.
  return tx.$queryRaw<ComplaintFigureRow[]>`
    SELECT 'complaints' AS figure, c.id, c.year, c.number, c.kind, c."sourceValue",
      c."telcoId" AS "unitId", u.name AS unit, c."receivedAt" AS since
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode" AND k.home = 'telecom'
    CROSS JOIN LATERAL (
      SELECT c.* FROM "Complaint" c
      WHERE c."telcoId" = u.id AND c."receivedAt" < ${end}::timestamptz
        AND (c."closedAt" IS NULL OR c."closedAt" >= ${end}::timestamptz)
        AND (c."reopenedAt" IS NULL OR c."reopenedAt" < ${end}::timestamptz
          OR (SELECT e.kind FROM "ComplaintEntry" e
              WHERE e."complaintId" = c.id AND e.at >= ${end}::timestamptz
                AND e.kind IN ('handle', 'reject', 'pass', 'route', 'reopen')
              ORDER BY e.at, e.id LIMIT 1) IS DISTINCT FROM 'reopen')
      ORDER BY c."receivedAt" DESC, c.id DESC LIMIT ${page * PER_PAGE + 1}) c
    ORDER BY c."receivedAt" DESC, c.id DESC ${window(page)}`;
}
