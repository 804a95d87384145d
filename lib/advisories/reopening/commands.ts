import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Prisma, Transaction } from "@/lib/db";
import { now } from "@/lib/time";

type Reopening = {
  /** Rows of `h`, among those that are closed. */
  which: Prisma.Sql;
  state: "unseen" | "handling";
  /** The later of this and the old deadline is the new one; null: of it and the day a risk ran out. */
  dueAt: Date | null;
  reason: string;
};

/** What was closed comes back, with its figures, and says why. Returns how many. */
export function reopenHandlings(tx: Transaction, actor: Actor, input: Reopening) {
  const { which, state, dueAt, reason } = input;
  const at = now();
  return tx.$executeRaw`
    WITH back AS (
      UPDATE "AdvisoryHandling" AS h SET
        state = ${state}::"HandlingState", "closedAt" = NULL, "acceptUntil" = NULL,
        "reviewedAt" = NULL, "reviewedBy" = '', "reopenedAt" = ${at}::timestamptz,
        "reopenReason" = ${reason}, version = h.version + 1,
        "dueAt" = greatest(h."dueAt", coalesce(${dueAt}::timestamptz, h."acceptUntil"))
      WHERE h."closedAt" IS NOT NULL AND h."passedAt" IS NULL AND ${which}
      RETURNING h.*
    )
    INSERT INTO "AdvisoryStep"
      (id, "advisoryId", "unitId", at, "byName", kind, state, total, affected, patched, mitigated, text)
    SELECT uuid_v7(), "advisoryId", "unitId", ${at}::timestamptz, ${actor.fullName}, 'reopen', state,
      total, affected, patched, mitigated, ${reason}
    FROM back`;
}
