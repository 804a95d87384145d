import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { visibleNotices } from "./policy";
import type { DismissNotice } from "./schema";

/** Puts a notice away, with what says the same to this person. One for the whole unit is put away for the whole unit. */
export async function dismissNotice(actor: Actor, { noticeId: id }: DismissNotice) {
  await inTransaction(async (tx) => {
    const waiting = { seenAt: null, AND: visibleNotices(actor) };
    const seen = { seenAt: now(), seenById: actor.userId };
    const [notice] = await tx.notice.updateManyAndReturn({
      where: { id, ...waiting },
      data: seen,
      select: { kind: true, title: true, subjectId: true },
    });
    if (!notice) throw new Refusal("not-found", "Không tìm thấy thông báo này.");
    await tx.notice.updateMany({ where: { ...notice, ...waiting }, data: seen });
    await recordAudit(tx, actor, { action: "notice.see", subject: { type: "notice", id } });
  });
}
