import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { formatInstant, now, parseLocal } from "@/lib/time";
import { holdVisibleAssignment } from "../assignments/queries";
import { documentNumber, numberInSentence } from "../labels";
import { canAskExtension, canDecideExtension } from "./policy";
import type { AskExtension, DecideExtension } from "./schema";

/** The unit asks for more time. One request at a time; the deadline stands until it is granted. */
export async function askExtension(actor: Actor, input: AskExtension) {
  const { assignmentId, requestId, reason } = input;
  const askedUntil = parseLocal(input.askedUntil);
  try {
    await inTransaction(async (tx) => {
      const assignment = await holdVisibleAssignment(tx, actor, assignmentId);
      if (await tx.extensionRequest.findUnique({ where: { requestId } })) return;
      refuseUnless(
        canAskExtension(actor, assignment),
        "Lãnh đạo đơn vị xin gia hạn được nhiệm vụ có hạn mà đơn vị chưa báo cáo.",
      );
      const dueAtBefore = assignment.dueAt;
      if (!askedUntil || !dueAtBefore || askedUntil <= dueAtBefore || askedUntil <= now())
        throw new Refusal("invalid", "Hạn xin lùi tới phải sau hạn hiện nay và sau lúc này.");

      const { id } = await tx.extensionRequest.create({
        data: {
          requestId,
          assignmentId,
          dueAtBefore,
          askedUntil,
          reason,
          at: now(),
          byId: actor.userId,
        },
        select: { id: true },
      });
      await noticeUnits(tx, [assignment.directive.issuerId], {
        kind: "extension.ask",
        title: `${actor.unitName} xin gia hạn tới ${formatInstant(askedUntil)}, ${documentNumber(assignment.directive)}`,
        body: `Lý do: ${reason}`,
        subject: { type: "assignment", id: assignmentId },
        cause: `extension:${id}`,
      });
      await recordAudit(tx, actor, {
        action: "assignment.ask-extension",
        subject: { type: "assignment", id: assignmentId },
        after: { askedUntil, reason },
        details: { reason, askedUntil: formatInstant(askedUntil) },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", "Đơn vị đang có một đề nghị gia hạn chờ huyện trả lời.");
  }
}

/** The district grants more time, as asked or otherwise, or refuses with a reason. */
export async function decideExtension(actor: Actor, input: DecideExtension) {
  const { extensionId: id, decision, answer } = input;
  await inTransaction(async (tx) => {
    const found = await holdExtension(tx, id);
    const assignment = await holdVisibleAssignment(tx, actor, found.assignmentId);
    refuseUnless(
      canDecideExtension(actor, assignment),
      "Chỉ cán bộ huyện trả lời đề nghị gia hạn của văn bản đang thực hiện.",
    );
    if (assignment.reportedAt && decision === "grant")
      throw new Refusal("conflict", "Đơn vị đã báo cáo, không cần gia hạn nữa.");
    const chosen = input.grantedUntil ? parseLocal(input.grantedUntil) : found.askedUntil;
    const grantedUntil = decision === "grant" ? chosen : null;
    if (decision === "grant" && (!grantedUntil || grantedUntil <= found.dueAtBefore))
      throw new Refusal("invalid", "Hạn mới phải sau hạn hiện nay của nhiệm vụ.");

    const claimed = await tx.extensionRequest.updateMany({
      where: { id, decidedAt: null },
      data: { decidedAt: now(), decidedById: actor.userId, grantedUntil, answer: answer || null },
    });
    if (claimed.count === 0) throw new Refusal("conflict", "Đề nghị này đã được trả lời rồi.");

    if (grantedUntil) {
      const originalDueAt = assignment.originalDueAt ?? assignment.dueAt;
      await tx.assignment.update({
        where: { id: found.assignmentId },
        data: { dueAt: grantedUntil, originalDueAt },
      });
    }
    await noticeUnits(tx, [assignment.unitId], {
      kind: "extension.decide",
      title: grantedUntil
        ? `Huyện đồng ý gia hạn tới ${formatInstant(grantedUntil)}, ${documentNumber(assignment.directive)}`
        : `Huyện không gia hạn, ${numberInSentence(assignment.directive)}`,
      body: answer,
      subject: { type: "assignment", id: found.assignmentId },
      cause: `extension-decided:${id}`,
    });
    await recordAudit(tx, actor, {
      action: grantedUntil ? "assignment.grant-extension" : "assignment.refuse-extension",
      subject: { type: "assignment", id: found.assignmentId },
      before: { dueAt: assignment.dueAt },
      after: { dueAt: grantedUntil ?? assignment.dueAt, answer },
      details: {
        unitId: assignment.unitId,
        dueAt: grantedUntil ? formatInstant(grantedUntil) : null,
        reason: answer || null,
      },
    });
  });
}

async function holdExtension(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "ExtensionRequest" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.extensionRequest.findUnique({
    where: { id },
    select: { assignmentId: true, askedUntil: true, dueAtBefore: true },
  });
  if (!found) throw new Refusal("not-found", "Không tìm thấy đề nghị gia hạn.");
  return found;
}
