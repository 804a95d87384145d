import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import type { Caller } from "@/lib/auth/caller";
import { linkTokenHash, newLinkToken } from "@/lib/auth/link-token";
import { hashPassword } from "@/lib/auth/password";
import { actorOf } from "@/lib/auth/session-row";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { chargeAttempts, forgiveAttempts } from "@/lib/identity/attempts/commands";
import { freeFailures } from "@/lib/identity/attempts/rules";
import { passwordWeakness } from "@/lib/identity/passwords/rules";
import { holdPerson, refuseMismatch, refusingTaken } from "@/lib/identity/people/commands";
import type { CreatePerson, PersonOnly } from "@/lib/identity/people/schema";
import { canChangeAccess, canManagePeople } from "@/lib/identity/policy";
import { endSessions } from "@/lib/identity/sessions/commands";
import { now } from "@/lib/time";
import { closedLinkSentences } from "./labels";
import { INVITATION_LIMIT, invitationState } from "./rules";
import type { AcceptInvitation } from "./schema";

const FORBIDDEN = "Chỉ quản trị hệ thống được quản lý tài khoản.";

/** A new account without a password; its link is answered once and kept nowhere. */
export async function invitePerson(actor: Actor, input: CreatePerson) {
  refuseUnless(canManagePeople(actor), FORBIDDEN);
  return refusingTaken(input.username, () =>
    inTransaction(async (tx) => {
      await refuseMismatch(tx, input);
      const person = await tx.user.create({ data: input, select: { id: true } });
      const [link] = await giveLinks(tx, [person.id]);
      await recordAudit(tx, actor, {
        action: "person.create",
        subject: { type: "user", id: person.id },
        after: input,
        details: { username: input.username, role: input.role, unitId: input.unitId },
      });
      return { id: person.id, token: link?.token ?? "" };
    }),
  );
}

/** Another link for someone who is there: the one before opens nothing. The password stays so long. */
export async function renewInvitation(actor: Actor, { personId }: PersonOnly) {
  return inTransaction(async (tx) => {
    await holdPerson(tx, actor, personId);
    refuseUnless(
      canChangeAccess(actor, { id: personId }),
      "Đổi mật khẩu của chính mình ở trang Hồ sơ.",
    );
    const [link] = await giveLinks(tx, [personId]);
    const subject = { type: "user", id: personId };
    await recordAudit(tx, actor, { action: "person.invite", subject });
    return { token: link?.token ?? "" };
  });
}

export async function revokeInvitation(actor: Actor, { personId }: PersonOnly) {
  await inTransaction(async (tx) => {
    await holdPerson(tx, actor, personId);
    const at = now();
    const { count } = await tx.invitation.updateMany({
      where: { userId: personId, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
      data: { revokedAt: at },
    });
    if (count === 0) throw new Refusal("conflict", "Không còn liên kết nào đang mở.");
    const subject = { type: "user", id: personId };
    await recordAudit(tx, actor, { action: "invitation.revoke", subject });
  });
}

/** One open link for each person, in two statements however many they are. */
export async function giveLinks(tx: Transaction, userIds: string[]) {
  const at = now();
  const expiresAt = new Date(at.getTime() + INVITATION_LIMIT);
  await tx.invitation.updateMany({
    where: { userId: { in: userIds }, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
  const links = userIds.map((userId) => ({ userId, ...newLinkToken() }));
  await tx.invitation.createMany({
    data: links.map(({ userId, tokenHash }) => ({ userId, tokenHash, createdAt: at, expiresAt })),
  });
  return links.map(({ userId, token }) => ({ userId, token }));
}

/** Whose link this is; refused with what is wrong with it. Wrong ones are counted as at sign-in. */
export async function openInvitation(caller: Caller, { token }: { token: string }) {
  const tokenHash = linkTokenHash(token);
  const attempts = [
    { key: `invitation:${tokenHash}`, free: freeFailures.account },
    { key: `address:${caller.ip}`, free: freeFailures.address },
  ];
  await chargeAttempts(attempts);
  const found = await db.invitation.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      expiresAt: true,
      usedAt: true,
      revokedAt: true,
      user: {
        select: {
          id: true,
          username: true,
          fullName: true,
          role: true,
          disabledAt: true,
          unit: {
            select: { id: true, name: true, shortName: true, kind: { select: { home: true } } },
          },
        },
      },
    },
  });
  const state = found ? invitationState(found, now()) : "unknown";
  if (!found || state !== "open") throw new Refusal("conflict", sentence(state));
  if (found.user.disabledAt) {
    throw new Refusal("forbidden", "Tài khoản này đã bị khóa. Liên hệ quản trị hệ thống.");
  }
  await inTransaction((tx) => forgiveAttempts(tx, attempts));
  return found;
}

const sentence = (state: keyof typeof closedLinkSentences | "open") =>
  closedLinkSentences[state === "open" ? "unknown" : state];

/** The person's own password, set once; whoever was signed in with an earlier one is out. */
export async function acceptInvitation(caller: Caller, { token, password }: AcceptInvitation) {
  const { id, user } = await openInvitation(caller, { token });
  const { username, fullName, unit } = user;
  const weakness = passwordWeakness(password, [username, fullName, unit.name, unit.shortName]);
  if (weakness) throw new Refusal("invalid", weakness);

  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const at = now();
    const claimed = await tx.invitation.updateMany({
      where: { id, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    if (claimed.count === 0) throw new Refusal("conflict", closedLinkSentences.used);
    await tx.user.update({
      where: { id: user.id, disabledAt: null },
      data: { passwordHash, passwordChangedAt: at, mustChangePassword: false },
    });
    await tx.signInThrottle.deleteMany({ where: { key: `account:${username}` } });
    const ended = await endSessions(tx, user.id);
    const holder = { userId: user.id, fullName, role: user.role, unitId: unit.id };
    const actor = actorOf({ ...holder, unitName: unit.name, home: unit.kind.home }, "", caller);
    await recordAudit(tx, actor, {
      action: "invitation.accept",
      subject: { type: "user", id: user.id },
      details: { sessionsEnded: ended },
    });
  });
  return { username };
}
