import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { visibleDirectives } from "../policy";
import { heldSentence } from "./labels";
import { callsToNote, canCallUnits } from "./policy";
import { HOLD } from "./rules";
import type { NoteCall, RecordCall } from "./schema";

/**
 * The officer takes a unit on by phone. Whoever comes second while it is held is told who was first,
 * also when that call was about another directive, unless they name that call and mean to call again.
 */
export async function recordCall(actor: Actor, input: RecordCall) {
  const { directiveId, unitId, requestId, afterCallId } = input;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${directiveId}::uuid FOR SHARE`;
    const directive = await tx.directive.findFirst({
      where: { id: directiveId, AND: visibleDirectives(actor) },
      select: { state: true },
    });
    if (!directive) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(
      canCallUnits(actor, directive),
      "Chỉ cán bộ huyện gọi đôn đốc văn bản đang thực hiện.",
    );
    const unit = await holdUnit(tx, directiveId, unitId);
    const sentBefore = await tx.unitCall.findUnique({ where: { requestId }, select: { id: true } });
    if (sentBefore) return;

    const calledAt = now();
    const again = await endHold(tx, { directiveId, unitId, afterCallId, at: calledAt });
    await tx.unitCall.create({
      data: {
        requestId,
        directiveId,
        unitId,
        calledAt,
        calledById: actor.userId,
        heldUntil: new Date(calledAt.getTime() + HOLD),
      },
    });
    await recordAudit(tx, actor, {
      action: "unit-call.record",
      subject: { type: "directive", id: directiveId },
      details: { unit: unit.name, again: again || null },
    });
  });
}

/** What the call came to. Nobody answered: the unit is free to be called by anyone again. */
export async function noteCall(actor: Actor, { callId: id, result, note }: NoteCall) {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "UnitCall" WHERE id = ${id}::uuid FOR UPDATE`;
    const call = await tx.unitCall.findFirst({
      where: { id, AND: callsToNote(actor) },
      select: { heldUntil: true, result: true, note: true, unit: { select: { name: true } } },
    });
    if (!call) throw new Refusal("not-found", "Không tìm thấy cuộc gọi này của đồng chí.");
    const at = now();
    const heldUntil = result === "no_answer" && call.heldUntil > at ? at : call.heldUntil;
    await tx.unitCall.update({ where: { id }, data: { result, note, heldUntil, notedAt: at } });
    await recordAudit(tx, actor, {
      action: "unit-call.note",
      subject: { type: "unit-call", id },
      before: { result: call.result, note: call.note },
      after: { result, note },
      details: { unit: call.unit.name, result, message: note },
    });
  });
}

/** Its row orders the callers of one unit; those of other units never wait. */
async function holdUnit(tx: Transaction, directiveId: string, unitId: string) {
  const [unit] = await tx.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM "DirectiveReceipt" r JOIN "Unit" u ON u.id = r."unitId"
    WHERE r."directiveId" = ${directiveId}::uuid AND r."unitId" = ${unitId}::uuid
    FOR NO KEY UPDATE OF u`;
  if (!unit) throw new Refusal("not-found", "Đơn vị này không có trong nơi nhận văn bản.");
  return unit;
}

type Hold = { directiveId: string; unitId: string; afterCallId?: string; at: Date };

/** Refuses while another call holds the unit; a call named as known of gives way. */
async function endHold(tx: Transaction, { directiveId, unitId, afterCallId, at }: Hold) {
  const holder = await tx.unitCall.findFirst({
    where: { unitId, heldUntil: { gt: at } },
    select: {
      id: true,
      calledAt: true,
      directiveId: true,
      calledBy: { select: { fullName: true } },
      directive: { select: { number: true, symbol: true } },
    },
  });
  if (!holder) return false;
  if (holder.id !== afterCallId) {
    const other = holder.directiveId === directiveId ? null : holder.directive;
    const call = { calledAt: holder.calledAt, calledBy: holder.calledBy.fullName };
    throw new Refusal("conflict", heldSentence(call, other));
  }
  await tx.unitCall.update({
    where: { id: holder.id, heldUntil: { gt: at } },
    data: { heldUntil: at },
  });
  return true;
}
