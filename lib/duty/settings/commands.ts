import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canMakeRoster, canSteerDuty } from "../policy";
import { loadDutyPolicy } from "./queries";
import type { SaveDutyPolicy, SaveUnitRule } from "./schema";

/** The rules of a campaign's watch; they hold from now on, for all its units. */
export async function saveDutyPolicy(actor: Actor, input: SaveDutyPolicy) {
  refuseUnless(canSteerDuty(actor), "Chỉ cán bộ huyện đặt quy định trực của đợt.");
  const { campaignId, night, weekend, holiday, eve, newYear, ...rules } = input;
  const values = { ...rules, weights: { night, weekend, holiday, eve, newYear } };
  await inTransaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Campaign" WHERE id = ${campaignId}::uuid FOR UPDATE`;
    if (held.length === 0) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm.");
    const before = await loadDutyPolicy(tx, campaignId);
    await tx.dutyPolicy.upsert({
      where: { campaignId },
      create: { campaignId, ...values },
      update: values,
    });
    await recordAudit(tx, actor, {
      action: "duty-policy.save",
      subject: { type: "campaign", id: campaignId },
      before,
      after: values,
    });
  });
}

/** Whether a swap in this unit waits for its lead. */
export async function saveUnitRule(actor: Actor, { swapNeedsApproval }: SaveUnitRule) {
  const { unitId } = actor;
  refuseUnless(canMakeRoster(actor, { unitId }), "Chỉ lãnh đạo đơn vị đặt quy định đổi ca.");
  await inTransaction(async (tx) => {
    await tx.dutyUnitRule.upsert({
      where: { unitId },
      create: { unitId, swapNeedsApproval },
      update: { swapNeedsApproval },
    });
    await recordAudit(tx, actor, {
      action: "duty-rule.save",
      subject: { type: "unit", id: unitId },
      details: { swapNeedsApproval },
    });
  });
}
