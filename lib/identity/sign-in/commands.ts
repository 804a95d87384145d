import "server-only";

import { setTimeout as delay } from "node:timers/promises";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import type { Caller } from "@/lib/auth/caller";
import type { KnownDevice } from "@/lib/auth/known-device";
import { hashPassword, isOutdated, verifyPassword } from "@/lib/auth/password";
import {
  ABSOLUTE_LIMIT,
  actorOf,
  SECOND_FACTOR_LIMIT,
  type SessionStep,
  stepOf,
} from "@/lib/auth/session-row";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Attempt, chargeAttempts, forgiveAttempts } from "@/lib/identity/attempts/commands";
import { freeFailures, waitSentence } from "@/lib/identity/attempts/rules";
import { claimCode } from "@/lib/identity/second-factor/commands";
import { now } from "@/lib/time";
import { type Account, findAccount } from "./queries";
import { WRONG_CREDENTIALS } from "./rules";

export type Opened = { sessionId: string; userId: string; step: SessionStep };

/** A wrong name and a wrong password are answered no sooner than this, so that time tells nothing. */
const ANSWER_AFTER = 400;

/**
 * User name and password. A browser that this person has used before counts its failures on its
 * own: whoever fails on purpose elsewhere does not lock the duty officer out of the office.
 */
export async function signIn(
  caller: Caller,
  input: { username: string; password: string; device: KnownDevice | null },
): Promise<Opened> {
  const { username, password, device } = input;
  const answerTime = delay(ANSWER_AFTER);
  const account = await findAccount(caller, { username });
  const known = account && device?.people.includes(account.userId) ? device : null;
  const own = known ? `device:${known.id}:${username}` : `account:${username}`;
  const attempts = [
    { key: own, free: freeFailures.account },
    { key: `address:${caller.ip}`, free: freeFailures.address },
  ];
  const wait = await chargeAttempts(attempts);
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !right) {
    if (account) await recordFailure(caller, account, "password");
    await answerTime;
    const sentence = wait ? `${WRONG_CREDENTIALS} ${waitSentence(wait)}` : WRONG_CREDENTIALS;
    throw new Refusal("invalid", sentence);
  }
  if (account.disabledAt) {
    await recordFailure(caller, account, "disabled");
    throw new Refusal("forbidden", "Tài khoản này đã bị khóa. Liên hệ quản trị hệ thống.");
  }
  return openWithPassword(caller, { account, password, attempts });
}

/** The one-time or recovery code. The half-open session is replaced: its token opens nothing. */
export async function completeSignIn(actor: Actor, { code }: { code: string }): Promise<Opened> {
  const attempts = [{ key: `factor:${actor.userId}`, free: freeFailures.account }];
  const wait = await chargeAttempts(attempts);
  const opened = await inTransaction(async (tx) => {
    const factor = await claimCode(tx, actor.userId, code);
    if (!factor) return null;
    const half = await tx.session.deleteMany({
      where: { id: actor.sessionId, complete: false, revokedAt: null, expiresAt: { gt: now() } },
    });
    if (half.count === 0) throw new Refusal("conflict", "Đã quá thời gian. Đăng nhập lại từ đầu.");
    await forgiveAttempts(tx, attempts);
    const person = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { mustChangePassword: true },
    });
    return openSession(tx, actor, { ...person, complete: true, factor });
  });
  if (opened) return opened;

  await inTransaction((tx) => auditFailure(tx, actor, "second-factor"));
  const wrong = "Mã không đúng hoặc đã dùng rồi.";
  throw new Refusal("invalid", wait ? `${wrong} ${waitSentence(wait)}` : wrong);
}

/** Someone whom the sign-in service of the province vouches for; null when no account is linked. */
export async function signInFromProvince(
  caller: Caller,
  { subject }: { subject: string },
): Promise<Opened | null> {
  const account = await findAccount(caller, { oidcSubject: subject });
  if (!account) return null;
  if (account.disabledAt) {
    await recordFailure(caller, account, "disabled");
    return null;
  }
  const { totpConfirmedAt, mustChangePassword } = account;
  const complete = totpConfirmedAt === null;
  const actor = actorOf(account, "", caller);
  return inTransaction((tx) =>
    openSession(tx, actor, { mustChangePassword, complete, factor: "province" }),
  );
}

async function openWithPassword(
  caller: Caller,
  sign: { account: Account; password: string; attempts: Attempt[] },
) {
  const { account, attempts } = sign;
  const { passwordHash, mustChangePassword, totpConfirmedAt } = account;
  const outdated = passwordHash !== null && isOutdated(passwordHash);
  const renewed = outdated ? await hashPassword(sign.password) : passwordHash;
  return inTransaction(async (tx) => {
    // Holds the account: a reset that comes between check and session would miss this session.
    const held = await tx.user.updateMany({
      where: { id: account.userId, passwordHash, totpConfirmedAt, disabledAt: null },
      data: { passwordHash: renewed },
    });
    if (held.count === 0) throw new Refusal("conflict", "Tài khoản vừa thay đổi. Đăng nhập lại.");
    await forgiveAttempts(tx, attempts);
    const complete = totpConfirmedAt === null;
    const actor = actorOf(account, "", caller);
    return openSession(tx, actor, { mustChangePassword, complete, factor: "password" });
  });
}

type Opening = {
  complete: boolean;
  mustChangePassword: boolean;
  factor: "password" | "totp" | "recovery" | "province";
};

/** Recorded once it opens something: between password and second factor it does not. */
async function openSession(tx: Transaction, actor: Actor, opening: Opening): Promise<Opened> {
  const { complete, factor } = opening;
  const at = now();
  const { id } = await tx.session.create({
    data: {
      userId: actor.userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + (complete ? ABSOLUTE_LIMIT : SECOND_FACTOR_LIMIT)),
      ip: actor.ip,
      userAgent: actor.userAgent,
      complete,
    },
    select: { id: true },
  });
  if (complete) {
    const subject = { type: "session", id };
    await recordAudit(tx, actor, { action: "session.open", subject, details: { factor } });
  }
  return { sessionId: id, userId: actor.userId, step: stepOf(opening) };
}

function recordFailure(caller: Caller, account: Account, reason: string) {
  return inTransaction((tx) => auditFailure(tx, actorOf(account, "", caller), reason));
}

function auditFailure(tx: Transaction, actor: Actor, reason: string) {
  const subject = { type: "user", id: actor.userId };
  return recordAudit(tx, actor, { action: "session.fail", subject, details: { reason } });
}
