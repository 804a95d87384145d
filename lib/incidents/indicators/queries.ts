import "server-only";

import { type Actor, isDistrict } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { canHandleIncident, canMergeIncident, type Standing } from "../policy";
import { reachAllIncidents } from "../reach/queries";
import { caseCode } from "../rules";
import type { IncidentState } from "../schema";
import { defang } from "./rules";
import type { IndicatorKind } from "./schema";

type Match = {
  incidentId: string;
  year: number;
  number: number;
  drillId: string | null;
  state: IncidentState;
  unitId: string;
  unitName: string;
  handlerUnitId: string | null;
  handlerName: string | null;
  handlerPhone: string | null;
  kind: IndicatorKind;
  value: string;
};

/** Other cases with an indicator in common; a drill meets only its own. From here on all are in reach. */
export async function findMatches(tx: Transaction, incidentId: string) {
  await reachAllIncidents(tx);
  return tx.$queryRaw<Match[]>`
    SELECT DISTINCT ON (o."incidentId", o.value) o."incidentId", i.year, i.number, i."drillId",
           i.state::text AS state, i."unitId", u.name AS "unitName", i."handlerUnitId",
           h.name AS "handlerName", h.phone AS "handlerPhone", o.kind::text AS kind, o.value
    FROM "IncidentIndicator" m
      JOIN "IncidentIndicator" o ON o.keys && m.keys AND o."incidentId" <> m."incidentId"
      JOIN "Incident" self ON self.id = m."incidentId"
      JOIN "Incident" i ON i.id = o."incidentId" AND i."drillId" IS NOT DISTINCT FROM self."drillId"
        AND i."unitId" <> self."unitId" AND i.state <> 'rejected'
      JOIN "Unit" u ON u.id = i."unitId"
      LEFT JOIN "Unit" h ON h.id = i."handlerUnitId"
    WHERE m."incidentId" = ${incidentId}::uuid
    ORDER BY o."incidentId", o.value LIMIT 50`;
}

/** For the handlers and the district: whose case it is and whom to call, not what is in it. */
export async function listMatches(actor: Actor, of: Standing & { id: string }) {
  if (!canHandleIncident(actor, of) && !canMergeIncident(actor, of)) return [];
  const matches = await inTransaction((tx) => findMatches(tx, of.id));
  return matches.map(({ kind, value, ...match }) => ({
    ...match,
    code: caseCode(match),
    indicator: defang({ kind, value }),
    /** The district and the police open any; a handler may not be in on the other. */
    mayOpen: isDistrict(actor) || of.part === "police",
  }));
}

export type MatchRow = Awaited<ReturnType<typeof listMatches>>[number];
