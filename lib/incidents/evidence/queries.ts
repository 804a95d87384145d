import "server-only";

import type { Transaction } from "@/lib/db";

/**
 * Says in this transaction that the right to this case was asked for and given. The database shows
 * evidence of that case alone, and none where nobody asked: a query that forgets its filter is empty.
 */
export async function admitToCase(tx: Transaction, incidentId: string) {
  await tx.$queryRaw`SELECT set_config('app.incident', ${incidentId}, true)`;
}

/** The evidence of a case that the caller has found visible, with the hands it went through. */
export async function readEvidence(tx: Transaction, incidentId: string) {
  await admitToCase(tx, incidentId);
  return tx.incidentEvidence.findMany({
    where: { incidentId },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    take: 200,
    include: {
      file: { select: { name: true, mediaType: true, size: true, sha256: true } },
      custody: { orderBy: [{ at: "asc" }, { id: "asc" }], take: 100 },
    },
  });
}
