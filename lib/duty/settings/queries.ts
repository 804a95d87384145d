import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { canSteerDuty } from "../policy";
import { type DutyPolicyValues, defaultPolicy } from "../schema";
import { weightsSchema } from "./schema";

/** What a campaign settled about its watch, or the defaults. `tx` may be the database itself. */
export async function loadDutyPolicy(
  tx: Transaction,
  campaignId: string,
): Promise<DutyPolicyValues> {
  const row = await tx.dutyPolicy.findUnique({ where: { campaignId }, omit: { campaignId: true } });
  return row ? { ...row, weights: weightsSchema.parse(row.weights) } : defaultPolicy;
}

/** For the form that settles it; null where the actor does not. */
export async function findDutyPolicy(actor: Actor, campaignId: string) {
  if (!canSteerDuty(actor)) return null;
  const campaign = await db.campaign.findUnique({
    where: { id: campaignId },
    select: { id: true, name: true },
  });
  return campaign && { campaign, policy: await loadDutyPolicy(db, campaignId) };
}

/** Without a row a swap needs the lead's approval. */
export async function swapNeedsApproval(tx: Transaction, unitId: string) {
  const rule = await tx.dutyUnitRule.findUnique({ where: { unitId } });
  return rule?.swapNeedsApproval ?? true;
}

export function findUnitRule(actor: Actor) {
  return swapNeedsApproval(db, actor.unitId);
}
