import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { dateOf, daysOf } from "@/lib/awareness/rules";
import { db } from "@/lib/db";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

type Row = {
  unitId: string;
  unit: string;
  kind: string;
  activities: number;
  times: number;
  staff: number | null;
  residents: number | null;
  population: number | null;
  none: number;
};

/** Units that were asked to, and those that did something anyway. */
export async function readAwareness(actor: Actor, scope: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const { campaignId, from, to } = scope;
  const { firstOn, lastOn } = daysOf({ startsAt: from, endsAt: to });
  const rows = await db.$queryRaw<Row[]>`
    WITH done AS (
      SELECT "unitId", count(*)::int AS activities, sum(times)::int AS times,
        sum("staffReach")::int AS staff, sum("publicReach")::int AS residents
      FROM "AwarenessActivity"
      WHERE "removedAt" IS NULL
        AND "heldOn" BETWEEN ${dateOf(firstOn)}::date AND ${dateOf(lastOn)}::date
      GROUP BY "unitId"
    ), asked AS (
      SELECT DISTINCT a."unitId" FROM "LiveAssignment" a
        JOIN "Obligation" o ON o.id = a."obligationId" JOIN "Directive" d ON d.id = a."directiveId"
      WHERE d."campaignId" = ${campaignId}::uuid AND d.state IN ('issued', 'closed')
        AND 'awareness' = ANY (o.measures)
    )
    SELECT u.id AS "unitId", u.name AS unit, k.label AS kind, coalesce(d.activities, 0) AS activities,
      coalesce(d.times, 0) AS times,
      CASE WHEN d."unitId" IS NULL THEN 0 ELSE d.staff END AS staff,
      CASE WHEN d."unitId" IS NULL THEN 0 ELSE d.residents END AS residents,
      u.population, (d."unitId" IS NULL)::int AS none
    FROM asked FULL JOIN done d USING ("unitId")
      JOIN "Unit" u ON u.id = "unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id`;
  if (rows.length === 0)
    return { why: "đợt không giao tuyên truyền, không đơn vị nào ghi hoạt động" };
  return {
    rows: rows.map(({ unitId, unit, kind, ...cells }) => ({
      name: unit,
      group: kind,
      place: { kind: "awareness", params: { campaign: campaignId, unit: unitId } },
      cells,
    })),
  };
}
