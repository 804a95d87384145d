import "server-only";

import type { Transaction } from "@/lib/db";

type Merged = {
  id: string;
  year: number;
  number: number;
  drillId: string | null;
  unit: { shortName: string };
};

/** The case that this one was merged into, and those merged into it: told by number and unit alone. */
export async function listMerged(
  tx: Transaction,
  { id, mergedIntoId }: { id: string; mergedIntoId: string | null },
) {
  const rows = await tx.$queryRaw<Merged[]>`
    SELECT i.id, i.year, i.number, i."drillId", jsonb_build_object('shortName', u."shortName") AS unit
    FROM "IncidentFact" i JOIN "Unit" u ON u.id = i."unitId"
    WHERE i."mergedIntoId" = ${id}::uuid OR i.id = ${mergedIntoId}::uuid
    ORDER BY i.year, i.number LIMIT 20`;
  return {
    mergedInto: rows.find((row) => row.id === mergedIntoId) ?? null,
    merged: rows.filter((row) => row.id !== mergedIntoId),
  };
}
