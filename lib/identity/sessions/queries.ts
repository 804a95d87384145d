import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { IDLE_LIMIT } from "@/lib/auth/session-row";
import { db } from "@/lib/db";
import { visibleSessions } from "@/lib/identity/policy";
import { now } from "@/lib/time";

/** Where one is signed in, the latest use first. */
export async function listSessions(actor: Actor) {
  const at = now();
  const sessions = await db.session.findMany({
    where: {
      AND: visibleSessions(actor),
      complete: true,
      revokedAt: null,
      expiresAt: { gt: at },
      lastSeenAt: { gt: new Date(at.getTime() - IDLE_LIMIT) },
    },
    select: { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return sessions.map((session) => ({ ...session, current: session.id === actor.sessionId }));
}

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number];
