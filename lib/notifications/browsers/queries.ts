import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

/** The browsers that show notices to this person, and the key a new one needs; null until a worker has run. */
export async function listOwnBrowsers(actor: Actor) {
  const [browsers, kept] = await Promise.all([
    db.pushSubscription.findMany({
      where: { userId: actor.userId, session: { revokedAt: null } },
      select: { id: true, device: true, createdAt: true, endpoint: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 20,
    }),
    db.pushKey.findUnique({ where: { id: 1 }, select: { publicKey: true } }),
  ]);
  return { browsers, pushKey: env.VAPID_PUBLIC_KEY ?? kept?.publicKey ?? null };
}

export type OwnBrowsers = Awaited<ReturnType<typeof listOwnBrowsers>>;
