import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

type Row = {
  unit: string;
  kind: string;
  directiveId: string;
  total: number;
  reported: number;
  accepted: number;
  late: number;
  overdue: number;
};

/** Per unit the work of the campaign's directives, as it stood at the moment. */
export async function readTasks(actor: Actor, scope: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const rows = await listTaskRows(actor, scope);
  if (rows.length === 0) return { why: "đợt chưa có văn bản giao nhiệm vụ" };
  return {
    rows: rows.map(({ unit, kind, directiveId, ...cells }) => ({
      name: unit,
      group: kind,
      place: { kind: "tracking", params: { directiveId, q: unit } },
      cells,
    })),
  };
}

export function listTaskRows(actor: Actor, { campaignId, at }: Scope) {
  if (!canReadSyntheses(actor)) return Promise.resolve([]);
  return db.$queryRaw<Row[]>`
    SELECT u.name AS unit, k.label AS kind, min(d.id::text) AS "directiveId",
      count(*)::int AS total,
      count(*) FILTER (WHERE a."reportedAt" <= ${at}::timestamptz)::int AS reported,
      count(*) FILTER (WHERE a."acceptedAt" <= ${at}::timestamptz)::int AS accepted,
      count(*) FILTER (WHERE a."reportedAt" <= ${at}::timestamptz AND a."reportedAt" > a."dueAt")::int AS late,
      count(*) FILTER (WHERE (a."reportedAt" IS NULL OR a."reportedAt" > ${at}::timestamptz)
                         AND a."dueAt" < ${at}::timestamptz)::int AS overdue
    FROM "LiveAssignment" a JOIN "Directive" d ON d.id = a."directiveId"
      JOIN "Unit" u ON u.id = a."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE d."campaignId" = ${campaignId}::uuid AND d.state IN ('issued', 'closed')
      AND d."issuedAt" <= ${at}::timestamptz
    GROUP BY u.id, k.code ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id`;
}
