import "server-only";

import { db } from "@/lib/db";
import { type AuditContent, GENESIS, linkHash } from "./digest";

export type BrokenLink = { unitId: string; seq: string; reason: "altered" | "missing" | "head" };
export type Verification = { chains: number; entries: number; broken: BrokenLink | null };

const BATCH = 5_000;

/** Walks every chain from its first link to its head and stops at the first that does not hold. */
export async function verifyAuditTrail(): Promise<Verification> {
  const units = await db.$queryRaw<{ unitId: string }[]>`
    SELECT "unitId" FROM "AuditChain" UNION SELECT DISTINCT "unitId" FROM "AuditEntry" ORDER BY 1`;
  let entries = 0;
  for (const { unitId } of units) {
    const walk = await walkChain(unitId);
    entries += walk.entries;
    if (walk.broken) return { chains: units.length, entries, broken: walk.broken };
  }
  return { chains: units.length, entries, broken: null };
}

async function walkChain(unitId: string) {
  let seq = 0n;
  let prevHash = GENESIS;
  for (;;) {
    const rows = await db.auditEntry.findMany({
      where: { unitId, seq: { gt: seq } },
      orderBy: { seq: "asc" },
      take: BATCH,
    });
    for (const { hash, at, ...row } of rows) {
      const expected = seq + 1n;
      if (row.seq !== expected) return broken(unitId, expected, "missing", seq);
      const content: AuditContent = { ...row, seq: String(row.seq), at: at.toISOString() };
      if (row.prevHash !== prevHash || linkHash(content) !== hash) {
        return broken(unitId, row.seq, "altered", seq);
      }
      seq = row.seq;
      prevHash = hash;
    }
    if (rows.length < BATCH) break;
  }

  const head = await db.auditChain.findUnique({ where: { unitId } });
  // A tail cut off together with its head row shows only against an anchor kept elsewhere.
  if (head?.seq !== seq || head.hash !== prevHash) return broken(unitId, seq + 1n, "head", seq);
  return { entries: Number(seq), broken: null };
}

function broken(unitId: string, seq: bigint, reason: BrokenLink["reason"], sound: bigint) {
  return { entries: Number(sound), broken: { unitId, seq: String(seq), reason } };
}
