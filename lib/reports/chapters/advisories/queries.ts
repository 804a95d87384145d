import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

type Row = {
  unit: string;
  kind: string;
  sent: number;
  closed: number;
  overdue: number;
  machines: number | null;
  affected: number | null;
  fixed: number | null;
};

/** Per unit the warnings sent within the time; machines are unknown until the unit counted them. */
export async function readAdvisories(actor: Actor, scope: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const { from, to, at } = scope;
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.name AS unit, k.label AS kind, count(*)::int AS sent,
      count(*) FILTER (WHERE h."closedAt" <= ${at}::timestamptz)::int AS closed,
      count(*) FILTER (WHERE (h."closedAt" IS NULL OR h."closedAt" > ${at}::timestamptz)
                         AND h."dueAt" < ${at}::timestamptz)::int AS overdue,
      sum(h.total)::int AS machines, sum(h.affected)::int AS affected,
      CASE WHEN count(h.affected) = 0 THEN NULL
           ELSE sum(coalesce(h.patched, 0) + coalesce(h.mitigated, 0)) END::int AS fixed
    FROM "LiveHandling" h JOIN "Advisory" a ON a.id = h."advisoryId"
      JOIN "Unit" u ON u.id = h."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE a."sentAt" >= ${from}::timestamptz AND a."sentAt" < ${to}::timestamptz
    GROUP BY u.id, k.code ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id`;
  if (rows.length === 0) return { why: "không có văn bản cảnh báo nào được gửi" };
  return {
    rows: rows.map(({ unit, kind, ...cells }) => ({
      name: unit,
      group: kind,
      place: null,
      cells,
    })),
  };
}
