import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { now } from "@/lib/time";
import { loadComplaintSetting } from "../settings/queries";

const AT_ONCE = 2000;

/**
 * Who complained is erased when the time set by the district has passed since the case ended, also
 * numbers inside what was told. Cases and figures stay. Some at a time: the next minute goes on.
 */
export async function eraseComplainants(actor: Actor) {
  return inTransaction(async (tx) => {
    const { retentionDays } = await loadComplaintSetting(tx);
    const at = now();
    const before = new Date(at.getTime() - retentionDays * 86_400_000);
    const erased = await tx.$executeRaw`
      UPDATE "Complaint" c SET complainant = NULL, "complainantKey" = NULL, "erasedAt" = ${at}::timestamptz,
        content = regexp_replace(c.content, '(\\+?84|0)([ .-]?[0-9]){8,10}', '•••', 'g')
      WHERE c.id IN (SELECT id FROM "Complaint" WHERE "closedAt" < ${before}::timestamptz AND complainant IS NOT NULL
                     ORDER BY "closedAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`;
    if (erased > 0) {
      await recordAudit(tx, actor, {
        action: "complaint.erase",
        subject: { type: "system", id: actor.userId },
        details: { complaints: erased, days: retentionDays },
      });
    }
    return { erased };
  });
}
