import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

/** What a browser must know to let this installation write to it; null until a worker has run. */
export async function findPushKey(_actor: Actor) {
  if (env.VAPID_PUBLIC_KEY) return env.VAPID_PUBLIC_KEY;
  const key = await db.pushKey.findUnique({ where: { id: 1 }, select: { publicKey: true } });
  return key?.publicKey ?? null;
}

/** The browsers that show notices to this person. */
export function listOwnBrowsers(actor: Actor) {
  return db.pushSubscription.findMany({
    where: { userId: actor.userId, session: { revokedAt: null } },
    select: { id: true, device: true, createdAt: true, sessionId: true, endpoint: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
  });
}

export type BrowserRow = Awaited<ReturnType<typeof listOwnBrowsers>>[number];
