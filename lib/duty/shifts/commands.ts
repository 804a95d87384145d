import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatInstant, formatTime, now } from "@/lib/time";
import { canActOnShift, visibleDuty } from "../policy";
import { shiftWords } from "../rosters/editions/commands";
import { happenedAt, opensAt } from "./rules";
import type { CheckInShift } from "./schema";

/** `sentAt`: what the sender's clock said when a batch went off; absent for what is done on line. */
export type Sent = { sentAt?: Date | null };

/**
 * Takes the shift, or shows a sign of life in its middle. The server's time counts: what comes late
 * from a phone without network is late, and keeps what the phone's clock said.
 */
export async function checkIn(actor: Actor, input: CheckInShift & Sent) {
  const { requestId: id, shiftId, kind, deviceAt } = input;
  await inTransaction(async (tx) => {
    const shift = await holdPublishedShift(tx, actor, shiftId);
    if (await tx.checkIn.findFirst({ where: { id, shiftId }, select: { id: true } })) return;
    refuseUnless(canActOnShift(actor, shift), "Ca này là của người khác.");
    const at = now();
    const claimed = happenedAt(at, shift, input);
    if (claimed < opensAt(shift)) {
      throw new Refusal("invalid", `Nhận ca được từ ${formatInstant(opensAt(shift))}.`);
    }
    if (claimed >= shift.endsAt) {
      throw new Refusal("conflict", `Ca này đã hết lúc ${formatInstant(shift.endsAt)}.`);
    }
    if (kind === "start") await takeShift(tx, shift, at);
    else if (!shift.checkedInAt) throw new Refusal("conflict", "Nhận ca trước rồi mới điểm danh.");

    await tx.checkIn.create({
      data: { id, shiftId, unitId: shift.unitId, kind, at, deviceAt, byId: actor.userId },
    });
    await resolveAlert(tx, shiftId, kind === "start" ? "missed_check_in" : "missed_mid_check");
    await recordAudit(tx, actor, {
      action: kind === "start" ? "shift.check-in" : "shift.mid-check",
      subject: { type: "shift", id: shiftId },
      after: { at, deviceAt },
      details: { shift: shiftWords(shift), name: shift.person.name },
    });
  });
}

async function takeShift(tx: Transaction, shift: HeldPublishedShift, at: Date) {
  const { count } = await tx.shift.updateMany({
    where: { id: shift.id, checkedInAt: null },
    data: { checkedInAt: at },
  });
  if (count > 0) return;
  const taken = shift.checkedInAt ? ` lúc ${formatTime(shift.checkedInAt)}` : "";
  throw new Refusal("conflict", `Ca này đã được nhận${taken}.`);
}

/** A published shift that still stands, and is the actor's to see; held until the command ends. */
export async function holdPublishedShift(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Shift" WHERE id = ${id}::uuid FOR UPDATE`;
  const shift = await tx.shift.findFirst({
    where: { id, publishedAt: { not: null }, AND: visibleDuty(actor) },
    select: {
      id: true,
      unitId: true,
      rosterId: true,
      post: true,
      startsAt: true,
      endsAt: true,
      toEdition: true,
      checkedInAt: true,
      handedOverAt: true,
      person: { select: { name: true, userId: true } },
    },
  });
  if (!shift) throw new Refusal("not-found", "Không tìm thấy ca trực.");
  if (shift.toEdition !== null) {
    throw new Refusal("conflict", "Ca này đã được điều chỉnh. Tải lại trang để xem lịch mới.");
  }
  return { ...shift, personUserId: shift.person.userId };
}

export type HeldPublishedShift = Awaited<ReturnType<typeof holdPublishedShift>>;

type AlertKind = "missed_check_in" | "unsigned_handover" | "missed_mid_check";

/** What was missing has come: nobody else is told, but that it was missing stays. */
export async function resolveAlert(tx: Transaction, shiftId: string, kind: AlertKind) {
  await tx.dutyAlert.updateMany({
    where: { shiftId, kind, resolvedAt: null },
    data: { resolvedAt: now(), nextStepAt: null },
  });
}
