import { randomUUID } from "node:crypto";
import { TOTP } from "otpauth";
import type { Actor, Role } from "@/lib/auth/actor";
import { enrolmentOf, newSealedSecret, recoveryHash } from "@/lib/auth/one-time-code";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { anActor } from "./actors";

export const PASSWORD = "con trâu gặm sách buổi chiều";
export const caller = () => ({ ip: `10.${octet()}.${octet()}.${octet()}`, userAgent: "vitest" });

let stored: Promise<string> | undefined;

type Overrides = {
  role?: Role;
  fullName?: string;
  mustChangePassword?: boolean;
  disabledAt?: Date;
  oidcSubject?: string;
};

/** Someone with a password, in a unit of their own. */
export async function anAccount(overrides: Overrides = {}) {
  stored ??= hashPassword(PASSWORD);
  const mark = randomUUID().slice(0, 8);
  const kind = await db.unitKind.create({
    data: { code: `kind-${mark}`, label: "Đơn vị", home: "locality" },
  });
  const unit = await db.unit.create({
    data: {
      code: `unit-${mark}`,
      name: `UBND xã ${mark}`,
      shortName: mark,
      kindCode: kind.code,
      validFrom: new Date("2024-12-01"),
    },
  });
  const data = {
    username: `nguoi-${mark}`,
    fullName: `Người ${mark}`,
    role: "unit_staff" as Role,
    unitId: unit.id,
    passwordHash: await stored,
    ...overrides,
  };
  const { id, username } = await db.user.create({ data });
  const actor = anActor({
    userId: id,
    fullName: data.fullName,
    role: data.role,
    unitId: unit.id,
    unitName: unit.name,
  });
  return { id, username, unit, actor };
}

/** The account with a session, as the person at the browser. */
export async function aSession(actor: Actor, overrides: Record<string, unknown> = {}) {
  const { id } = await db.session.create({
    data: {
      userId: actor.userId,
      expiresAt: new Date(Date.now() + 3_600_000),
      ...overrides,
    },
  });
  return { ...actor, sessionId: id };
}

/** Turns the second factor on, as if a code had been confirmed. */
export async function withSecondFactor(userId: string) {
  const sealed = newSealedSecret(userId);
  const codes = ["aaaa-bbbb-cccc-dddd", "eeee-ffff-gggg-hhhh"];
  await db.user.update({
    where: { id: userId },
    data: { totpSecret: sealed, totpConfirmedAt: new Date() },
  });
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: recoveryHash(code) })),
  });
  return { sealed, code: (shift = 0) => codeFor(userId, sealed, shift), recoveryCodes: codes };
}

/** What the authenticator app shows, some steps ago or ahead. */
export function codeFor(userId: string, sealed: string, shift = 0) {
  const secret = enrolmentOf(userId, sealed, "x").secret.replaceAll(" ", "");
  return new TOTP({ secret }).generate({ timestamp: Date.now() + shift * 30_000 });
}

export async function auditEntriesAbout(subjectId: string) {
  const entries = await db.auditEntry.findMany({
    where: { subjectId },
    orderBy: [{ at: "asc" }, { seq: "asc" }],
  });
  return entries.map(({ action, ip, details }) => ({ action, ip, details }));
}

const octet = () => Math.floor(Math.random() * 256);
