import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { isoDay } from "@/lib/time";
import { canSeeCampaignRules } from "../policy";

const LIMIT = 200;

/** All deadline rules by measure, the newest first; those for any measure come last. */
export async function listDeadlineRules(actor: Actor) {
  if (!canSeeCampaignRules(actor)) return [];
  const rows = await db.deadlineRule.findMany({
    orderBy: [{ measure: { sort: "asc", nulls: "last" } }, { validFrom: "desc" }, { id: "asc" }],
    take: LIMIT,
  });
  return rows.map((row) => ({
    ...row,
    validFrom: isoDay(row.validFrom),
    validTo: row.validTo ? isoDay(row.validTo) : null,
  }));
}

export type DeadlineRuleRow = Awaited<ReturnType<typeof listDeadlineRules>>[number];
