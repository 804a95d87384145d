import "server-only";

import { comings } from "@/lib/complaints/figures/schema";
import type { Transaction } from "@/lib/db";
import { DISTRICT_ZONE, isoDay } from "@/lib/time";
import type { Scope } from "../measures/asking/queries";
import { asked } from "../measures/asking/queries";
import {
  openIncidents,
  outages,
  overdueAssignments,
  unpatchedHoles,
  watches,
} from "./facts/queries";
import { type Figures, figuresSchema } from "./schema";

/** The district at an instant of a campaign, read from what was entered by then. */
export async function readFigures(tx: Transaction, scope: Scope): Promise<Figures> {
  const { at } = scope;
  const [row] = await tx.$queryRaw<{ figures: unknown }[]>`
    SELECT json_build_object(
      'incidents', (
        SELECT json_build_object('open', count(*),
          'escalated', count(*) FILTER (WHERE i."escalatedAt" <= ${at}::timestamptz))
        FROM ${openIncidents(at)}),
      'duty', (
        SELECT json_build_object('units', count(*),
          'nobody', count(*) FILTER (WHERE o."unitId" IS NULL),
          'untaken', count(*) FILTER (WHERE o.taken = FALSE))
        FROM ${watches(scope)}),
      'overdue', (
        SELECT json_build_object('assignments', count(*), 'units', count(DISTINCT a."unitId"))
        FROM ${overdueAssignments(scope)}),
      'unpatched', (
        SELECT json_build_object('holes', count(*), 'units', count(DISTINCT h."unitId"))
        FROM ${unpatchedHoles(at)}),
      'infrastructure', (
        SELECT json_build_object('telcos', count(*), 'filed', count(i."unitId"),
          'outages', (SELECT count(*) FROM ${outages(at)}))
        FROM (${asked(scope, "infrastructure")}) q JOIN "Unit" u ON u.id = q."unitId"
        JOIN "UnitKind" k ON k.code = u."kindCode" AND k.home = 'telecom'
        LEFT JOIN "InfrastructureDay" i ON i."unitId" = u.id
          AND i.day = ${isoDay(new Date(at.getTime() - 1))}::date
          AND i."filedAt" <= ${at}::timestamptz),
      'complaints', json_build_object(
        'received', (
          SELECT coalesce(sum(t.count), 0) FROM "ComplaintTally" t
          WHERE t.event = 'received' AND t.day
            = (${new Date(at.getTime() - 1)}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date),
        'open', (
          SELECT coalesce(sum(
            CASE WHEN t.event = ANY (${comings}::text[]) THEN t.count ELSE -t.count END), 0)
          FROM "ComplaintTally" t WHERE t.day
            <= (${new Date(at.getTime() - 1)}::timestamptz AT TIME ZONE ${DISTRICT_ZONE})::date))
      ) AS figures`;
  return figuresSchema.parse(row?.figures);
}
