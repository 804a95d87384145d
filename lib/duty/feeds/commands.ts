import "server-only";

import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canMakeRoster } from "../policy";
import { feedHash } from "./rules";
import type { CreateFeed, RevokeFeed } from "./schema";

/** A new unguessable address; the one before it stops working. It is told once and kept as a hash. */
export async function createFeed(actor: Actor, { scope }: CreateFeed) {
  const token = randomBytes(24).toString("base64url");
  await inTransaction(async (tx) => {
    const { unitId } = actor;
    const person = await tx.dutyPerson.findFirst({
      where: { userId: actor.userId, unitId, removedAt: null },
      select: { id: true },
    });
    if (scope === "unit") {
      refuseUnless(
        canMakeRoster(actor, { unitId }),
        "Chỉ lãnh đạo đơn vị tạo địa chỉ lịch của đơn vị.",
      );
    } else if (!person) {
      throw new Refusal("not-found", "Tài khoản của bạn chưa có trong danh sách trực của đơn vị.");
    }
    const personId = scope === "person" ? (person?.id ?? null) : null;
    await tx.calendarFeed.updateMany({
      where: { unitId, personId, revokedAt: null },
      data: { revokedAt: now() },
    });
    const { id } = await tx.calendarFeed.create({
      data: {
        unitId,
        personId,
        tokenHash: feedHash(token),
        createdAt: now(),
        createdById: actor.userId,
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "calendar-feed.create",
      subject: { type: "calendar-feed", id },
      details: { kind: scope },
    });
  });
  return { token };
}

export async function revokeFeed(actor: Actor, { feedId: id }: RevokeFeed) {
  await inTransaction(async (tx) => {
    const feed = await tx.calendarFeed.findFirst({
      where: { id, unitId: actor.unitId, revokedAt: null },
      select: { person: { select: { userId: true } } },
    });
    const own = feed?.person?.userId === actor.userId;
    if (!feed || !(own || canMakeRoster(actor, actor))) {
      throw new Refusal("not-found", "Không tìm thấy địa chỉ lịch này.");
    }
    const { count } = await tx.calendarFeed.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now() },
    });
    if (count === 0) throw new Refusal("conflict", "Địa chỉ này đã được thu hồi.");
    await recordAudit(tx, actor, {
      action: "calendar-feed.revoke",
      subject: { type: "calendar-feed", id },
    });
  });
}
