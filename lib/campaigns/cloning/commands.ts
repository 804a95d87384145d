import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { copyDirectives } from "@/lib/directives/copies/commands";
import { refuseUnless } from "@/lib/errors";
import { holdCampaign, insertCampaign } from "../commands";
import { canPlanCampaign } from "../policy";
import { asPlan, shiftDeadline } from "../rules";
import type { CloneCampaign } from "./schema";

/**
 * A campaign again at another time: its directives come along as drafts whose deadlines keep their
 * distance to the window or occasion they were nearest to; its lessons are read from the original.
 */
export async function cloneCampaign(actor: Actor, input: CloneCampaign) {
  const { campaignId, requestId, plan, directives } = input;
  refuseUnless(canPlanCampaign(actor), "Chỉ cán bộ của huyện nhân bản đợt cao điểm.");
  return inTransaction(async (tx) => {
    const original = await holdCampaign(tx, actor, campaignId);
    const made = await insertCampaign(tx, actor, { requestId, plan, clonedFromId: original.id });
    if (!made.fresh) return { id: made.id };

    const from = asPlan(original);
    const copied =
      directives === "copy"
        ? await copyDirectives(tx, actor, {
            fromCampaignId: original.id,
            toCampaignId: made.id,
            shift: (dueAt) => shiftDeadline(dueAt, from, plan),
          })
        : 0;
    await recordAudit(tx, actor, {
      action: "campaign.clone",
      subject: { type: "campaign", id: made.id },
      before: from,
      after: plan,
      details: { name: plan.name, from: original.name, directives: copied },
    });
    return { id: made.id };
  });
}
