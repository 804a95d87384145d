import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { numberInSentence } from "../labels";
import { canDecideReturn, canReturnReceipt } from "./policy";
import type { DecideReturn, ReturnReceipt } from "./schema";

/** The unit says the directive is not for it; until the district answers, the work stays its own. */
export async function returnReceipt(actor: Actor, input: ReturnReceipt) {
  const { directiveId, requestId, reason } = input;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${directiveId}::uuid FOR SHARE`;
    await tx.$queryRaw`
      SELECT 1 FROM "DirectiveReceipt"
      WHERE "directiveId" = ${directiveId}::uuid AND "unitId" = ${actor.unitId}::uuid FOR UPDATE`;
    const receipt = await tx.directiveReceipt.findUnique({
      where: { directiveId_unitId: { directiveId, unitId: actor.unitId } },
      select: { unitId: true, returnedAt: true, directive: { select: directiveFields } },
    });
    if (!receipt) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    const sentBefore = await tx.receiptReturn.findUnique({ where: { requestId } });
    if (sentBefore) return;
    const reported = await tx.assignment.count({
      where: { directiveId, unitId: actor.unitId, reportedAt: { not: null } },
    });
    if (receipt.returnedAt) throw new Refusal("conflict", "Đơn vị đã trả lại văn bản này rồi.");
    refuseUnless(
      canReturnReceipt(actor, { ...receipt, reported: reported > 0 }),
      "Lãnh đạo đơn vị trả lại được văn bản đang thực hiện mà đơn vị chưa báo cáo kết quả.",
    );

    const at = now();
    const { id } = await tx.receiptReturn.create({
      data: { requestId, directiveId, unitId: actor.unitId, reason, at, byId: actor.userId },
      select: { id: true },
    });
    await tx.directiveReceipt.update({
      where: { directiveId_unitId: { directiveId, unitId: actor.unitId }, returnedAt: null },
      data: { returnedAt: at },
    });
    await noticeUnits(tx, [receipt.directive.issuerId], {
      kind: "directive.return",
      title: `${actor.unitName} trả lại ${numberInSentence(receipt.directive)}`,
      body: `Lý do: ${reason}`,
      subject: { type: "directive", id: directiveId },
      cause: `return:${id}`,
    });
    await recordAudit(tx, actor, {
      action: "directive.return-receipt",
      subject: { type: "directive", id: directiveId },
      after: { reason },
      details: { reason },
    });
  });
}

/** The district lets the unit go, or sends the directive out to it again with a reason. */
export async function decideReturn(actor: Actor, { returnId: id, decision, answer }: DecideReturn) {
  await inTransaction(async (tx) => {
    const found = await holdReturn(tx, id);
    const { directive } = found.receipt;
    refuseUnless(
      canDecideReturn(actor, { directive }),
      "Chỉ cán bộ huyện trả lời việc trả lại văn bản đang thực hiện.",
    );
    const at = now();
    const released = decision === "release";
    const claimed = await tx.receiptReturn.updateMany({
      where: { id, decidedAt: null },
      data: { decidedAt: at, decidedById: actor.userId, released, answer: answer || null },
    });
    if (claimed.count === 0) throw new Refusal("conflict", "Việc trả lại này đã được trả lời rồi.");

    const own = { directiveId: found.directiveId, unitId: found.unitId };
    await tx.directiveReceipt.update({
      where: { directiveId_unitId: own },
      data: released ? { releasedAt: at } : { returnedAt: null },
    });
    if (released) await tx.assignment.updateMany({ where: own, data: { releasedAt: at } });
    await noticeUnits(tx, [found.unitId], {
      kind: "directive.return-decided",
      title: released
        ? `Huyện đồng ý: đơn vị không phải thực hiện ${numberInSentence(directive)}`
        : `Huyện giao lại ${numberInSentence(directive)}`,
      body: answer,
      subject: { type: "directive", id: found.directiveId },
      cause: `return-decided:${id}`,
    });
    await recordAudit(tx, actor, {
      action: released ? "directive.release-unit" : "directive.resend",
      subject: { type: "directive", id: found.directiveId },
      after: { released, answer },
      details: { unitId: found.unitId, reason: answer || null },
    });
  });
}

const directiveFields = {
  id: true,
  state: true,
  number: true,
  symbol: true,
  issuerId: true,
} as const;

async function holdReturn(tx: Transaction, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "ReceiptReturn" r JOIN "Directive" d ON d.id = r."directiveId"
    WHERE r.id = ${id}::uuid FOR UPDATE OF r FOR SHARE OF d`;
  const found = await tx.receiptReturn.findUnique({
    where: { id },
    select: {
      directiveId: true,
      unitId: true,
      receipt: { select: { directive: { select: directiveFields } } },
    },
  });
  if (!found) throw new Refusal("not-found", "Không tìm thấy việc trả lại này.");
  return found;
}
