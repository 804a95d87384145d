import "server-only";

import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db, inTransaction, type Prisma } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import type { Channel } from "../choices/schema";
import { canManageDelivery, canSend } from "./policy";
import { pauseAfter } from "./rules";
import {
  type Claimed,
  type DeliveryId,
  MOST_ATTEMPTS,
  type Outcome,
  type PauseChannel,
  STALE_HOURS,
} from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị điều khiển việc gửi thông báo.";
const ONLY_WORKERS = "Chỉ tiến trình gửi làm việc này.";

/**
 * Claims what is due on one channel, for as long as the lease lasts; two workers never get the same.
 * Leases run on the database's clock, which all of them share.
 */
export async function claimDeliveries(
  actor: Actor,
  { channel, most, leaseMs }: { channel: Channel; most: number; leaseMs: number },
) {
  refuseUnless(canSend(actor), ONLY_WORKERS);
  const claimId = randomUUID();
  const rows = await db.$queryRaw<Claimed[]>`
    WITH next AS (
      SELECT id FROM "NoticeDelivery"
      WHERE state = 'waiting' AND channel = ${channel}::"DeliveryChannel"
        AND "dueAt" <= ${now()}::timestamptz
        AND EXISTS (SELECT 1 FROM "NoticeChannel" c
                    WHERE c.channel = ${channel}::"DeliveryChannel" AND c."pausedAt" IS NULL)
      ORDER BY urgent DESC, "dueAt", id LIMIT ${most}
      FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE "NoticeDelivery" d
      SET state = 'sending', attempts = attempts + 1, "claimId" = ${claimId}::uuid,
          "leasedUntil" = clock_timestamp() + ${leaseMs}::int * interval '1 millisecond'
      FROM next WHERE d.id = next.id RETURNING d.*
    )
    SELECT c.id, c.channel, c.urgent, c.attempts, n.id AS "noticeId", n.kind, n.title, n.body, n.at,
      coalesce(i.tlp IN ('amber_strict', 'red'), FALSE) AS restricted,
      jsonb_build_object('name', u."fullName", 'address', u.email, 'phone', u.phone,
                         'unit', o.name) AS person,
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object(
        'endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth) END AS browser,
      CASE WHEN g.id IS NOT NULL THEN jsonb_build_object(
        'id', g.id, 'url', g.url, 'secretSealed', g."secretSealed") END AS gateway
    FROM claimed c
    JOIN "Notice" n ON n.id = c."noticeId"
    JOIN "User" u ON u.id = c."userId" JOIN "Unit" o ON o.id = u."unitId"
    LEFT JOIN "PushSubscription" s ON c.channel = 'push' AND s.id = c."targetId"
      AND EXISTS (SELECT 1 FROM "Session" e WHERE e.id = s."sessionId" AND e."revokedAt" IS NULL)
    LEFT JOIN "NoticeGateway" g ON c.channel = 'webhook' AND g.id = c."targetId"
      AND g."activeSince" IS NOT NULL
    LEFT JOIN "IncidentFact" i ON n."subjectType" = 'incident' AND i.id = n."subjectId"
    ORDER BY c.urgent DESC, c."dueAt", c.id`;
  return { claimId, rows };
}

/** Writes down what came of an attempt, unless another worker has taken the delivery over since. */
export async function settleDelivery(
  actor: Actor,
  { id, attempts }: Pick<Claimed, "id" | "attempts">,
  claimId: string,
  outcome: Outcome,
) {
  refuseUnless(canSend(actor), ONLY_WORKERS);
  const { count } = await db.noticeDelivery.updateMany({
    where: { id, claimId },
    data: { ...afterwards(outcome, attempts), claimId: null, leasedUntil: null },
  });
  return count === 1;
}

function afterwards(
  outcome: Outcome,
  attempts: number,
): Prisma.NoticeDeliveryUpdateManyMutationInput {
  if (outcome.is === "sent") return { state: "sent", sentAt: now(), error: "" };
  if (outcome.is === "gone") return { state: "dropped", error: outcome.reason };
  if (outcome.is === "unanswered") return { state: "unconfirmed", error: outcome.reason };
  if (outcome.final || attempts >= MOST_ATTEMPTS) return { state: "failed", error: outcome.reason };
  const wait = Math.max(pauseAfter(attempts), outcome.waitMs ?? 0);
  return { state: "waiting", error: outcome.reason, dueAt: new Date(now().getTime() + wait) };
}

/** A browser that its push service no longer knows is never written to again. */
export async function forgetBrowser(actor: Actor, endpoint: string) {
  refuseUnless(canSend(actor), ONLY_WORKERS);
  await db.pushSubscription.deleteMany({ where: { endpoint } });
}

