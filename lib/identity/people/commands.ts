import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import type { Caller } from "@/lib/auth/caller";
import { hashPassword, temporaryPassword } from "@/lib/auth/password";
import { actorOf } from "@/lib/auth/session-row";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { Refusal, refuseUnless } from "@/lib/errors";
import { passwordWeakness } from "@/lib/identity/passwords/rules";
import { canChangeAccess, canManagePeople, visiblePeople } from "@/lib/identity/policy";
import { removeSecondFactor } from "@/lib/identity/second-factor/commands";
import { endSessions } from "@/lib/identity/sessions/commands";
import { dayOf } from "@/lib/organization/rules";
import { isoDay, now } from "@/lib/time";
import { provinceKey, roleMismatch } from "./rules";
import type { CreatePerson, PersonOnly, ResetPassword, UpdatePerson } from "./schema";

const FORBIDDEN = "Chỉ quản trị hệ thống được quản lý tài khoản.";

/** A new account; its temporary password is answered once and kept nowhere. */
export async function createPerson(actor: Actor, input: CreatePerson) {
  refuseUnless(canManagePeople(actor), FORBIDDEN);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  const id = await refusingTaken(input.username, () =>
    inTransaction(async (tx) => {
      await refuseMismatch(tx, input);
      const data = { ...input, passwordHash, passwordChangedAt: now(), mustChangePassword: true };
      const person = await tx.user.create({ data, select: { id: true } });
      await recordAudit(tx, actor, {
        action: "person.create",
        subject: { type: "user", id: person.id },
        after: input,
        details: { username: input.username, role: input.role, unitId: input.unitId },
      });
      return person.id;
    }),
  );
  return { id, password };
}

/** Name, title, phone, role, unit. A changed role or unit counts from the person's next request. */
export async function updatePerson(
  actor: Actor,
  { personId, provinceSubject, ...input }: UpdatePerson,
) {
  const linked = env.OIDC_ISSUER ? provinceSubject : undefined;
  const oidcSubject = linked && env.OIDC_ISSUER ? provinceKey(env.OIDC_ISSUER, linked) : linked;
  await refusingTaken("", () =>
    inTransaction(async (tx) => {
      const before = await holdPerson(tx, actor, personId);
      if (before.role !== input.role || before.unitId !== input.unitId) {
        refuseUnless(
          canChangeAccess(actor, { id: personId }),
          "Không tự đổi vai trò hay đơn vị của chính mình; nhờ quản trị viên khác.",
        );
        await refuseMismatch(tx, input);
      }
      await tx.user.update({ where: { id: personId }, data: { ...input, oidcSubject } });
      await refuseWithoutAdministrator(tx);
      await recordAudit(tx, actor, {
        action: "person.update",
        subject: { type: "user", id: personId },
        before,
        after: { ...before, ...input, ...(oidcSubject === undefined ? {} : { oidcSubject }) },
        details: { role: input.role, unitId: input.unitId },
      });
    }),
  );
}

/** Signs the person out everywhere at once and lets them in nowhere. */
export async function disablePerson(actor: Actor, { personId }: PersonOnly) {
  await inTransaction(async (tx) => {
    await holdPerson(tx, actor, personId);
    refuseUnless(canChangeAccess(actor, { id: personId }), "Không tự khóa tài khoản của mình.");
    const disabled = await tx.user.updateMany({
      where: { id: personId, disabledAt: null },
      data: { disabledAt: now() },
    });
    if (disabled.count === 0) throw new Refusal("conflict", "Tài khoản này đã bị khóa rồi.");
    const ended = await endSessions(tx, personId);
    await refuseWithoutAdministrator(tx);
    await recordAudit(tx, actor, {
      action: "person.disable",
      subject: { type: "user", id: personId },
      details: { sessionsEnded: ended },
    });
  });
}

