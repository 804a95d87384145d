import "server-only";

import { type Actor, seesAll } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleImplementingDocuments } from "./policy";

/** Documents that units issued to carry the directive out, oldest first. */
export async function listImplementingDocuments(actor: Actor, directiveId: string) {
  return db.implementingDocument.findMany({
    where: { directiveId, AND: visibleImplementingDocuments(actor) },
    select: {
      id: true,
      unitId: true,
      number: true,
      subject: true,
      issuedOn: true,
      unit: { select: { name: true } },
      file: { select: { id: true, name: true, size: true } },
    },
    orderBy: [{ issuedOn: "asc" }, { id: "asc" }],
    take: 200,
  });
}

export type ImplementingDocumentRow = Awaited<ReturnType<typeof listImplementingDocuments>>[number];

/** How many units issued a document of their own, and the days it took the middle one of them. */
export async function summariseCascade(actor: Actor, directiveId: string) {
  if (!seesAll(actor)) return null;
  const [row] = await db.$queryRaw<CascadeSummary[]>`
    WITH first AS (
      SELECT "unitId", min("issuedOn") AS day FROM "ImplementingDocument"
      WHERE "directiveId" = ${directiveId}::uuid AND "removedAt" IS NULL GROUP BY 1
    )
    SELECT (SELECT count(*)::int FROM "LiveReceipt" WHERE "directiveId" = d.id) AS units,
           count(first.day)::int AS documented,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY first.day - d."issuedOn")::int AS "medianDays",
           max(first.day - d."issuedOn")::int AS "longestDays"
    FROM "Directive" d LEFT JOIN first ON true
    WHERE d.id = ${directiveId}::uuid GROUP BY d.id`;
  return row ?? null;
}

export type CascadeSummary = {
  units: number;
  documented: number;
  medianDays: number | null;
  longestDays: number | null;
};
