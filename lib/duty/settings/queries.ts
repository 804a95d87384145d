import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
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

/** For whoever plans by it: everyone may know the rules of a campaign's watch. */
export function findDutyPolicy(_actor: Actor, campaignId: string) {
  return loadDutyPolicy(db, campaignId);
}

/** Without a row a swap needs the lead's approval. */
export async function swapNeedsApproval(tx: Transaction, unitId: string) {
  const rule = await tx.dutyUnitRule.findUnique({ where: { unitId } });
  return rule?.swapNeedsApproval ?? true;
}

export function findUnitRule(actor: Actor) {
  return swapNeedsApproval(db, actor.unitId);
}
