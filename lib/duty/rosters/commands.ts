import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices, noticeUnits } from "@/lib/notifications/record";
import { formatInstant, now } from "@/lib/time";
import { canMakeRoster } from "../policy";
import { loadDutyPolicy } from "../settings/queries";
import { type HeldRoster, holdRoster } from "./editions/commands";
import { refuseStale } from "./editions/rules";
import { patterns, readPattern } from "./patterns/rules";
import { changeOf } from "./planning/commands";
import { canPlanRoster, canPublishRoster, canReturnRoster, canWithdrawRoster } from "./policy";
import { rosterGaps } from "./rules";
import type { CreateRoster, PublishRoster, ReturnRoster, SeenRoster } from "./schema";

/** A draft for the actor's unit. The same form twice is one roster; a campaign has one per unit. */
export async function createRoster(actor: Actor, input: CreateRoster) {
  const { requestId: id, campaignId, startsAt, endsAt } = input;
  const { unitId } = actor;
  refuseUnless(canMakeRoster(actor, { unitId }), "Chỉ lãnh đạo đơn vị lập lịch trực.");
  const pattern = {
    staff: patternOf(input.staffPattern, input.staffOwn),
    leader: patternOf(input.leaderPattern, input.leaderOwn),
  };
  try {
    await inTransaction(async (tx) => {
      if (await tx.roster.findFirst({ where: { id, unitId }, select: { id: true } })) return;
      await refuseOutsideCampaign(tx, input);
      await tx.roster.create({
        data: {
          id,
          unitId,
          campaignId,
          startsAt,
          endsAt,
          pattern,
          createdAt: now(),
          createdById: actor.userId,
        },
      });
      await recordAudit(tx, actor, {
        action: "roster.create",
        subject: { type: "roster", id },
        after: { campaignId, startsAt, endsAt, pattern },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", "Đơn vị đã có lịch trực của đợt này. Mở lịch đó ở trang Trực.");
  }
  return { id };
}

const patternOf = (name: CreateRoster["leaderPattern"], own: string) => {
  if (name === "none") return [];
  return name === "own" ? (readPattern(own) ?? []) : [...patterns[name].shifts];
};

async function refuseOutsideCampaign(
  tx: Transaction,
  { campaignId, startsAt, endsAt }: CreateRoster,
) {
  await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE id = ${campaignId}::uuid FOR SHARE`;
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId } });
  if (!campaign) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm.");
  if (startsAt >= campaign.startsAt && endsAt <= campaign.endsAt) return;
  throw new Refusal(
    "invalid",
    `Lịch trực phải nằm trong đợt: từ ${formatInstant(campaign.startsAt)} đến ${formatInstant(campaign.endsAt)}.`,
  );
}

/** Lets the district look at the draft before it is published. */
export async function submitRoster(actor: Actor, { rosterId, version }: SeenRoster) {
  await inTransaction(async (tx) => {
    const roster = await holdRoster(tx, actor, rosterId);
    refuseUnless(canPlanRoster(actor, roster), "Chỉ gửi được lịch còn là dự thảo của đơn vị mình.");
    refuseStale(roster, version);
    await tx.roster.update({
      where: { id: rosterId },
      data: {
        state: "submitted",
        submittedAt: now(),
        submittedById: actor.userId,
        returnedAt: null,
        returnReason: null,
        version: { increment: 1 },
      },
    });
    const officers = Prisma.sql`
      SELECT "unitId" AS unit, id AS person FROM "User"
      WHERE role = 'district_officer' AND "disabledAt" IS NULL`;
    await insertNotices(
      tx,
      {
        kind: "roster.submitted",
        title: `${roster.unit.name} gửi lịch trực ${roster.campaign.name}`,
        subject: { type: "roster", id: rosterId },
        cause: `roster.submitted:${rosterId}:${version}`,
      },
      officers,
    );
    await recordAudit(tx, actor, {
      action: "roster.submit",
      subject: { type: "roster", id: rosterId },
    });
  });
}

/** Back to a draft, by whoever sent it. */
export async function withdrawRoster(actor: Actor, { rosterId, version }: SeenRoster) {
  await inTransaction(async (tx) => {
    const roster = await holdRoster(tx, actor, rosterId);
    refuseUnless(canWithdrawRoster(actor, roster), "Lịch này không chờ huyện xem.");
    refuseStale(roster, version);
    await tx.roster.update({
      where: { id: rosterId },
      data: { state: "draft", submittedAt: null, submittedById: null, version: { increment: 1 } },
    });
    await recordAudit(tx, actor, {
      action: "roster.withdraw",
      subject: { type: "roster", id: rosterId },
    });
  });
}

/** The district wants something changed before it is published. */
export async function returnRoster(actor: Actor, { rosterId, version, reason }: ReturnRoster) {
  await inTransaction(async (tx) => {
    const roster = await holdRoster(tx, actor, rosterId);
    refuseUnless(canReturnRoster(actor, roster), "Chỉ cán bộ huyện trả lại lịch đang chờ xem.");
    refuseStale(roster, version);
    await tx.roster.update({
      where: { id: rosterId },
      data: {
        state: "draft",
        submittedAt: null,
        submittedById: null,
        returnedAt: now(),
        returnReason: reason,
        version: { increment: 1 },
      },
    });
    await noticeUnits(tx, [roster.unitId], {
      kind: "roster.returned",
      title: `Huyện đề nghị sửa lịch trực ${roster.campaign.name}`,
      body: reason,
      subject: { type: "roster", id: rosterId },
      cause: `roster.returned:${rosterId}:${version}`,
    });
    await recordAudit(tx, actor, {
      action: "roster.return",
      subject: { type: "roster", id: rosterId },
      details: { reason },
    });
  });
}

/**
 * Makes the roster the truth: from now on it changes by editions only. With a gap it needs a reason,
 * judged inside the lock, so that a shift taken out at the same time is not overlooked.
 */
export async function publishRoster(actor: Actor, { rosterId, version, gapReason }: PublishRoster) {
  await inTransaction(async (tx) => {
    const roster = await holdRoster(tx, actor, rosterId);
    refuseUnless(
      canPublishRoster(actor, roster),
      "Lịch này đã công bố hoặc không phải của đơn vị bạn.",
    );
    refuseStale(roster, version);
    const shifts = await tx.shift.findMany({
      where: { rosterId, toEdition: null },
      include: { person: { select: { name: true } } },
      orderBy: [{ startsAt: "asc" }, { post: "asc" }, { id: "asc" }],
    });
    const { minutes } = await gapsOfRoster(tx, roster, shifts);
    if (shifts.length === 0) throw new Refusal("invalid", "Lịch chưa có ca trực nào để công bố.");
    if (minutes > 0 && gapReason.length < 5) {
      throw new Refusal(
        "invalid",
        "Lịch còn giờ chưa có người trực: ghi lý do rồi mới công bố được.",
      );
    }

    const publishedAt = now();
    await tx.roster.update({
      where: { id: rosterId },
      data: {
        state: "published",
        edition: 1,
        publishedAt,
        publishedById: actor.userId,
        gapReason: minutes > 0 ? gapReason : null,
        version: { increment: 1 },
      },
    });
    await tx.shift.updateMany({ where: { rosterId }, data: { publishedAt, fromEdition: 1 } });
    await tx.rosterEdition.create({
      data: {
        rosterId,
        number: 1,
        at: publishedAt,
        byId: actor.userId,
        byName: actor.fullName,
        reason: minutes > 0 ? `Để trống ${minutes} phút: ${gapReason}` : "Công bố lần đầu",
        changes: shifts.map((shift) => changeOf(shift, null, shift.person.name)),
      },
    });
    await tellEveryone(tx, roster);
    await recordAudit(tx, actor, {
      action: "roster.publish",
      subject: { type: "roster", id: rosterId },
      after: shifts.map(({ personId, post, startsAt, endsAt }) => ({
        personId,
        post,
        startsAt,
        endsAt,
      })),
      details: {
        shifts: shifts.length,
        gapMinutes: minutes,
        gapReason: minutes > 0 ? gapReason : null,
      },
    });
  });
}

/** Throws a draft away, with its shifts. */
export async function discardRoster(actor: Actor, { rosterId, version }: SeenRoster) {
  await inTransaction(async (tx) => {
    const roster = await holdRoster(tx, actor, rosterId);
    refuseUnless(canPlanRoster(actor, roster), "Chỉ xóa được lịch còn là dự thảo của đơn vị mình.");
    refuseStale(roster, version);
    await tx.shift.deleteMany({ where: { rosterId } });
    await tx.roster.delete({ where: { id: rosterId } });
    await recordAudit(tx, actor, {
      action: "roster.discard",
      subject: { type: "roster", id: rosterId },
      details: { name: roster.campaign.name },
    });
  });
}

type Shifts = Parameters<typeof rosterGaps>[1];

async function gapsOfRoster(tx: Transaction, roster: HeldRoster, shifts: Shifts) {
  const { requiredPosts } = await loadDutyPolicy(tx, roster.campaignId);
  return rosterGaps(roster, shifts, requiredPosts);
}

/** Each person with an account learns once that they are on this roster. */
function tellEveryone(tx: Transaction, { id, campaign }: HeldRoster) {
  return insertNotices(
    tx,
    {
      kind: "roster.published",
      title: `Bạn có ca trực trong lịch ${campaign.name}`,
      subject: { type: "roster", id },
      cause: `roster.published:${id}`,
    },
    Prisma.sql`
      SELECT DISTINCT p."unitId" AS unit, p."userId" AS person
      FROM "Shift" s JOIN "DutyPerson" p ON p.id = s."personId"
      WHERE s."rosterId" = ${id}::uuid AND p."userId" IS NOT NULL`,
  );
}
