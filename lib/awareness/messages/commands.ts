import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices } from "@/lib/notifications/record";
import { isoDay, now } from "@/lib/time";
import { canWriteMessage, visibleMessages } from "../policy";
import type { CreateMessage, RetireMessage, SaveMessage } from "./schema";

const NOT_ALLOWED = "Chỉ cán bộ của huyện soạn tin mẫu.";

export async function createMessage(actor: Actor, { requestId: id, ...words }: CreateMessage) {
  refuseUnless(canWriteMessage(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { count } = await tx.awarenessMessage.createMany({
      data: [{ id, ...words, ...written(actor) }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, actor, {
      action: "awareness-message.create",
      subject: { type: "awareness-message", id },
      after: words,
      details: { name: words.title },
    });
  });
  return { id };
}

export async function saveMessage(actor: Actor, { messageId: id, version, ...words }: SaveMessage) {
  refuseUnless(canWriteMessage(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const before = await holdVersion(tx, actor, { id, version });
    await tx.awarenessMessage.update({
      where: { id, version },
      data: { ...words, ...written(actor), version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "awareness-message.save",
      subject: { type: "awareness-message", id },
      before,
      after: words,
      details: { name: words.title },
    });
  });
}

/** Takes a message out of use, or back into it; what was done with it keeps naming it. */
export async function retireMessage(actor: Actor, { messageId: id, version }: RetireMessage) {
  refuseUnless(canWriteMessage(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const before = await holdVersion(tx, actor, { id, version });
    const retired = before.retiredAt === null;
    await tx.awarenessMessage.update({
      where: { id, version },
      data: { retiredAt: retired ? now() : null, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: retired ? "awareness-message.retire" : "awareness-message.restore",
      subject: { type: "awareness-message", id },
      details: { name: before.title },
    });
  });
}

/** Tells every unit that answers for residents of this edition; told twice they hear it once. */
export async function announceMessage(actor: Actor, { messageId: id, version }: RetireMessage) {
  refuseUnless(canWriteMessage(actor), NOT_ALLOWED);
  return inTransaction(async (tx) => {
    const message = await holdVersion(tx, actor, { id, version });
    if (message.retiredAt) throw new Refusal("invalid", "Tin này đã thôi dùng.");
    const units = await insertNotices(
      tx,
      {
        kind: "awareness.message",
        title: message.title,
        body: "Huyện đề nghị tuyên truyền: sao chép, đọc loa hoặc in tờ rơi.",
        subject: { type: "awareness-message", id },
        cause: `awareness-message:${id}:${version}`,
      },
      Prisma.sql`
        SELECT u.id AS unit, NULL::uuid AS person
        FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
        WHERE k.home = 'locality' AND u.id <> ${actor.unitId}::uuid
          AND (u."validTo" IS NULL OR u."validTo" > ${isoDay(now())}::date)`,
    );
    if (units === 0) return 0;
    await recordAudit(tx, actor, {
      action: "awareness-message.announce",
      subject: { type: "awareness-message", id },
      details: { name: message.title, version, units },
    });
    return units;
  });
}

const written = (actor: Actor) => ({
  editedAt: now(),
  editedById: actor.userId,
  editedBy: actor.fullName,
});

async function holdVersion(
  tx: Transaction,
  actor: Actor,
  { id, version }: { id: string; version: number },
) {
  await tx.$queryRaw`SELECT 1 FROM "AwarenessMessage" WHERE id = ${id}::uuid FOR UPDATE`;
  const message = await tx.awarenessMessage.findFirst({
    where: { id, AND: visibleMessages(actor) },
    select: {
      title: true,
      topic: true,
      summary: true,
      body: true,
      advice: true,
      version: true,
      retiredAt: true,
    },
  });
  if (!message) throw new Refusal("not-found", "Không tìm thấy tin mẫu này.");
  if (message.version !== version) {
    throw new Refusal("conflict", "Đồng nghiệp vừa sửa tin này. Tải lại trang rồi sửa tiếp.");
  }
  return message;
}
