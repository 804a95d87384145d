import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

const MOST = 500;

type Row = { reportId: string; unit: string; kind: string; openPoints: string; proposals: string };

/** The newest quick report of each unit within the time that says something of the kind. */
export async function readDifficulties(actor: Actor, scope: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const { campaignId, from, to, at } = scope;
  const rows = await db.$queryRaw<Row[]>`
    SELECT said.* FROM (
      SELECT DISTINCT ON (r."unitId") r.id AS "reportId", u.name AS unit, k.label AS kind,
        e."openPoints", e.proposals, k.rank
      FROM "QuickReport" r JOIN "QuickReportEdition" e ON e."reportId" = r.id AND e.number = r.edition
        JOIN "Unit" u ON u.id = r."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
      WHERE r."campaignId" = ${campaignId}::uuid AND r."dueAt" >= ${from}::timestamptz
        AND r."dueAt" < ${to}::timestamptz AND e.at <= ${at}::timestamptz
        AND (e."openPoints" <> '' OR e.proposals <> '')
      ORDER BY r."unitId", r."dueAt" DESC
    ) AS said ORDER BY said.rank, said.unit COLLATE "vi-x-icu", said."reportId" LIMIT ${MOST}`;
  return {
    rows: rows.map(({ reportId, unit, kind, openPoints, proposals }) => ({
      name: unit,
      group: kind,
      place: { kind: "quick-report", params: { id: reportId } },
      cells: { openPoints, proposals },
    })),
  };
}
