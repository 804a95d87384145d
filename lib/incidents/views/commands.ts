import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { now } from "@/lib/time";

export type Seen = { id: string; what: "page" | "evidence" | "document" };

/** Who looked at a restricted case: a row a minute at most, however often the page asks again. */
export async function writeView(tx: Transaction, actor: Actor, { id, what }: Seen) {
  const minute = new Date(Math.floor(now().getTime() / 60_000) * 60_000);
  await tx.incidentView.createMany({
    data: {
      incidentId: id,
      userId: actor.userId,
      at: minute,
      unitId: actor.unitId,
      userName: actor.fullName,
      what,
    },
    skipDuplicates: true,
  });
}
