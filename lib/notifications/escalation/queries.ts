import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canSeeEscalation } from "./policy";

/** All ladders with their steps from the first to the last. */
export async function listEscalationLadders(actor: Actor) {
  if (!canSeeEscalation(actor)) return [];
  return db.escalationLadder.findMany({
    select: {
      id: true,
      name: true,
      description: true,
      kinds: true,
      active: true,
      version: true,
      steps: {
        select: {
          id: true,
          afterMinutes: true,
          tell: true,
          repeatTimes: true,
          repeatMinutes: true,
          active: true,
          version: true,
        },
        orderBy: { afterMinutes: "asc" },
        take: 50,
      },
    },
    orderBy: [{ active: "desc" }, { name: "asc" }],
    take: 50,
  });
}

export type EscalationLadderRow = Awaited<ReturnType<typeof listEscalationLadders>>[number];
export type EscalationStepRow = EscalationLadderRow["steps"][number];
