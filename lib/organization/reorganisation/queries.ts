import "server-only";

import { actionLabels } from "@/lib/audit/trail/labels";
import type { Actor, Role } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { roleMismatch } from "@/lib/identity/people/rules";
import { formatInstant } from "@/lib/time";
import { canManageUnits } from "../policy";
import type { EndingUnit, PlanError, PlanUnit } from "./schema";

const PAST = 50;

/** Plans that were applied, the newest first. */
export async function listReorganisations(actor: Actor) {
  if (!canManageUnits(actor)) return [];
  return db.reorganisation.findMany({
    orderBy: [{ appliedAt: "desc" }, { id: "desc" }],
    take: PAST,
    select: {
      id: true,
      title: true,
      effectiveOn: true,
      appliedAt: true,
      appliedBy: true,
      undoneAt: true,
      undoneBy: true,
      units: {
        select: { unitId: true, unitName: true, successorName: true },
        orderBy: [{ successorName: "asc" }, { unitName: "asc" }],
        take: 500,
      },
    },
  });
}

export type ReorganisationRow = Awaited<ReturnType<typeof listReorganisations>>[number];

/** All units with their days as text, for the planning. */
export function planUnits(tx: Transaction) {
  return tx.$queryRaw<PlanUnit[]>`
    SELECT id::text, code, name, "shortName", aliases, "kindCode", "parentId"::text, phone,
           "validFrom"::text, "validTo"::text FROM "Unit" ORDER BY "validFrom" DESC, id`;
}

/** People whose role does not go with the kind of the unit that takes over. */
export async function findMisfits(tx: Transaction, id: string, ending: EndingUnit[]) {
  const people = await tx.$queryRaw<Misfit[]>`
    SELECT e."unitId"::text AS "unitId", p."fullName", p.role::text AS role, k.home
    FROM "ReorganisationUnit" e JOIN "User" p ON p."unitId" = e."unitId"
      JOIN "Unit" u ON u.id = e."successorId" JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE e."reorganisationId" = ${id}::uuid AND NOT e.created AND p."disabledAt" IS NULL
    ORDER BY p."fullName"`;
  const rows = new Map(ending.map(({ unit, row }) => [unit.id, row]));
  return people.flatMap(({ unitId, fullName, role, home }): PlanError[] => {
    const mismatch = roleMismatch(role, home);
    const message = `${fullName} không chuyển theo được. ${mismatch} Đổi vai trò hoặc đơn vị của người này trước.`;
    return mismatch ? [{ row: rows.get(unitId) ?? null, message }] : [];
  });
}

type Misfit = { unitId: string; fullName: string; role: Role; home: string | null };

/** What stands in the way of undoing, as a sentence: the first thing recorded by those concerned. */
export async function findRecordsSince(tx: Transaction, plan: { id: string; appliedAt: Date }) {
  const { id, appliedAt } = plan;
  const [first] = await tx.$queryRaw<Recorded[]>`
    SELECT e."actorName", e.action, e.at, count(*) OVER ()::int AS total FROM "AuditEntry" e
    WHERE e.at >= ${appliedAt}::timestamptz AND e."subjectType" <> 'reorganisation'
      AND split_part(e.action, '.', 1) NOT IN ('session', 'password', 'totp', 'recovery-codes')
      AND e.action NOT IN ('notice.see', 'reminder.see')
      AND (e."unitId" IN (SELECT r."successorId" FROM "ReorganisationUnit" r
                          WHERE r."reorganisationId" = ${id}::uuid)
        OR e."actorId" IN (SELECT (s.after ->> 'id')::uuid FROM "ReorganisationStep" s
                           WHERE s."reorganisationId" = ${id}::uuid AND s.subject = 'User'))
    ORDER BY e.at, e.seq LIMIT 1`;
  if (!first) return null;
  const what = actionLabels[first.action] ?? first.action;
  const more = first.total > 1 ? ` và ${first.total - 1} việc khác` : "";
  return `Không hoàn tác được: sau khi áp dụng, ${first.actorName} đã ghi “${what}” lúc ${formatInstant(first.at)}${more}. Hãy lập một phương án sắp xếp mới.`;
}

type Recorded = { actorName: string; action: string; at: Date; total: number };
