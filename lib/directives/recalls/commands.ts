import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices } from "@/lib/notifications/record";
import { formatDay, now } from "@/lib/time";
import { documentNumber, numberInSentence } from "../labels";
import { canRecallDirective } from "../policy";
import { holdVisibleDirective } from "../queries";
import { canAnswerRecall } from "./policy";
import type { AnswerRecall, RecallDirective } from "./schema";

/**
 * Calls a directive back from everyone who has it: nothing more is reported under it, what was done
 * stays readable, and each unit is told and asked to answer.
 */
export async function recallDirective(actor: Actor, { directiveId: id, reason }: RecallDirective) {
  return inTransaction(async (tx) => {
    const directive = await holdVisibleDirective(tx, actor, id);
    if (directive.state === "recalled")
      throw new Refusal("conflict", "Văn bản này đã được thu hồi rồi.");
    refuseUnless(
      canRecallDirective(actor, directive),
      "Chỉ cán bộ huyện thu hồi văn bản đã ban hành.",
    );
    return recall(tx, actor, id, directive, { reason, body: `Lý do: ${reason}` });
  });
}

/** Within the issue of its replacement: recalled unless it was before, and its holders are told. */
export async function recallReplaced(
  tx: Transaction,
  actor: Actor,
  id: string,
  replacement: { id: string; number: number; symbol: string; issuedOn: Date },
) {
  const directive = await holdVisibleDirective(tx, actor, id);
  const day = ` ngày ${formatDay(replacement.issuedOn)}`;
  const reason = `Được thay thế bằng ${numberInSentence(replacement)}${day}.`;
  if (directive.state !== "recalled")
    await recall(tx, actor, id, directive, { reason, body: reason });
  await tellHolders(tx, id, {
    kind: "directive.replace",
    title: `${documentNumber(replacement)}${day} thay thế ${numberInSentence(directive)}`,
    body: "Việc đã làm theo văn bản cũ vẫn được giữ và hiện bên cạnh nhiệm vụ mới.",
    subject: { type: "directive", id: replacement.id },
    cause: `replace:${replacement.id}`,
  });
}

/** The unit confirms that it no longer acts on it, or says why it cannot. */
export async function answerRecall(actor: Actor, input: AnswerRecall) {
  const { directiveId, answer, note } = input;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${directiveId}::uuid FOR SHARE`;
    const receipt = await tx.directiveReceipt.findUnique({
      where: { directiveId_unitId: { directiveId, unitId: actor.unitId } },
      select: { unitId: true, directive: { select: { state: true } } },
    });
    if (!receipt) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(canAnswerRecall(actor, receipt), "Văn bản này không bị thu hồi.");

    const at = now();
    const answered = answer === "agree" ? { recallAgreedAt: at } : { recallRefusedAt: at };
    const claimed = await tx.directiveReceipt.updateMany({
      where: { directiveId, unitId: actor.unitId, recallAgreedAt: null, recallRefusedAt: null },
      data: { ...answered, recallAnsweredById: actor.userId, recallAnswer: note || null },
    });
    if (claimed.count === 0) throw new Refusal("conflict", "Đơn vị đã trả lời thu hồi rồi.");

    await recordAudit(tx, actor, {
      action: answer === "agree" ? "directive.agree-recall" : "directive.refuse-recall",
      subject: { type: "directive", id: directiveId },
      after: { answer, note },
      details: { reason: note || null },
    });
  });
}

type Held = Awaited<ReturnType<typeof holdVisibleDirective>>;

async function recall(
  tx: Transaction,
  actor: Actor,
  id: string,
  directive: Held,
  { reason, body }: { reason: string; body: string },
) {
  await tx.directive.update({
    where: { id, state: { in: ["issued", "closed"] } },
    data: {
      state: "recalled",
      recalledAt: now(),
      recalledById: actor.userId,
      recallReason: reason,
    },
  });
  const day = directive.issuedOn ? ` ngày ${formatDay(directive.issuedOn)}` : "";
  const units = await tellHolders(tx, id, {
    kind: "directive.recall",
    title: `Thu hồi ${numberInSentence(directive)}${day}`,
    body,
    subject: { type: "directive", id },
    cause: `recall:${id}`,
  });
  await recordAudit(tx, actor, {
    action: "directive.recall",
    subject: { type: "directive", id },
    before: { state: directive.state },
    after: { state: "recalled", reason },
    details: { reason, units },
  });
  return { units };
}

type Told = Parameters<typeof insertNotices>[1];

/** Everyone who had the directive, also those that gave it back. */
const tellHolders = (tx: Transaction, id: string, notice: Told) =>
  insertNotices(
    tx,
    notice,
    Prisma.sql`SELECT "unitId" AS unit, NULL::uuid AS person FROM "DirectiveReceipt"
               WHERE "directiveId" = ${id}::uuid`,
  );
