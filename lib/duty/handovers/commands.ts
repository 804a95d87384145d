import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canActOnShift, visibleDuty } from "../policy";
import { shiftWords } from "../rosters/editions/commands";
import {
  type HeldPublishedShift,
  holdPublishedShift,
  resolveAlert,
  type Sent,
} from "../shifts/commands";
import { canSignHandover } from "./policy";
import type { HandOver, SignHandover } from "./schema";

/** The outgoing person says what stays open; it waits for the signature of who comes next. */
export async function handOver(actor: Actor, input: HandOver & Sent) {
  const { requestId: id, shiftId, points, deviceAt } = input;
  await inTransaction(async (tx) => {
    const shift = await holdPublishedShift(tx, actor, shiftId);
    if (await tx.handover.findFirst({ where: { id, shiftId }, select: { id: true } })) return;
    refuseUnless(canActOnShift(actor, shift), "Chỉ người trực ca này bàn giao được.");
    if (!shift.checkedInAt)
      throw new Refusal("conflict", "Ca này chưa được nhận: bấm “Nhận ca” trước.");
    const written = await tx.handover.findUnique({ where: { shiftId }, select: { id: true } });
    if (written) throw new Refusal("conflict", "Ca này đã ghi bàn giao, đang chờ ký nhận.");

    await tx.handover.create({
      data: {
        id,
        shiftId,
        unitId: shift.unitId,
        points,
        writtenAt: now(),
        deviceAt,
        writtenById: actor.userId,
        nextShiftId: await nextShift(tx, shift),
      },
    });
    await recordAudit(tx, actor, {
      action: "shift.hand-over",
      subject: { type: "shift", id: shiftId },
      after: { id, points, deviceAt },
      details: { shift: shiftWords(shift) },
    });
  });
}

/** Who follows on the same post of the unit. */
async function nextShift(
  tx: Transaction,
  { id, unitId, post, startsAt, endsAt }: HeldPublishedShift,
) {
  const next = await tx.shift.findFirst({
    where: {
      unitId,
      post,
      id: { not: id },
      toEdition: null,
      publishedAt: { not: null },
      startsAt: { gt: startsAt },
      endsAt: { gt: endsAt },
    },
    select: { id: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return next?.id ?? null;
}

/** The second signature: the shift is over, what is open is the next one's. */
export async function signHandover(actor: Actor, { handoverId: id, note }: SignHandover) {
  await inTransaction(async (tx) => {
    const found = await tx.handover.findFirst({
      where: { id, AND: visibleDuty(actor) },
      select: { shiftId: true },
    });
    if (!found) throw new Refusal("not-found", "Không tìm thấy bàn giao này.");
    const shift = await holdPublishedShift(tx, actor, found.shiftId);
    const handover = await tx.handover.findUniqueOrThrow({
      where: { id },
      select: {
        unitId: true,
        writtenById: true,
        nextShift: { select: { person: { select: { userId: true } } } },
      },
    });
    refuseUnless(
      canSignHandover(actor, {
        unitId: handover.unitId,
        writtenById: handover.writtenById,
        outgoingUserId: shift.personUserId,
        incomingUserId: handover.nextShift?.person.userId ?? null,
      }),
      "Người nhận ca sau hoặc lãnh đạo đơn vị ký nhận; người giao không tự ký được.",
    );
    const signedAt = now();
    const { count } = await tx.handover.updateMany({
      where: { id, signedAt: null },
      data: { signedAt, signedById: actor.userId, signedNote: note },
    });
    if (count === 0) throw new Refusal("conflict", "Bàn giao này đã được ký nhận.");
    await tx.shift.update({ where: { id: shift.id }, data: { handedOverAt: signedAt } });
    await resolveAlert(tx, shift.id, "unsigned_handover");
    await recordAudit(tx, actor, {
      action: "shift.sign-handover",
      subject: { type: "shift", id: shift.id },
      after: { id, note, signedAt },
      details: { shift: shiftWords(shift) },
    });
  });
}
