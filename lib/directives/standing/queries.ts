import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { ownUnits } from "@/lib/organization/policy";
import { visibleAssignments } from "../assignments/policy";
import { assignmentState } from "../assignments/rules";

type Of = { directiveId: string; unitId: string; obligationId?: string };

/** What the units did that ended and went on into this one, as they left it. */
export async function listFormerWork(actor: Actor, { directiveId, unitId, obligationId }: Of) {
  const rows = await db.assignment.findMany({
    where: {
      directiveId,
      obligationId,
      unitId: { not: unitId },
      AND: [visibleAssignments(actor), { unit: ownUnits({ unitId }) }],
    },
    select: {
      id: true,
      passedAt: true,
      dueAt: true,
      startedAt: true,
      reportedAt: true,
      acceptedAt: true,
      sentBackAt: true,
      nilReport: true,
      lateAt: true,
      unit: { select: { name: true, validTo: true } },
      obligation: { select: { text: true } },
      reports: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: {
          kind: true,
          text: true,
          createdAt: true,
          createdBy: { select: { fullName: true } },
        },
      },
      _count: { select: { reports: true } },
    },
    orderBy: [
      { obligation: { section: { position: "asc" } } },
      { obligation: { position: "asc" } },
      { unit: { name: "asc" } },
    ],
    take: 200,
  });
  return rows.map(({ _count, reports, ...row }) => ({
    ...row,
    state: assignmentState(row),
    reports: _count.reports,
    last: reports[0] ?? null,
  }));
}

export type FormerWorkRow = Awaited<ReturnType<typeof listFormerWork>>[number];
