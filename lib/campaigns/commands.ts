import "server-only";

import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices } from "@/lib/notifications/record";
import { formatInstant, formatTime, isoDay, now, parseLocal } from "@/lib/time";
import {
  canCloseCampaign,
  canDiscardCampaign,
  canEditCampaign,
  canOpenCampaign,
  canPlanCampaign,
  canReopenCampaign,
  visibleCampaigns,
} from "./policy";
import { occasionColumns, readOccasion } from "./queries";
import { asPlan } from "./rules";
import type { CampaignPlan, ChangeCampaign, CreateCampaign, SaveCampaign } from "./schema";

/** Plans a campaign. The same request sent twice gives the same one. */
export async function createCampaign(actor: Actor, { requestId, plan }: CreateCampaign) {
  refuseUnless(canPlanCampaign(actor), "Chỉ cán bộ của huyện lập đợt cao điểm.");
  return inTransaction(async (tx) => {
    const made = await insertCampaign(tx, actor, { requestId, plan });
    if (!made.fresh) return { id: made.id };
    await recordAudit(tx, actor, {
      action: "campaign.create",
      subject: { type: "campaign", id: made.id },
      after: plan,
      details: { name: plan.name },
    });
    return { id: made.id };
  });
}

/** Saves over the version that was open; when someone else saved meanwhile, says so instead. */
export async function saveCampaign(actor: Actor, { campaignId: id, version, plan }: SaveCampaign) {
  return inTransaction(async (tx) => {
    const campaign = await holdCampaign(tx, actor, id);
    refuseUnless(
      canEditCampaign(actor, campaign),
      "Chỉ cán bộ của huyện sửa được đợt cao điểm chưa kết thúc.",
    );
    refuseStale(campaign, version);

    const before = asPlan(campaign);
    await tx.campaign.update({
      where: { id, version },
      data: {
        ...columns(plan),
        version: version + 1,
        editedAt: now(),
        editedById: actor.userId,
      },
      select: { id: true },
    });
    await tx.campaignOccasion.deleteMany({ where: { campaignId: id } });
    await writeOccasions(tx, id, plan);
    await recordAudit(tx, actor, {
      action: "campaign.save",
      subject: { type: "campaign", id },
      before,
      after: plan,
      details: { name: plan.name, version: version + 1 },
    });
    return { id, version: version + 1 };
  });
}

/** From now on it runs, and every unit is told. */
export async function openCampaign(actor: Actor, { campaignId: id, version }: ChangeCampaign) {
  await inTransaction(async (tx) => {
    const campaign = await holdCampaign(tx, actor, id);
    if (campaign.openedAt && canPlanCampaign(actor)) {
      throw new Refusal("conflict", "Đợt cao điểm này đã được mở.");
    }
    refuseUnless(canOpenCampaign(actor, campaign), "Chỉ cán bộ của huyện mở đợt cao điểm.");
    refuseStale(campaign, version);

    const at = now();
    await tx.campaign.update({
      where: { id, version, openedAt: null },
      data: { openedAt: at, openedById: actor.userId, version: version + 1 },
      select: { id: true },
    });
    const window = `${formatInstant(campaign.startsAt)} đến ${formatInstant(campaign.endsAt)}`;
    const units = await insertNotices(
      tx,
      {
        kind: "campaign.open",
        title: campaign.name,
        body: `Huyện đã mở đợt cao điểm, từ ${window}.`,
        subject: { type: "campaign", id },
        cause: `campaign.open:${id}`,
      },
      otherUnits(actor, isoDay(at)),
    );
    await recordChange(tx, actor, "campaign.open", { ...campaign, units });
  });
}

export async function closeCampaign(actor: Actor, { campaignId: id, version }: ChangeCampaign) {
  await inTransaction(async (tx) => {
    const campaign = await holdCampaign(tx, actor, id);
    if (campaign.closedAt) throw new Refusal("conflict", "Đợt cao điểm này đã kết thúc.");
    refuseUnless(
      canCloseCampaign(actor, campaign),
      "Chỉ cán bộ của huyện kết thúc được đợt cao điểm đang diễn ra.",
    );
    refuseStale(campaign, version);
    await tx.campaign.update({
      where: { id, version, closedAt: null },
      data: { closedAt: now(), closedById: actor.userId, version: version + 1 },
      select: { id: true },
    });
    await recordChange(tx, actor, "campaign.close", campaign);
  });
}

/** For one closed too early; the trail keeps when it was closed and by whom. */
export async function reopenCampaign(actor: Actor, { campaignId: id, version }: ChangeCampaign) {
  await inTransaction(async (tx) => {
    const campaign = await holdCampaign(tx, actor, id);
    refuseUnless(
      canReopenCampaign(actor, campaign),
      "Chỉ cán bộ của huyện mở lại được đợt cao điểm đã kết thúc.",
    );
    refuseStale(campaign, version);
    await tx.campaign.update({
      where: { id, version },
      data: { closedAt: null, closedById: null, version: version + 1 },
      select: { id: true },
    });
    await recordChange(tx, actor, "campaign.reopen", campaign);
  });
}

