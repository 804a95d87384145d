import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { db, inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { chargeAttempts, forgiveAttempts } from "@/lib/identity/attempts/commands";
import { freeFailures, waitSentence } from "@/lib/identity/attempts/rules";
import { endSessions } from "@/lib/identity/sessions/commands";
import { now } from "@/lib/time";
import { passwordWeakness } from "./rules";
import type { ChangePassword } from "./schema";

/** Ends every other session: whoever knew the old password is out. */
export async function changePassword(actor: Actor, { current, password }: ChangePassword) {
  const held = await confirmPassword(actor, current, "Mật khẩu hiện tại không đúng.");
  if (password.normalize("NFC") === current.normalize("NFC")) {
    throw new Refusal("invalid", "Mật khẩu mới phải khác mật khẩu hiện tại.");
  }
  const weakness = passwordWeakness(password, [
    held.username,
    held.fullName,
    held.unit.name,
    held.unit.shortName,
  ]);
  if (weakness) throw new Refusal("invalid", weakness);

  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const claimed = await tx.user.updateMany({
      where: { id: actor.userId, passwordHash: held.passwordHash, disabledAt: null },
      data: { passwordHash, passwordChangedAt: now(), mustChangePassword: false },
    });
    if (claimed.count === 0) throw new Refusal("conflict", "Mật khẩu vừa được đổi ở nơi khác.");
    const ended = await endSessions(tx, actor.userId, actor.sessionId);
    await recordAudit(tx, actor, {
      action: "password.change",
      subject: { type: "user", id: actor.userId },
      details: { sessionsEnded: ended },
    });
  });
}

/** Asked again before what matters: an open browser that someone walked up to is not enough. */
export async function confirmPassword(
  actor: Actor,
  password: string,
  wrong = "Mật khẩu không đúng.",
) {
  const person = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      username: true,
      fullName: true,
      passwordHash: true,
      unit: { select: { name: true, shortName: true } },
    },
  });
  const attempts = [{ key: `confirm:${actor.userId}`, free: freeFailures.account }];
  const delay = await chargeAttempts(attempts);
  if (!(await verifyPassword(person.passwordHash, password))) {
    throw new Refusal("invalid", delay ? `${wrong} ${waitSentence(delay)}` : wrong);
  }
  await inTransaction((tx) => forgiveAttempts(tx, attempts));
  return person;
}
