import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canPlaceDirective, visibleDirectives } from "../policy";
import type { PlaceDirective } from "./schema";

/** Puts a directive into a campaign, also after it was issued: its text says nothing of it. */
export async function placeDirective(
  actor: Actor,
  { directiveId: id, campaignId }: PlaceDirective,
) {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${id}::uuid FOR UPDATE`;
    const directive = await tx.directive.findFirst({
      where: { id, AND: visibleDirectives(actor) },
      select: { campaignId: true },
    });
    if (!directive) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(canPlaceDirective(actor), "Chỉ cán bộ của huyện xếp văn bản vào đợt cao điểm.");
    if (directive.campaignId === campaignId) return;

    const campaign = campaignId ? await holdOpenCampaign(tx, campaignId) : null;
    await tx.directive.update({ where: { id }, data: { campaignId }, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "directive.place",
      subject: { type: "directive", id },
      before: { campaignId: directive.campaignId },
      after: { campaignId },
      details: { campaign: campaign?.name ?? "Không thuộc đợt nào" },
    });
  });
}

/** A campaign that still takes directives, held until the command ends. */
export async function holdOpenCampaign(tx: Transaction, campaignId: string) {
  const [campaign] = await tx.$queryRaw<{ name: string; closedAt: Date | null }[]>`
    SELECT name, "closedAt" FROM "Campaign" WHERE id = ${campaignId}::uuid FOR SHARE`;
  if (!campaign) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm đã chọn.");
  if (campaign.closedAt) {
    throw new Refusal("conflict", "Đợt cao điểm đã kết thúc, hãy chọn đợt khác.");
  }
  return campaign;
}
