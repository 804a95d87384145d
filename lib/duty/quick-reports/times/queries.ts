import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { visibleCampaigns } from "@/lib/campaigns/policy";
import { db } from "@/lib/db";

/** A campaign and the times of day at which it asks; null when it is not visible. */
export async function findReportTimes(actor: Actor, campaignId: string) {
  const campaign = await db.campaign.findFirst({
    where: { id: campaignId, AND: visibleCampaigns(actor) },
    select: {
      id: true,
      name: true,
      openedAt: true,
      closedAt: true,
      quickReportPlan: { select: { times: true, version: true } },
    },
  });
  if (!campaign) return null;
  const { quickReportPlan: plan, ...rest } = campaign;
  return { campaign: rest, times: plan?.times ?? [], version: plan?.version ?? 0 };
}