export async function enablePerson(actor: Actor, { personId }: PersonOnly) {
  await inTransaction(async (tx) => {
    await holdPerson(tx, actor, personId);
    const enabled = await tx.user.updateMany({
      where: { id: personId, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (enabled.count === 0) throw new Refusal("conflict", "Tài khoản này đang dùng được.");
    const subject = { type: "user", id: personId };
    await recordAudit(tx, actor, { action: "person.enable", subject });
  });
}

/** A temporary password, answered once; the second factor stays unless its removal is asked for. */
export async function resetPassword(actor: Actor, { personId, secondFactor }: ResetPassword) {
  refuseUnless(canManagePeople(actor), FORBIDDEN);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const { username } = await holdPerson(tx, actor, personId);
    refuseUnless(
      canChangeAccess(actor, { id: personId }),
      "Đổi mật khẩu của chính mình ở trang Hồ sơ.",
    );
    await tx.user.update({
      where: { id: personId },
      data: { passwordHash, passwordChangedAt: now(), mustChangePassword: true },
    });
    const removed = secondFactor === "on" && (await removeSecondFactor(tx, personId));
    await tx.signInThrottle.deleteMany({
      where: { key: { in: [`account:${username}`, `factor:${personId}`] } },
    });
    const ended = await endSessions(tx, personId);
    await recordAudit(tx, actor, {
      action: "password.reset",
      subject: { type: "user", id: personId },
      details: { sessionsEnded: ended, secondFactorRemoved: removed },
    });
  });
  return { password };
}

/** From the server's own console, where there may be no account yet to act as: it acts as itself. */
export async function createAdministrator(
  caller: Caller,
  input: { username: string; fullName: string; password: string },
) {
  const { username, fullName, password } = input;
  const weakness = passwordWeakness(password, [username, fullName]);
  if (weakness) throw new Refusal("invalid", weakness);
  const passwordHash = await hashPassword(password);
  return refusingTaken(username, () =>
    inTransaction(async (tx) => {
      const root = await tx.unit.findFirst({
        where: { parentId: null, validTo: null },
        orderBy: [{ kind: { rank: "asc" } }, { validFrom: "asc" }],
        select: { id: true, name: true },
      });
      if (!root) {
        throw new Refusal(
          "conflict",
          "Chưa có đơn vị nào. Chạy trước: npm run import-units -- TỆP",
        );
      }
      const role = "administrator" as const;
      const data = { username, fullName, role, unitId: root.id, passwordHash };
      const { id } = await tx.user.create({
        data: { ...data, passwordChangedAt: now() },
        select: { id: true },
      });
      const holder = { userId: id, fullName, role, unitId: root.id, unitName: root.name };
      await recordAudit(tx, actorOf({ ...holder, home: null }, "", caller), {
        action: "person.create",
        subject: { type: "user", id },
        details: { username, role, unitId: root.id },
      });
      return { id, unitName: root.name };
    }),
  );
}

/** One change of accounts at a time: two administrators who lock each other out meet here. */
export async function holdPerson(tx: Transaction, actor: Actor, id: string) {
  refuseUnless(canManagePeople(actor), FORBIDDEN);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('accounts'))`;
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${id}::uuid FOR UPDATE`;
  const person = await tx.user.findFirst({
    where: { id, AND: visiblePeople(actor) },
    select: { username: true, fullName: true, title: true, phone: true, role: true, unitId: true },
  });
  if (!person) throw new Refusal("not-found", "Không tìm thấy tài khoản.");
  return person;
}

/** Holds the unit: a person is not put into one that ends meanwhile. */
export async function refuseMismatch(
  tx: Transaction,
  { role, unitId }: Pick<CreatePerson, "role" | "unitId">,
) {
  await tx.$queryRaw`SELECT 1 FROM "Unit" WHERE id = ${unitId}::uuid FOR SHARE`;
  const unit = await tx.unit.findUnique({
    where: { id: unitId },
    select: { validTo: true, kind: { select: { home: true } } },
  });
  const gone = unit?.validTo && dayOf(unit.validTo) <= isoDay(now());
  if (!unit || gone) throw new Refusal("invalid", "Đơn vị đã chọn không còn hoạt động.");
  const mismatch = roleMismatch(role, unit.kind.home);
  if (mismatch) throw new Refusal("invalid", mismatch);
}

async function refuseWithoutAdministrator(tx: Transaction) {
  const left = await tx.user.count({ where: { role: "administrator", disabledAt: null } });
  if (left === 0) throw new Refusal("conflict", "Phải còn ít nhất một quản trị viên.");
}

export async function refusingTaken<T>(username: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal(
      "conflict",
      username ? `Đã có tài khoản “${username}”.` : "Mã tài khoản tỉnh này đã gắn với người khác.",
    );
  }
}
