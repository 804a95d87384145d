import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { canIssueAdvisory } from "../policy";

/** An advisory as it is edited, with the kinds of units it may go to; null: not this person's. */
export async function findAdvisoryDraft(actor: Actor, id: string) {
  if (!canIssueAdvisory(actor)) return null;
  const advisory = await db.advisory.findUnique({
    where: { id },
    omit: { sourceText: true },
    include: {
      items: { orderBy: { position: "asc" } },
      indicators: { orderBy: { position: "asc" } },
    },
  });
  if (!advisory) return null;
  const [kinds, continued] = await Promise.all([
    db.unitKind.findMany({
      where: {
        home: { in: ["coordination", "locality", "telecom"] },
        units: { some: { validTo: null } },
      },
      select: { code: true, label: true },
      orderBy: [{ rank: "asc" }, { code: "asc" }],
      take: 100,
    }),
    advisory.csafId && advisory.edition === 0
      ? db.advisory.findFirst({
          where: { csafId: advisory.csafId, edition: { gt: 0 }, NOT: { id } },
          select: { id: true, subject: true, csafVersion: true },
        })
      : null,
  ]);
  return { ...advisory, kinds, continued, at: now() };
}

export type AdvisoryDraft = NonNullable<Awaited<ReturnType<typeof findAdvisoryDraft>>>;
