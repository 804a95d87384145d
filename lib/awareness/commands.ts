import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { type KeptFile, keepPhotos } from "@/lib/files/storage";
import { isoDay, now } from "@/lib/time";
import { canCorrectActivity, canRecordActivity, visibleActivities } from "./policy";
import { dateOf, dayOf } from "./rules";
import {
  type CorrectActivity,
  PHOTO_LIMIT,
  type RecordActivity,
  type RemoveActivity,
  type RepeatActivity,
} from "./schema";

const NOT_ALLOWED = "Tài khoản này chỉ xem, không ghi hoạt động tuyên truyền.";

/** What the unit did. Sent twice it is there once. */
export async function recordActivity(actor: Actor, input: RecordActivity) {
  refuseUnless(canRecordActivity(actor), NOT_ALLOWED);
  const { requestId: id, photos, ...facts } = input;
  refuseTomorrow(facts.heldOn);
  const files = await keepPhotos(photos);
  await inTransaction(async (tx) => {
    await refuseUnknownMessage(tx, facts.messageId);
    if (!(await insert(tx, actor, { id, ...facts }))) return;
    await writePhotos(tx, actor, { activityId: id, files });
    await recordAudit(tx, actor, {
      action: "awareness.record",
      subject: { type: "awareness", id },
      after: { ...facts, files },
      details: { name: facts.topic, files: files.map(({ sha256 }) => sha256) },
    });
  });
  return { id };
}

/** The same again, today: one tap for what is done every evening. Photos are of their own day. */
export async function repeatActivity(actor: Actor, { requestId: id, activityId }: RepeatActivity) {
  refuseUnless(canRecordActivity(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { heldOn: _, ...last } = await holdActivity(tx, actor, activityId);
    refuseUnless(canCorrectActivity(actor, last), "Đơn vị nào ghi hoạt động của đơn vị đó.");
    const facts = {
      kind: last.kind,
      topic: last.topic,
      times: last.times,
      staffReach: last.staffReach,
      publicReach: last.publicReach,
      messageId: last.messageId,
      note: "",
      heldOn: isoDay(now()),
    };
    if (!(await insert(tx, actor, { id, ...facts }))) return;
    await recordAudit(tx, actor, {
      action: "awareness.repeat",
      subject: { type: "awareness", id },
      after: facts,
      details: { name: facts.topic },
    });
  });
  return { id };
}

export async function correctActivity(actor: Actor, input: CorrectActivity) {
  const { activityId: id, version, photos, ...facts } = input;
  refuseTomorrow(facts.heldOn);
  const files = await keepPhotos(photos);
  await inTransaction(async (tx) => {
    const before = await holdActivity(tx, actor, id);
    refuseUnless(canCorrectActivity(actor, before), "Đơn vị nào ghi hoạt động của đơn vị đó.");
    if (before.version !== version) {
      throw new Refusal("conflict", "Đồng nghiệp vừa sửa hoạt động này. Tải lại trang để xem.");
    }
    if (before._count.photos + files.length > 5 * PHOTO_LIMIT) {
      throw new Refusal("invalid", `Mỗi hoạt động giữ tối đa ${5 * PHOTO_LIMIT} ảnh.`);
    }
    await tx.awarenessActivity.update({
      where: { id, version },
      data: { ...facts, heldOn: dateOf(facts.heldOn), version: { increment: 1 } },
      select: { id: true },
    });
    await writePhotos(tx, actor, { activityId: id, files });
    await recordAudit(tx, actor, {
      action: "awareness.correct",
      subject: { type: "awareness", id },
      before: { ...before, heldOn: dayOf(before.heldOn) },
      after: { ...facts, files },
      details: { name: facts.topic, files: files.map(({ sha256 }) => sha256) },
    });
  });
}

/** Entered by mistake: it is counted no more, and stays to be read. */
export async function removeActivity(actor: Actor, { activityId: id, reason }: RemoveActivity) {
  await inTransaction(async (tx) => {
    const before = await holdActivity(tx, actor, id);
    refuseUnless(canCorrectActivity(actor, before), "Đơn vị nào ghi hoạt động của đơn vị đó.");
    await tx.awarenessActivity.update({
      where: { id, removedAt: null },
      data: { removedAt: now(), removeReason: reason, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "awareness.remove",
      subject: { type: "awareness", id },
      before: { ...before, heldOn: dayOf(before.heldOn) },
      details: { name: before.topic, reason },
    });
  });
}

type Facts = Omit<RecordActivity, "requestId" | "photos"> & { id: string };

async function insert(tx: Transaction, actor: Actor, { heldOn, ...facts }: Facts) {
  const { count } = await tx.awarenessActivity.createMany({
    data: [
      {
        ...facts,
        heldOn: dateOf(heldOn),
        unitId: actor.unitId,
        createdAt: now(),
        createdById: actor.userId,
        createdBy: actor.fullName,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

async function writePhotos(
  tx: Transaction,
  actor: Actor,
  { activityId, files }: { activityId: string; files: KeptFile[] },
) {
  if (files.length === 0) return;
  const kept = await tx.storedFile.createManyAndReturn({
    data: files.map((file) => ({
      ...file,
      unitId: actor.unitId,
      uploadedById: actor.userId,
      uploadedAt: now(),
    })),
    select: { id: true },
  });
  await tx.awarenessPhoto.createMany({
    data: kept.map((file) => ({ activityId, fileId: file.id })),
  });
}

/** Held until the command ends: of two who change it at once the second sees what the first did. */
async function holdActivity(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "AwarenessActivity" WHERE id = ${id}::uuid FOR UPDATE`;
  const activity = await tx.awarenessActivity.findFirst({
    where: { id, AND: visibleActivities(actor) },
    select: {
      unitId: true,
      kind: true,
      topic: true,
      heldOn: true,
      times: true,
      staffReach: true,
      publicReach: true,
      note: true,
      messageId: true,
      version: true,
      removedAt: true,
      _count: { select: { photos: true } },
    },
  });
  if (!activity) throw new Refusal("not-found", "Không tìm thấy hoạt động này.");
  return activity;
}

async function refuseUnknownMessage(tx: Transaction, id: string | null) {
  if (!id || (await tx.awarenessMessage.findUnique({ where: { id }, select: { id: true } }))) {
    return;
  }
  throw new Refusal("not-found", "Không tìm thấy tin mẫu này.");
}

function refuseTomorrow(heldOn: string) {
  if (heldOn <= isoDay(now())) return;
  throw new Refusal("invalid", "Ghi việc đã làm: ngày không được ở sau hôm nay.");
}
