import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { coverage, minutesIn } from "@/lib/duty/coverage/rollup/queries";
import { watchedUnits } from "@/lib/duty/coverage/watched/queries";
import { loadDutyPolicy } from "@/lib/duty/settings/queries";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

type Row = {
  unitId: string;
  unit: string;
  kind: string;
  required: number;
  rostered: number;
  due: number;
  taken: number;
  short: number;
};

/** Per unit the minutes that were to be watched within the time, those rostered and those taken. */
export async function readWatch(actor: Actor, scope: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const { campaignId, from, to, at } = scope;
  const { requiredPosts } = await loadDutyPolicy(db, campaignId);
  const within = Prisma.sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`;
  const past = Prisma.sql`tstzrange(NULL, ${at}::timestamptz)`;
  const rows = await db.$queryRaw<Row[]>`
    WITH line AS (
      SELECT w."unitId", tstzmultirange(w.owed * ${within}) AS owed,
        tstzmultirange(w.owed * ${within} * ${past}) AS past, c.rostered, c.taken
      FROM (${watchedUnits(actor, campaignId)}) w
      LEFT JOIN (${coverage(campaignId, requiredPosts)}) c ON c."unitId" = w."unitId"
      WHERE NOT isempty(w.owed * ${within})
    )
    SELECT u.id AS "unitId", u.name AS unit, k.label AS kind,
      round(${minutesIn(Prisma.sql`l.owed`)})::int AS required,
      round(${minutesIn(Prisma.sql`coalesce(l.rostered, '{}') * l.owed`)})::int AS rostered,
      round(${minutesIn(Prisma.sql`l.past`)})::int AS due,
      round(${minutesIn(Prisma.sql`coalesce(l.taken, '{}') * l.past`)})::int AS taken,
      (coalesce(l.rostered, '{}') * l.owed <> l.owed)::int AS short
    FROM line l JOIN "Unit" u ON u.id = l."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    ORDER BY k.rank, k.label, u.name COLLATE "vi-x-icu", u.id`;
  if (rows.length === 0) return { why: "đợt không giao trực 24/7" };
  return {
    rows: rows.map(({ unitId: _, unit, kind, ...cells }) => ({
      name: unit,
      group: kind,
      place: { kind: "coverage", params: { campaign: campaignId, q: unit } },
      cells,
    })),
  };
}
