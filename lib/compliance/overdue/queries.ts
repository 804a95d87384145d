import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { overdueAssignments } from "../figures/facts/queries";
import { canSeePicture } from "../policy";
import type { RowFilter } from "../schema";
import { findStanding, instantAsked } from "../standing/queries";

const PER_PAGE = 50;

export type OverdueRow = {
  assignmentId: string;
  directiveId: string;
  unitId: string;
  unit: string;
  phone: string | null;
  text: string;
  number: number | null;
  symbol: string;
  dueAt: Date;
};

/**
 * The rows behind the figure of what is overdue: of one campaign, now or at the end of an earlier
 * day, what waits longest first. Null for whom the picture is not.
 */
export async function listOverdue(actor: Actor, { page, ...filter }: RowFilter) {
  if (!canSeePicture(actor)) return null;
  const standing = await findStanding(actor, filter);
  if (!standing) return null;
  const { campaign, day, live } = standing;
  const at = instantAsked(standing);
  const rows = await db.$queryRaw<OverdueRow[]>`
    SELECT a.id AS "assignmentId", a."directiveId", a."unitId", u.name AS unit,
      coalesce(r."contactPhone", u.phone) AS phone, o.text, d.number, d.symbol, a."dueAt"
    FROM (SELECT a.* FROM ${overdueAssignments({ campaign, at })}) a
    JOIN "Directive" d ON d.id = a."directiveId"
    JOIN "Obligation" o ON o.id = a."obligationId" JOIN "Unit" u ON u.id = a."unitId"
    LEFT JOIN "DirectiveReceipt" r ON r."directiveId" = a."directiveId" AND r."unitId" = a."unitId"
    ORDER BY a."dueAt", u.name COLLATE "vi-x-icu", a.id
    LIMIT ${PER_PAGE + 1} OFFSET ${(page - 1) * PER_PAGE}`;
  return { day, live, at, rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}
