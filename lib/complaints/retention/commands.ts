import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { now } from "@/lib/time";
import { reachAllComplaints } from "../reach/queries";
import { loadComplaintSetting } from "../settings/queries";

const AT_ONCE = 2000;

/**
 * Who complained is erased when the time set by the district has passed since the case ended, also
 * numbers inside what was told. Cases and figures stay. Some at a time: the next minute goes on.
 */
export async function eraseComplainants(actor: Actor) {
  return inTransaction(async (tx) => {
    await reachAllComplaints(tx);
    const { retentionDays } = await loadComplaintSetting(tx);
    const at = now();
    const before = new Date(at.getTime() - retentionDays * 86_400_000);
    const erased = await tx.$executeRaw`
      UPDATE "Complaint" c SET complainant = NULL, "complainantKey" = NULL, "erasedAt" = ${at}::timestamptz,
        content = regexp_replace(c.content, '(\\+?84|0)([ .-]?[0-9]){8,10}', '•••', 'g')
      WHERE c.id IN (SELECT id FROM "Complaint" WHERE "closedAt" < ${before}::timestamptz AND complainant IS NOT NULL
                     ORDER BY "closedAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)`;
    const files = await eraseFiles(tx, actor, before);
    if (erased + files > 0) {
      await recordAudit(tx, actor, {
        action: "complaint.erase",
        subject: { type: "system", id: actor.userId },
        details: { complaints: erased, files, days: retentionDays },
      });
    }
    return { erased, files };
  });
}

/** Rows to mend that nobody mended, and files that nobody took in, tell who complained as well. */
async function eraseFiles(tx: Transaction, _actor: Actor, before: Date) {
  const kept = await tx.complaintImport.updateMany({
    where: { state: "done", sealed: { not: null }, doneAt: { lt: before } },
    data: { sealed: null },
  });
  const waiting = await tx.complaintImport.deleteMany({
    where: { state: { in: ["uploaded", "failed"] }, uploadedAt: { lt: before } },
  });
  return kept.count + waiting.count;
}