/**
 * What a dead worker left behind. Not handed over: it waits again, for the receiver cannot have
 * accepted it. Handed over without an answer: it stays so, for someone to judge. Killed between two
 * marks of the very last bytes: sent once more, under the same id, rather than lost. That a worker
 * died is no fault of the receiver's: it does not count as an attempt.
 */
export async function recoverDeliveries(actor: Actor) {
  refuseUnless(canSend(actor), ONLY_WORKERS);
  return db.$executeRaw`
    UPDATE "NoticeDelivery"
    SET state = CASE
          WHEN state = 'handed' THEN 'unconfirmed'
          ELSE 'waiting' END::"DeliveryState",
        error = CASE
          WHEN state = 'handed' THEN 'Đã trao cho máy chủ nhận, chưa nghe trả lời thì tiến trình gửi dừng.'
          ELSE 'Tiến trình gửi dừng giữa chừng.' END,
        doubtful = doubtful OR state = 'handing',
        attempts = attempts - (state <> 'handed')::int,
        "dueAt" = least("dueAt", ${now()}::timestamptz), "claimId" = NULL, "leasedUntil" = NULL
    WHERE state IN ('sending', 'handing', 'handed') AND "leasedUntil" < clock_timestamp()`;
}

/** What has waited too long is news to nobody. */
export async function dropStale(actor: Actor) {
  refuseUnless(canSend(actor), ONLY_WORKERS);
  return db.$executeRaw`
    UPDATE "NoticeDelivery"
    SET state = 'dropped', error = 'Quá một ngày chưa gửi được nên không gửi nữa.'
    WHERE state = 'waiting'
      AND "dueAt" < ${now()}::timestamptz - ${STALE_HOURS}::int * interval '1 hour'`;
}

/** What the workers know of a channel: whether it is set up where they run. */
export async function reportChannels(
  actor: Actor,
  channels: { channel: Channel; ready: boolean; detail: string }[],
) {
  refuseUnless(canSend(actor), ONLY_WORKERS);
  await db.$executeRaw`
    UPDATE "NoticeChannel" c
    SET ready = told.ready, detail = told.detail, "heardAt" = ${now()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(channels)}::jsonb)
      AS told (channel text, ready boolean, detail text)
    WHERE c.channel::text = told.channel`;
}

/** Two months are enough to ask who was told; what waits or failed stays. */
export async function forgetOldDeliveries(actor: Actor) {
  refuseUnless(canSend(actor), ONLY_WORKERS);
  return db.$executeRaw`
    DELETE FROM "NoticeDelivery" WHERE id IN (
      SELECT id FROM "NoticeDelivery"
      WHERE state IN ('sent', 'dropped') AND "dueAt" < ${now()}::timestamptz - interval '60 days'
      ORDER BY id LIMIT 5000)`;
}

/** An administrator sends one again that failed or was never answered for; it may arrive twice. */
export async function retryDelivery(actor: Actor, { deliveryId: id }: DeliveryId) {
  refuseUnless(canManageDelivery(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { count } = await tx.noticeDelivery.updateMany({
      where: { id, state: { in: ["failed", "unconfirmed", "waiting"] } },
      data: { state: "waiting", attempts: 0, dueAt: now(), error: "" },
    });
    if (count === 0) throw new Refusal("conflict", "Thông báo này đã gửi xong hoặc đang được gửi.");
    await tx.$queryRaw`SELECT pg_notify('notice_delivery', '')::text`;
    await recordAudit(tx, actor, {
      action: "notice-delivery.retry",
      subject: { type: "notice-delivery", id },
    });
  });
}

/** Nothing goes out by this channel until someone lets it; after a restore, or while a gateway misbehaves. */
export async function pauseChannel(actor: Actor, { channel }: PauseChannel) {
  await setPause(actor, channel, true);
}

export async function resumeChannel(actor: Actor, { channel }: PauseChannel) {
  await setPause(actor, channel, false);
}

async function setPause(actor: Actor, channel: Channel, paused: boolean) {
  refuseUnless(canManageDelivery(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const { count } = await tx.noticeChannel.updateMany({
      where: { channel, pausedAt: paused ? null : { not: null } },
      data: { pausedAt: paused ? now() : null, pausedById: paused ? actor.userId : null },
    });
    if (count === 0) throw new Refusal("conflict", "Người khác vừa đổi trạng thái của kênh này.");
    if (!paused) await tx.$queryRaw`SELECT pg_notify('notice_delivery', '')::text`;
    await recordAudit(tx, actor, {
      action: paused ? "notice-channel.pause" : "notice-channel.resume",
      subject: { type: "system", id: actor.userId },
      details: { channel },
    });
  });
}
