import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatInstant, now } from "@/lib/time";
import { canActOnShift } from "../policy";
import { shiftWords } from "../rosters/editions/commands";
import { holdPublishedShift, type Sent } from "../shifts/commands";
import { happenedAt, opensAt } from "../shifts/rules";
import { NOTHING_HAPPENED, type WriteLog } from "./schema";

/** Appends to the shift's log. A correction is a new entry that points at the old one. */
export async function writeLog(actor: Actor, input: WriteLog & Sent) {
  const { requestId: id, shiftId, kind, correctsId, deviceAt } = input;
  const text = input.text || NOTHING_HAPPENED;
  await inTransaction(async (tx) => {
    const shift = await holdPublishedShift(tx, actor, shiftId);
    if (await tx.shiftLogEntry.findFirst({ where: { id, shiftId }, select: { id: true } })) return;
    refuseUnless(canActOnShift(actor, shift), "Chỉ người trực ca này ghi sổ được.");
    const recordedAt = now();
    const happened = happenedAt(recordedAt, shift, input);
    if (happened < opensAt(shift)) {
      throw new Refusal("invalid", `Ghi sổ được từ ${formatInstant(opensAt(shift))}.`);
    }
    if (correctsId) {
      const corrected = await tx.shiftLogEntry.findFirst({
        where: { id: correctsId, unitId: shift.unitId },
        select: { id: true },
      });
      if (!corrected) throw new Refusal("not-found", "Không tìm thấy mục cần đính chính.");
    }
    await tx.shiftLogEntry.create({
      data: {
        id,
        shiftId,
        unitId: shift.unitId,
        kind,
        text,
        happenedAt: happened,
        recordedAt,
        deviceAt,
        correctsId,
        writtenById: actor.userId,
      },
    });
    await recordAudit(tx, actor, {
      action: "shift.log",
      subject: { type: "shift", id: shiftId },
      after: { id, kind, text, correctsId, deviceAt },
      details: { shift: shiftWords(shift) },
    });
  });
}
