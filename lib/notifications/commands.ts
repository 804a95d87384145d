import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { visibleNotices } from "./policy";
import type { DismissNotice } from "./schema";

/** Puts a notice away. One for the whole unit is put away for the whole unit. */
export async function dismissNotice(actor: Actor, { noticeId: id }: DismissNotice) {
  await inTransaction(async (tx) => {
    const { count } = await tx.notice.updateMany({
      where: { id, seenAt: null, AND: visibleNotices(actor) },
      data: { seenAt: now(), seenById: actor.userId },
    });
    if (count === 0) throw new Refusal("not-found", "Không tìm thấy thông báo này.");
    await recordAudit(tx, actor, { action: "notice.see", subject: { type: "notice", id } });
  });
}
