import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canRecordLesson, visibleCampaigns } from "../policy";
import type { RecordLesson, RemoveLesson } from "./schema";

const NOT_ALLOWED = "Chỉ cán bộ của huyện ghi bài học của đợt cao điểm.";

/** What was learned, also after the campaign has ended. The same request counts once. */
export async function recordLesson(actor: Actor, { requestId, campaignId, text }: RecordLesson) {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE id = ${campaignId}::uuid FOR SHARE`;
    const campaign = await tx.campaign.findFirst({
      where: { id: campaignId, AND: visibleCampaigns(actor) },
      select: { name: true },
    });
    if (!campaign) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm.");
    refuseUnless(canRecordLesson(actor), NOT_ALLOWED);

    const lesson = { requestId, campaignId, text, createdAt: now(), createdById: actor.userId };
    const { count } = await tx.campaignLesson.createMany({ data: [lesson], skipDuplicates: true });
    if (count === 0) return;
    await recordAudit(tx, actor, {
      action: "campaign.lesson",
      subject: { type: "campaign", id: campaignId },
      after: text,
      details: { name: campaign.name },
    });
  });
}

/** Takes a lesson away; the trail keeps that it stood there, and its digest. */
export async function removeLesson(actor: Actor, { lessonId: id }: RemoveLesson) {
  refuseUnless(canRecordLesson(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "CampaignLesson" WHERE id = ${id}::uuid FOR UPDATE`;
    const lesson = await tx.campaignLesson.findFirst({
      where: { id, campaign: visibleCampaigns(actor) },
      select: { campaignId: true, text: true, campaign: { select: { name: true } } },
    });
    if (!lesson) throw new Refusal("not-found", "Không tìm thấy bài học này.");
    await tx.campaignLesson.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "campaign.lesson-remove",
      subject: { type: "campaign", id: lesson.campaignId },
      before: lesson.text,
      details: { name: lesson.campaign.name },
    });
  });
}
