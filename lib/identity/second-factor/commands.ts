import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import {
  newRecoveryCodes,
  newSealedSecret,
  recoveryHash,
  stepOfCode,
} from "@/lib/auth/one-time-code";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { chargeAttempts, forgiveAttempts } from "@/lib/identity/attempts/commands";
import { freeFailures, waitSentence } from "@/lib/identity/attempts/rules";
import { confirmPassword } from "@/lib/identity/passwords/commands";
import { endSessions } from "@/lib/identity/sessions/commands";
import { now } from "@/lib/time";
import type { ConfirmCode, WithPassword } from "./schema";

const ALREADY_ON = "Xác thực hai lớp đang bật.";

/** A secret to scan. It counts for nothing until a code made with it has come back. */
export async function beginEnrolment(actor: Actor, { password }: WithPassword) {
  await confirmPassword(actor, password);
  await inTransaction(async (tx) => {
    const begun = await tx.user.updateMany({
      where: { id: actor.userId, totpConfirmedAt: null },
      data: { totpSecret: newSealedSecret(actor.userId), totpLastStep: null },
    });
    if (begun.count === 0) throw new Refusal("conflict", ALREADY_ON);
    await recordAudit(tx, actor, { action: "totp.begin", subject: subjectOf(actor) });
  });
}

/** Turns it on; answers the recovery codes, which nobody will see again. */
export async function confirmEnrolment(actor: Actor, { code }: ConfirmCode) {
  const attempts = [{ key: `factor:${actor.userId}`, free: freeFailures.account }];
  const wait = await chargeAttempts(attempts);
  const { totpSecret } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { totpSecret: true },
  });
  if (!totpSecret) throw new Refusal("conflict", "Chưa có mã QR nào để xác nhận.");
  const step = stepOfCode(actor.userId, totpSecret, code);
  if (step === null) {
    const wrong = "Mã không đúng. Kiểm tra giờ trên điện thoại rồi nhập mã mới.";
    throw new Refusal("invalid", wait ? `${wrong} ${waitSentence(wait)}` : wrong);
  }

  return inTransaction(async (tx) => {
    const enabled = await tx.user.updateMany({
      where: { id: actor.userId, totpSecret, totpConfirmedAt: null },
      data: { totpConfirmedAt: now(), totpLastStep: step },
    });
    if (enabled.count === 0) throw new Refusal("conflict", ALREADY_ON);
    await forgiveAttempts(tx, attempts);
    const codes = await replaceRecoveryCodes(tx, actor.userId);
    await endSessions(tx, actor.userId, actor.sessionId);
    await recordAudit(tx, actor, { action: "totp.enable", subject: subjectOf(actor) });
    return codes;
  });
}

export async function disableSecondFactor(actor: Actor, { password }: WithPassword) {
  await confirmPassword(actor, password);
  await inTransaction(async (tx) => {
    if (!(await removeSecondFactor(tx, actor.userId))) {
      throw new Refusal("conflict", "Xác thực hai lớp đang tắt.");
    }
    await endSessions(tx, actor.userId, actor.sessionId);
    await recordAudit(tx, actor, { action: "totp.disable", subject: subjectOf(actor) });
  });
}

/** New recovery codes; the old ones are void from then on. */
export async function renewRecoveryCodes(actor: Actor, { password }: WithPassword) {
  await confirmPassword(actor, password);
  return inTransaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid AND "totpConfirmedAt" IS NOT NULL FOR UPDATE`;
    if (held.length === 0) throw new Refusal("conflict", "Xác thực hai lớp đang tắt.");
    const codes = await replaceRecoveryCodes(tx, actor.userId);
    await recordAudit(tx, actor, { action: "recovery-codes.renew", subject: subjectOf(actor) });
    return codes;
  });
}

/**
 * Uses a code up: of two who send the same one at once, one gets null. Six digits are the app's, a
 * longer code is one of the ten on paper.
 */
export async function claimCode(tx: Transaction, userId: string, typed: string) {
  const code = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) {
    const used = await tx.recoveryCode.updateMany({
      where: { userId, codeHash: recoveryHash(code), usedAt: null },
      data: { usedAt: now() },
    });
    return used.count > 0 ? "recovery" : null;
  }

  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { totpSecret: true, totpConfirmedAt: true },
  });
  if (!user.totpSecret || !user.totpConfirmedAt) return null;
  const step = stepOfCode(userId, user.totpSecret, code);
  if (step === null) return null;
  const claimed = await tx.user.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return claimed.count > 0 ? "totp" : null;
}

/** Part of turning it off, and of an administrator's reset; false when there was none. */
export async function removeSecondFactor(tx: Transaction, userId: string) {
  const removed = await tx.user.updateMany({
    where: { id: userId, totpSecret: { not: null } },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
  });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return removed.count > 0;
}

async function replaceRecoveryCodes(tx: Transaction, userId: string) {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: recoveryHash(code) })),
  });
  return codes;
}

const subjectOf = (actor: Actor) => ({ type: "user", id: actor.userId });
