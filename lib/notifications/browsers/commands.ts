import "server-only";

import webPush from "web-push";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { openSecret, sealSecret } from "@/lib/auth/sealed-secret";
import { db, inTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { Refusal, refuseUnless } from "@/lib/errors";
import { deviceLabel } from "@/lib/identity/sessions/labels";
import { now } from "@/lib/time";
import { canSend } from "../deliveries/policy";
import { type ForgetOwnBrowser, MOST_BROWSERS, type RememberBrowser } from "./schema";

const OWNER = "push-key";

/** The keys of the environment, or those made once for all processes of this installation. */
export async function ensurePushKeys(actor: Actor) {
  refuseUnless(canSend(actor), "Chỉ tiến trình gửi giữ khóa này.");
  const { VAPID_PUBLIC_KEY: given, VAPID_PRIVATE_KEY: secret } = env;
  if (given && secret) return { publicKey: given, privateKey: secret };
  const made = webPush.generateVAPIDKeys();
  await db.pushKey.createMany({
    data: {
      id: 1,
      publicKey: made.publicKey,
      privateKeySealed: sealSecret(OWNER, made.privateKey),
      createdAt: now(),
    },
    skipDuplicates: true,
  });
  const kept = await db.pushKey.findUniqueOrThrow({ where: { id: 1 } });
  return { publicKey: kept.publicKey, privateKey: openSecret(OWNER, kept.privateKeySealed) };
}

/** This browser shows the person's notices from now on, and nobody else's who used it before. */
export async function rememberBrowser(actor: Actor, { endpoint, p256dh, auth }: RememberBrowser) {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR UPDATE`;
    const shown = {
      userId: actor.userId,
      sessionId: actor.sessionId,
      p256dh,
      auth,
      device: deviceLabel(actor.userAgent),
      createdAt: now(),
    };
    await tx.pushSubscription.deleteMany({ where: { endpoint } });
    const { id } = await tx.pushSubscription.create({
      data: { endpoint, ...shown },
      select: { id: true },
    });
    const old = await tx.pushSubscription.findMany({
      where: { userId: actor.userId },
      select: { id: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: MOST_BROWSERS,
    });
    await tx.pushSubscription.deleteMany({ where: { id: { in: old.map((one) => one.id) } } });
    await recordAudit(tx, actor, {
      action: "push-subscription.add",
      subject: { type: "push-subscription", id },
      details: { device: shown.device },
    });
  });
}

export async function forgetOwnBrowser(actor: Actor, { browserId: id }: ForgetOwnBrowser) {
  await inTransaction(async (tx) => {
    const { count } = await tx.pushSubscription.deleteMany({
      where: { id, userId: actor.userId },
    });
    if (count === 0) throw new Refusal("not-found", "Không tìm thấy trình duyệt này.");
    await recordAudit(tx, actor, {
      action: "push-subscription.remove",
      subject: { type: "push-subscription", id },
    });
  });
}
