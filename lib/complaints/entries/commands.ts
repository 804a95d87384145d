import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { now } from "@/lib/time";

type Told = { complaintId: string; kind: string; text: string };

/** What happened with a complaint, in the command's own transaction. */
export function writeComplaintEntry(tx: Transaction, actor: Actor, { complaintId, ...told }: Told) {
  return tx.complaintEntry.create({
    data: {
      ...told,
      complaintId,
      at: now(),
      byName: actor.fullName,
      unitName: actor.unitName,
    },
    select: { id: true },
  });
}
