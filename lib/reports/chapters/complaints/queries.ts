import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { dateOf, daysOf } from "@/lib/awareness/rules";
import { db } from "@/lib/db";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

type Row = {
  telcoId: string;
  unit: string;
  kind: string;
  opening: number;
  received: number;
  handled: number;
  rejected: number;
  forwarded: number;
  closing: number;
};

/** Per telco from its daily tallies: whole days of the district. */
export async function readComplaints(actor: Actor, { from, to }: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const { firstOn, lastOn } = daysOf({ startsAt: from, endsAt: to });
  const rows = await db.$queryRaw<Row[]>`
    WITH days AS (
      SELECT "telcoId", event, count, day < ${dateOf(firstOn)}::date AS before
      FROM "ComplaintTally" WHERE day <= ${dateOf(lastOn)}::date
    )
    SELECT u.id AS "telcoId", u.name AS unit, k.label AS kind,
      coalesce(sum(CASE WHEN event IN ('received', 'reopened') THEN count ELSE -count END) FILTER (WHERE before), 0)::int AS opening,
      coalesce(sum(count) FILTER (WHERE NOT before AND event IN ('received', 'reopened')), 0)::int AS received,
      coalesce(sum(count) FILTER (WHERE NOT before AND event = 'handled'), 0)::int AS handled,
      coalesce(sum(count) FILTER (WHERE NOT before AND event = 'rejected'), 0)::int AS rejected,
      coalesce(sum(count) FILTER (WHERE NOT before AND event IN ('passed', 'routed')), 0)::int AS forwarded,
      sum(CASE WHEN event IN ('received', 'reopened') THEN count ELSE -count END)::int AS closing
    FROM days d JOIN "Unit" u ON u.id = d."telcoId" JOIN "UnitKind" k ON k.code = u."kindCode"
    GROUP BY u.id, k.code ORDER BY u.name COLLATE "vi-x-icu", u.id`;
  if (rows.length === 0) return { why: "chưa nhà mạng nào ghi phản ánh" };
  return {
    rows: rows.map(({ telcoId, unit, kind, ...cells }) => ({
      name: unit,
      group: kind,
      place: { kind: "complaints", params: { telco: telcoId, show: "all" } },
      cells,
    })),
  };
}
