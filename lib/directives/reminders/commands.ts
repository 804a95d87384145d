import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canSteerDirective, visibleDirectives } from "../policy";
import { stands } from "../standing/policy";
import type { DismissReminder, RemindUnits } from "./schema";

/** Puts a nudge on the home pages of the chosen units. The same form sent twice nudges once. */
export async function remindUnits(actor: Actor, input: RemindUnits) {
  const { directiveId, requestId, unitIds, message } = input;
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${directiveId}::uuid FOR SHARE`;
    const directive = await tx.directive.findFirst({
      where: { id: directiveId, AND: visibleDirectives(actor) },
      select: { state: true },
    });
    if (!directive) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(
      canSteerDirective(actor, directive),
      "Chỉ cán bộ huyện đôn đốc văn bản đang thực hiện.",
    );

    const sent = await tx.$executeRaw`
      INSERT INTO "Reminder" ("requestId", "directiveId", "unitId", message, "sentAt", "sentById")
      SELECT ${requestId}::uuid, r."directiveId", r."unitId", ${message}, ${now()}, ${actor.userId}::uuid
      FROM "DirectiveReceipt" r
      WHERE r."directiveId" = ${directiveId}::uuid AND ${stands("r")} AND r."unitId" = ANY (${unitIds}::uuid[])
      ON CONFLICT DO NOTHING`;
    if (sent === 0) return { sent };

    await recordAudit(tx, actor, {
      action: "directive.remind",
      subject: { type: "directive", id: directiveId },
      after: { unitIds, message },
      details: { units: sent, message },
    });
    return { sent };
  });
}

/** The unit has read the nudge and puts it away; its obligations stay where they are. */
export async function dismissReminder(actor: Actor, { reminderId: id }: DismissReminder) {
  await inTransaction(async (tx) => {
    const { count } = await tx.reminder.updateMany({
      where: { id, unitId: actor.unitId, seenAt: null },
      data: { seenAt: now() },
    });
    if (count === 0) throw new Refusal("not-found", "Không tìm thấy lời đôn đốc này.");
    await recordAudit(tx, actor, { action: "reminder.see", subject: { type: "reminder", id } });
  });
}
