import "server-only";

import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { sealSecret } from "@/lib/auth/sealed-secret";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canManageDelivery } from "../deliveries/policy";
import { noticePeople } from "../record";
import type { AddGateway, TestGateway, UpdateGateway } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị đặt cổng tin nhắn.";

/** Added switched off: it is tried before people depend on it. */
export async function addGateway(actor: Actor, { name, url, secret }: AddGateway) {
  refuseUnless(canManageDelivery(actor), NOT_ALLOWED);
  const id = randomUUID();
  await uniquely(name, async (tx) => {
    const secretSealed = sealSecret(id, secret);
    await tx.noticeGateway.create({ data: { id, name, url, secretSealed } });
    await recordAudit(tx, actor, {
      action: "notice-gateway.add",
      subject: { type: "notice-gateway", id },
      after: { name, url },
      details: { name },
    });
  });
}

export async function updateGateway(actor: Actor, input: UpdateGateway) {
  refuseUnless(canManageDelivery(actor), NOT_ALLOWED);
  const { gatewayId: id, version, secret, active, name, url } = input;
  await uniquely(name, async (tx) => {
    const before = await holdGateway(tx, id);
    if (before.version !== version) {
      throw new Refusal(
        "conflict",
        "Người khác vừa sửa cổng này. Tải lại trang để xem rồi sửa tiếp.",
      );
    }
    await tx.noticeGateway.update({
      where: { id },
      data: {
        name,
        url,
        ...(secret ? { secretSealed: sealSecret(id, secret) } : {}),
        activeSince: active ? (before.activeSince ?? now()) : null,
        version: { increment: 1 },
      },
    });
    await recordAudit(tx, actor, {
      action: "notice-gateway.update",
      subject: { type: "notice-gateway", id },
      before: { name: before.name, url: before.url, active: before.activeSince !== null },
      after: { name, url, active },
      details: { name, active, newSecret: secret !== null },
    });
  });
}

/** One message to whoever presses, whatever their own choices are. */
export async function testGateway(actor: Actor, { gatewayId }: TestGateway) {
  refuseUnless(canManageDelivery(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { name, activeSince } = await holdGateway(tx, gatewayId);
    refuseUnless(activeSince !== null, "Bật cổng trước khi gửi thử.");
    const cause = `test:${randomUUID()}`;
    await noticePeople(tx, [actor.userId], {
      kind: "test.sent",
      title: "Thông báo gửi thử",
      body: `Qua cổng ${name}.`,
      subject: { type: "profile", id: actor.userId },
      cause,
    });
    const notice = await tx.notice.findFirstOrThrow({ where: { cause }, select: { id: true } });
    await tx.noticeDelivery.deleteMany({ where: { cause, targetId: { not: gatewayId } } });
    await tx.noticeDelivery.createMany({
      data: {
        noticeId: notice.id,
        userId: actor.userId,
        channel: "webhook",
        targetId: gatewayId,
        cause,
        urgent: true,
        dueAt: now(),
      },
      skipDuplicates: true,
    });
    await tx.$queryRaw`SELECT pg_notify('notice_delivery', '')::text`;
    await recordAudit(tx, actor, {
      action: "notice-gateway.test",
      subject: { type: "notice-gateway", id: gatewayId },
      details: { name },
    });
  });
}

async function holdGateway(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "NoticeGateway" WHERE id = ${id}::uuid FOR UPDATE`;
  const gateway = await tx.noticeGateway.findUnique({ where: { id } });
  if (!gateway) throw new Refusal("not-found", "Không tìm thấy cổng này.");
  return gateway;
}

async function uniquely(name: string, work: (tx: Transaction) => Promise<void>) {
  try {
    await inTransaction(work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", `Đã có cổng tên “${name}”. Đặt tên khác.`);
  }
}
