import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { visibleSessions } from "@/lib/identity/policy";
import { now } from "@/lib/time";
import type { RevokeSession } from "./schema";

/** Signing out: the session of this browser. */
export async function closeSession(actor: Actor) {
  await inTransaction(async (tx) => {
    const closed = await tx.session.updateMany({
      where: { id: actor.sessionId, AND: visibleSessions(actor), revokedAt: null },
      data: { revokedAt: now() },
    });
    if (closed.count === 0) return;
    const subject = { type: "session", id: actor.sessionId };
    await recordAudit(tx, actor, { action: "session.close", subject });
  });
}

/** Signs out another browser of one's own; it is out at its next request. */
export async function revokeSession(actor: Actor, { sessionId }: RevokeSession) {
  await inTransaction(async (tx) => {
    const revoked = await tx.session.updateMany({
      where: { id: sessionId, AND: visibleSessions(actor), revokedAt: null },
      data: { revokedAt: now() },
    });
    if (revoked.count === 0) throw new Refusal("not-found", "Phiên đăng nhập này đã kết thúc.");
    const subject = { type: "session", id: sessionId };
    await recordAudit(tx, actor, { action: "session.revoke", subject });
  });
}

/** Signs out everywhere but here; says how many that were. */
export async function revokeOtherSessions(actor: Actor) {
  return inTransaction(async (tx) => {
    const ended = await endSessions(tx, actor.userId, actor.sessionId);
    await recordAudit(tx, actor, {
      action: "session.revoke-others",
      subject: { type: "user", id: actor.userId },
      details: { sessionsEnded: ended },
    });
    return ended;
  });
}

/** Part of a command that takes access away. */
export async function endSessions(tx: Transaction, userId: string, except?: string) {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: now() },
  });
  return count;
}
