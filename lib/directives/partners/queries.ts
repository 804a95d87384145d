import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleAssignments } from "../assignments/policy";
import { assignmentState } from "../assignments/rules";

const LIMIT = 60;

/** Who works on the same obligation in the other role: whom to call, and how far they are. */
export async function listPartners(actor: Actor, assignmentId: string) {
  const own = await db.assignment.findFirst({
    where: { id: assignmentId, AND: visibleAssignments(actor) },
    select: { obligationId: true, role: true },
  });
  if (!own) return [];
  const rows = await db.$queryRaw<PartnerRow[]>`
    SELECT a.id, u.name, coalesce(r."contactPhone", u.phone) AS phone, r."contactName",
           a."startedAt", a."reportedAt", a."acceptedAt", a."sentBackAt", a."dueAt", a."nilReport",
           a."lateAt"
    FROM "LiveAssignment" a JOIN "Unit" u ON u.id = a."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    JOIN "DirectiveReceipt" r ON r."directiveId" = a."directiveId" AND r."unitId" = a."unitId"
    WHERE a."obligationId" = ${own.obligationId}::uuid
      AND a.role <> ${own.role}::"AssignmentRole"
    ORDER BY k.rank, u.name COLLATE "vi-x-icu", u.id LIMIT ${LIMIT}`;
  return rows.map((row) => ({ ...row, state: assignmentState(row) }));
}

export type Partner = Awaited<ReturnType<typeof listPartners>>[number];

type PartnerRow = {
  id: string;
  name: string;
  phone: string | null;
  contactName: string | null;
} & Parameters<typeof assignmentState>[0];

/** What the same unit did under the replaced directive's obligation; null when there is none. */
export async function findContinued(actor: Actor, assignmentId: string) {
  const own = await db.assignment.findFirst({
    where: { id: assignmentId, AND: visibleAssignments(actor) },
    select: { unitId: true, obligation: { select: { replacesId: true } } },
  });
  if (!own?.obligation.replacesId) return null;
  return db.assignment.findUnique({
    where: {
      obligationId_unitId: { obligationId: own.obligation.replacesId, unitId: own.unitId },
      AND: visibleAssignments(actor),
    },
    select: {
      id: true,
      reportedAt: true,
      acceptedAt: true,
      directive: { select: { id: true, number: true, symbol: true } },
      reports: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 20,
        select: {
          id: true,
          kind: true,
          text: true,
          createdAt: true,
          createdBy: { select: { fullName: true } },
          periodicReport: { select: { dueAt: true } },
          evidence: {
            select: { file: { select: { id: true, name: true, size: true, sha256: true } } },
          },
        },
      },
    },
  });
}

export type Continued = NonNullable<Awaited<ReturnType<typeof findContinued>>>;
