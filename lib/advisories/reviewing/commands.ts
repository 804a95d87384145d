import "server-only";

import { recordAudit } from "@/lib/audit/record";
import { type Actor, isDistrict } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { awaitsReview } from "../handling/rules";
import type { NameOwner, Review, SendBack } from "../handling/schema";
import { canAcceptRisk, canReviewHandling } from "../policy";
import { askedAgainUntil } from "../sending/rules";
import { holdHandling, writeStep } from "../standing/commands";
import { advisoryAudit } from "../standing/rules";

const NOTHING = "Không có gì chờ xác nhận ở đơn vị này.";

/** The second pair of eyes: what the unit says is so. */
export async function reviewHandling(actor: Actor, input: Review) {
  await inTransaction(async (tx) => {
    refuseUnless(canReviewHandling(actor), "Chỉ huyện xác nhận.");
    const held = await holdHandling(tx, actor, input);
    if (!held) return;
    if (!awaitsReview({ ...held, rhythm: held.advisory.rhythm })) {
      throw new Refusal("conflict", NOTHING);
    }
    const { advisoryId, unitId, state } = held;
    await tx.advisoryHandling.update({
      where: { advisoryId_unitId: { advisoryId, unitId } },
      data: { reviewedAt: now(), reviewedBy: actor.fullName, version: { increment: 1 } },
      select: { unitId: true },
    });
    const step = { id: input.requestId, advisoryId, unitId, kind: "review", state };
    await writeStep(tx, actor, step);
    await recordAudit(tx, actor, advisoryAudit("advisory.review", held, {}));
  });
}

/** What is closed is not so yet: it comes back to the unit with what is missing. */
export async function sendBackHandling(actor: Actor, input: SendBack) {
  await inTransaction(async (tx) => {
    refuseUnless(canReviewHandling(actor), "Chỉ huyện yêu cầu làm lại.");
    const held = await holdHandling(tx, actor, input);
    if (!held) return;
    if (!held.closedAt) throw new Refusal("conflict", "Đơn vị đang xử lý, chưa có gì để trả lại.");
    const { advisoryId, unitId } = held;
    const at = now();
    const again = askedAgainUntil(at);
    await tx.advisoryHandling.update({
      where: { advisoryId_unitId: { advisoryId, unitId } },
      data: {
        state: "handling",
        closedAt: null,
        acceptUntil: null,
        reviewedAt: null,
        reviewedBy: "",
        reopenedAt: at,
        reopenReason: input.reason,
        dueAt: new Date(Math.max(held.dueAt.getTime(), again.getTime())),
        version: { increment: 1 },
      },
      select: { unitId: true },
    });
    await writeStep(tx, actor, {
      id: input.requestId,
      advisoryId,
      unitId,
      kind: "send_back",
      state: "handling",
      text: input.reason,
    });
    await noticeUnits(tx, [unitId], {
      kind: "advisory.sent-back",
      title: `Huyện yêu cầu xử lý lại: ${held.advisory.subject}`,
      body: input.reason,
      subject: { type: "advisory", id: advisoryId },
      cause: `advisory-back:${input.requestId}`,
    });
    await recordAudit(
      tx,
      actor,
      advisoryAudit("advisory.send-back", held, { details: { reason: input.reason } }),
    );
  });
}

/** Who answers for an open hole over the holiday: named by the unit's lead or by the district. */
export async function nameOwner(actor: Actor, input: NameOwner) {
  refuseUnless(isDistrict(actor) || actor.unitId === input.unitId, "Lãnh đạo đơn vị cử người.");
  await inTransaction(async (tx) => {
    const held = await holdHandling(tx, actor, input, (of) =>
      refuseUnless(isDistrict(actor) || canAcceptRisk(actor, of), "Lãnh đạo đơn vị cử người."),
    );
    if (!held) return;
    const { advisoryId, unitId, state } = held;
    const { ownerName, ownerPhone } = input;
    await tx.advisoryHandling.update({
      where: { advisoryId_unitId: { advisoryId, unitId } },
      data: { ownerName, ownerPhone, version: { increment: 1 } },
      select: { unitId: true },
    });
    await writeStep(tx, actor, {
      id: input.requestId,
      advisoryId,
      unitId,
      kind: "owner",
      state,
      text: `${ownerName}, ${ownerPhone}`,
    });
    await recordAudit(
      tx,
      actor,
      advisoryAudit("advisory.name-owner", held, {
        after: { ownerName, ownerPhone },
        details: { name: ownerName },
      }),
    );
  });
}
