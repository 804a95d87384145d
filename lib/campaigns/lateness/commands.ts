import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canRecordLesson, visibleCampaigns } from "../policy";
import type { GiveReason } from "./schema";

/** Why something came late, in the district's words; given anew it replaces what stood there. */
export async function giveReason(actor: Actor, input: GiveReason) {
  refuseUnless(canRecordLesson(actor), "Chỉ cán bộ của huyện ghi lý do chậm.");
  const { campaignId, kind, subjectId, version, text } = input;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE id = ${campaignId}::uuid FOR UPDATE`;
    const campaign = await tx.campaign.findFirst({
      where: { id: campaignId, AND: visibleCampaigns(actor) },
      select: { name: true },
    });
    if (!campaign || !(await isOfCampaign(tx, input))) {
      throw new Refusal("not-found", "Không tìm thấy việc này trong đợt.");
    }
    const key = { campaignId_kind_subjectId: { campaignId, kind, subjectId } };
    const before = await tx.lateReason.findUnique({
      where: key,
      select: { text: true, version: true },
    });
    if ((before?.version ?? 0) !== version) {
      throw new Refusal("conflict", "Đồng nghiệp vừa ghi lý do này. Tải lại trang để xem.");
    }
    const written = {
      text,
      writtenAt: now(),
      writtenById: actor.userId,
      writtenBy: actor.fullName,
    };
    await tx.lateReason.upsert({
      where: key,
      create: { campaignId, kind, subjectId, ...written },
      update: { ...written, version: { increment: 1 } },
      select: { version: true },
    });
    await recordAudit(tx, actor, {
      action: "campaign.late-reason",
      subject: { type: "campaign", id: campaignId },
      before: before?.text,
      after: text,
      details: { name: campaign.name, reason: text },
    });
  });
}

async function isOfCampaign(tx: Transaction, { campaignId, kind, subjectId: id }: GiveReason) {
  if (kind === "assignment") {
    return (await tx.assignment.count({ where: { id, directive: { campaignId } } })) > 0;
  }
  if (kind === "quick_report") {
    return (await tx.quickReport.count({ where: { id, campaignId } })) > 0;
  }
  return (await tx.shift.count({ where: { id, roster: { campaignId } } })) > 0;
}
