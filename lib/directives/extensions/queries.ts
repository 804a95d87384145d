import "server-only";

import { type Actor, isDistrict } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleAssignments } from "../assignments/policy";
import { standing } from "../standing/policy";

/** What was asked for one obligation of one unit and what came of it, newest first. */
export async function listExtensions(actor: Actor, assignmentId: string) {
  return db.extensionRequest.findMany({
    where: { assignmentId, assignment: visibleAssignments(actor) },
    select: {
      id: true,
      dueAtBefore: true,
      askedUntil: true,
      reason: true,
      at: true,
      decidedAt: true,
      grantedUntil: true,
      answer: true,
      by: { select: { fullName: true } },
      decidedBy: { select: { fullName: true } },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 50,
  });
}

export type ExtensionRow = Awaited<ReturnType<typeof listExtensions>>[number];

/** What waits for the district's answer, the nearest deadline first. */
export async function listOpenExtensions(actor: Actor) {
  if (!isDistrict(actor)) return [];
  return db.extensionRequest.findMany({
    where: { decidedAt: null, assignment: { ...standing, directive: { state: "issued" } } },
    select: {
      id: true,
      askedUntil: true,
      dueAtBefore: true,
      reason: true,
      assignment: {
        select: {
          id: true,
          unit: { select: { shortName: true } },
          directive: { select: { id: true, number: true, symbol: true } },
        },
      },
    },
    orderBy: [{ dueAtBefore: "asc" }, { id: "asc" }],
    take: 10,
  });
}
