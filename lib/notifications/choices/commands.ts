import "server-only";

import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { noticePeople } from "../record";
import type { ChooseNotices } from "./schema";

export async function chooseNotices(actor: Actor, input: ChooseNotices) {
  const { emailAddress, email, push, webhook, quiet, digestAt, version } = input;
  const choice = {
    email,
    push,
    webhook,
    quietFrom: quiet ? input.quietFrom : null,
    quietTo: quiet ? input.quietTo : null,
    digestAt,
  };
  await inTransaction(async (tx) => {
    const userId = actor.userId;
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
    const before = await tx.noticeChoice.findUnique({ where: { userId } });
    if ((before?.version ?? 0) !== version) {
      throw new Refusal("conflict", "Lựa chọn vừa được sửa ở nơi khác. Tải lại trang để xem.");
    }
    await tx.noticeChoice.upsert({
      where: { userId },
      create: { userId, ...choice },
      update: { ...choice, version: { increment: 1 } },
    });
    await tx.user.update({ where: { id: userId }, data: { email: emailAddress } });
    await recordAudit(tx, actor, {
      action: "notice-choice.save",
      subject: { type: "user", id: userId },
      before,
      after: { ...choice, emailAddress },
    });
  });
}

/** The button is for trying, not for filling boxes. */
const BETWEEN_TESTS = 30_000;

/** Goes the way of every notice, by all channels this person can be reached by. Returns by how many. */
export async function sendTestNotice(actor: Actor) {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR UPDATE`;
    const since = new Date(now().getTime() - BETWEEN_TESTS);
    const recent = await tx.notice.count({
      where: { userId: actor.userId, kind: "test.sent", at: { gt: since } },
    });
    if (recent > 0) throw new Refusal("conflict", "Vừa gửi thử rồi. Chờ nửa phút hãy gửi lại.");
    const cause = `test:${randomUUID()}`;
    await noticePeople(tx, [actor.userId], {
      kind: "test.sent",
      title: "Thông báo gửi thử",
      body: "Nhận được tin này là thông báo tới đúng nơi.",
      subject: { type: "profile", id: actor.userId },
      cause,
    });
    const ways = await tx.noticeDelivery.count({ where: { userId: actor.userId, cause } });
    await recordAudit(tx, actor, {
      action: "notice.test",
      subject: { type: "user", id: actor.userId },
      details: { ways },
    });
    return ways;
  });
}
