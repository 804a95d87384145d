import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { visibleCampaigns } from "@/lib/campaigns/policy";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { askReports } from "../asking/commands";
import { canSetReportTimes } from "../policy";
import type { SaveReportTimes } from "./schema";

/** Reports to come follow the new times at once; what was filed or missed stays as it is. */
export async function saveReportTimes(actor: Actor, input: SaveReportTimes) {
  const { campaignId, version, times } = input;
  refuseUnless(canSetReportTimes(actor), "Chỉ cán bộ huyện đặt giờ báo cáo nhanh.");
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE id = ${campaignId}::uuid FOR UPDATE`;
    const campaign = await tx.campaign.findFirst({
      where: { id: campaignId, AND: visibleCampaigns(actor) },
      select: { closedAt: true, quickReportPlan: { select: { times: true, version: true } } },
    });
    if (!campaign) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm.");
    if (campaign.closedAt) throw new Refusal("conflict", "Đợt đã kết thúc, không đặt giờ nữa.");
    const before = campaign.quickReportPlan;
    if ((before?.version ?? 0) !== version) {
      throw new Refusal("conflict", "Người khác vừa sửa giờ báo cáo. Tải lại trang rồi sửa tiếp.");
    }
    await tx.quickReportPlan.upsert({
      where: { campaignId },
      create: { campaignId, times },
      update: { times, version: version + 1 },
    });
    await askReports(tx);
    await recordAudit(tx, actor, {
      action: "quick-report.set-times",
      subject: { type: "campaign", id: campaignId },
      before: { times: before?.times ?? [] },
      after: { times },
      details: { times: times.join(", ") || "không yêu cầu" },
    });
  });
}
