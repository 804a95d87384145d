import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleDuty } from "@/lib/duty/policy";
import { canReportForUnits } from "../policy";
import { phoneWords } from "../schema";

type From = { log?: string | null; inject?: string | null };

/**
 * What the form starts from: the entry of the shift log or the situation of a drill that it was opened
 * from, and the person's own number. Null where either is not theirs.
 */
export async function findReportStart(actor: Actor, { log, inject }: From) {
  const [person, entry, situation, units] = await Promise.all([
    db.user.findUnique({ where: { id: actor.userId }, select: { phone: true } }),
    log
      ? db.shiftLogEntry.findFirst({
          where: { id: log, AND: visibleDuty(actor) },
          select: { id: true, text: true, happenedAt: true },
        })
      : null,
    inject
      ? db.drillInject.findFirst({
          where: { id: inject, unitId: actor.unitId, injectedAt: { not: null } },
          select: { id: true, sign: true, text: true, drill: { select: { name: true } } },
        })
      : null,
    canReportForUnits(actor)
      ? db.unit.findMany({
          where: { validTo: null },
          select: { id: true, name: true },
          orderBy: [{ kind: { rank: "asc" } }, { name: "asc" }],
          take: 500,
        })
      : [],
  ]);
  if ((log && !entry) || (inject && !situation)) return null;
  return {
    // One that the form would refuse is left out: nobody looks for it in a closed corner.
    phone: phoneWords.safeParse(person?.phone ?? "").data ?? "",
    log: entry,
    inject: situation && { ...situation, drillName: situation.drill.name },
    units,
  };
}

export type ReportStart = NonNullable<Awaited<ReturnType<typeof findReportStart>>>;