/** Only what never ran and holds no directive; anything else is history. */
export async function discardCampaign(actor: Actor, { campaignId: id, version }: ChangeCampaign) {
  await inTransaction(async (tx) => {
    const campaign = await holdCampaign(tx, actor, id);
    refuseUnless(canPlanCampaign(actor), "Chỉ cán bộ của huyện xóa được đợt cao điểm.");
    refuseUnless(
      canDiscardCampaign(actor, campaign),
      "Đợt đã mở thì không xóa được, hãy kết thúc đợt.",
    );
    refuseStale(campaign, version);
    const directives = await tx.directive.count({ where: { campaignId: id } });
    if (directives > 0) {
      throw new Refusal(
        "conflict",
        `Đợt còn ${directives} văn bản. Xóa hoặc chuyển các văn bản đó sang đợt khác trước.`,
      );
    }
    const clones = await tx.campaign.count({ where: { clonedFromId: id } });
    if (clones > 0) throw new Refusal("conflict", "Đã có đợt khác nhân bản từ đợt này.");
    await tx.campaign.delete({ where: { id, version } });
    await recordAudit(tx, actor, {
      action: "campaign.discard",
      subject: { type: "campaign", id },
      before: asPlan(campaign),
      details: { name: campaign.name },
    });
  });
}

type NewCampaign = { requestId: string; plan: CampaignPlan; clonedFromId?: string };

/** The row and its occasions; `fresh` is false when the same request made it before. */
export async function insertCampaign(tx: Transaction, actor: Actor, made: NewCampaign) {
  const { requestId, plan, clonedFromId } = made;
  const id = randomUUID();
  const { count } = await tx.campaign.createMany({
    data: [
      {
        ...columns(plan),
        id,
        requestId,
        clonedFromId,
        createdAt: now(),
        createdById: actor.userId,
        editedAt: now(),
        editedById: actor.userId,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) {
    const twin = await tx.campaign.findUniqueOrThrow({
      where: { requestId },
      select: { id: true },
    });
    return { id: twin.id, fresh: false };
  }
  await writeOccasions(tx, id, plan);
  return { id, fresh: true };
}

/** Held for update: of two who change it at once the second sees what the first did. */
export async function holdCampaign(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE id = ${id}::uuid FOR UPDATE`;
  const campaign = await tx.campaign.findFirst({
    where: { id, AND: visibleCampaigns(actor) },
    select: {
      id: true,
      name: true,
      purpose: true,
      startsAt: true,
      endsAt: true,
      openedAt: true,
      closedAt: true,
      version: true,
      editedAt: true,
      editedBy: { select: { fullName: true } },
      occasions: occasionColumns,
    },
  });
  if (!campaign) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm.");
  return { ...campaign, occasions: campaign.occasions.map(readOccasion) };
}

type Held = Awaited<ReturnType<typeof holdCampaign>>;

function refuseStale(campaign: Held, version: number) {
  if (campaign.version === version) return;
  const who = campaign.editedBy?.fullName ?? "Người khác";
  throw new Refusal(
    "conflict",
    `${who} đã thay đổi đợt này (lần lưu gần nhất lúc ${formatTime(campaign.editedAt)}). Nội dung anh/chị vừa nhập vẫn còn ở đây: mở bản mới nhất trong thẻ khác để đối chiếu rồi chép lại phần cần giữ.`,
  );
}

function columns({ name, purpose, startsAt, endsAt }: CampaignPlan) {
  return { name, purpose, startsAt: instant(startsAt), endsAt: instant(endsAt) };
}

function instant(local: string) {
  const at = parseLocal(local);
  if (!at) throw new Refusal("invalid", "Ngày giờ của đợt chưa đúng.");
  return at;
}

const writeOccasions = (tx: Transaction, campaignId: string, { occasions }: CampaignPlan) =>
  tx.campaignOccasion.createMany({
    data: occasions.map(({ firstOn, lastOn, ...occasion }, position) => ({
      ...occasion,
      campaignId,
      position,
      firstOn: new Date(firstOn),
      lastOn: new Date(lastOn),
    })),
  });

const recordChange = (
  tx: Transaction,
  actor: Actor,
  action: string,
  { id, name, units }: { id: string; name: string; units?: number },
) =>
  recordAudit(tx, actor, {
    action,
    subject: { type: "campaign", id },
    details: { name, ...(units === undefined ? {} : { units }) },
  });

/** Every unit of the day but the actor's own. */
const otherUnits = (actor: Actor, day: string) => Prisma.sql`
  SELECT u.id AS unit, NULL::uuid AS person FROM "Unit" u
  WHERE u.id <> ${actor.unitId}::uuid AND u."validFrom" <= ${day}::date
    AND (u."validTo" IS NULL OR u."validTo" > ${day}::date)`;
