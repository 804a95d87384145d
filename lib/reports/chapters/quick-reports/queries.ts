import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

type Row = {
  unit: string;
  kind: string;
  due: number;
  filed: number;
  nil: number;
  late: number;
  missing: number;
};

/** Per unit the due times that have passed and what was sent for them. */
export async function readQuickReports(actor: Actor, scope: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const { campaignId, from, to, at } = scope;
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.name AS unit, k.label AS kind, count(*)::int AS due,
      count(*) FILTER (WHERE r."filedAt" <= ${at}::timestamptz)::int AS filed,
      count(*) FILTER (WHERE r."filedAt" <= ${at}::timestamptz AND r.nil)::int AS nil,
      count(*) FILTER (WHERE r."filedAt" <= ${at}::timestamptz AND r."filedAt" > r."dueAt")::int AS late,
      count(*) FILTER (WHERE r."filedAt" IS NULL OR r."filedAt" > ${at}::timestamptz)::int AS missing
    FROM "QuickReport" r JOIN "Unit" u ON u.id = r."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE r."campaignId" = ${campaignId}::uuid AND r."dueAt" >= ${from}::timestamptz
      AND r."dueAt" < ${to}::timestamptz AND r."dueAt" <= ${at}::timestamptz
    GROUP BY u.id, k.code ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id`;
  if (rows.length === 0) return { why: "không có kỳ báo cáo nhanh nào đến hạn" };
  return {
    rows: rows.map(({ unit, kind, ...cells }) => ({
      name: unit,
      group: kind,
      place: { kind: "quick-reports", params: { campaign: campaignId, q: unit } },
      cells,
    })),
  };
}
