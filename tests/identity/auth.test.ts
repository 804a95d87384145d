import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import { describe, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = "a secret that only this test knows, 256 bits";
});

import {
  enrolmentOf,
  newRecoveryCodes,
  newSealedSecret,
  recoveryHash,
  stepOfCode,
} from "@/lib/auth/one-time-code";
import { hashPassword, isOutdated, temporaryPassword, verifyPassword } from "@/lib/auth/password";
import { generatedSecret } from "@/lib/auth/secret";
import { sealSession, unsealSession } from "@/lib/auth/session-cookie";
import { passwordWeakness } from "@/lib/identity/passwords/rules";
import { codeFor } from "@/tests/support/identity";

const userId = "0193f7d0-0000-7000-8000-000000000001";

describe("passwords", () => {
  test("are the same in composed and in separate marks", async () => {
    const stored = await hashPassword("mười hai chữ".normalize("NFD"));
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(stored, "mười hai chữ".normalize("NFC"))).toBe(true);
    expect(await verifyPassword(stored, "mười hai chứ")).toBe(false);
    expect(await verifyPassword(null, "mười hai chữ")).toBe(false);
    expect(isOutdated(stored)).toBe(false);
    expect(isOutdated(await hash("x", { memoryCost: 8_192, timeCost: 1 }))).toBe(true);
  });

  test("a temporary one passes the rules it is replaced under", () => {
    for (let n = 0; n < 200; n++) expect(passwordWeakness(temporaryPassword(), [])).toBeNull();
  });
});

describe("one-time codes", () => {
  test("a secret is read back by its own account alone", () => {
    const sealed = newSealedSecret(userId);
    const { uri, secret } = enrolmentOf(userId, sealed, "xa-yenbinh");
    expect(uri).toContain("xa-yenbinh");
    expect(uri).toContain(secret.replaceAll(" ", ""));
    expect(sealed).not.toContain(secret.replaceAll(" ", ""));
    expect(() => enrolmentOf("0193f7d0-0000-7000-8000-000000000002", sealed, "x")).toThrow();
  });

  test("a code belongs to its step, one early or late", () => {
    const sealed = newSealedSecret(userId);
    const here = stepOfCode(userId, sealed, codeFor(userId, sealed));
    expect(here).not.toBeNull();
    expect(stepOfCode(userId, sealed, codeFor(userId, sealed, -1))).toBe((here ?? 0n) - 1n);
    expect(stepOfCode(userId, sealed, codeFor(userId, sealed, -4))).toBeNull();
  });

  test("recovery codes are ten, all different, and forgive how they are typed", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    const [code = ""] = codes;
    expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
    expect(recoveryHash(` ${code.toUpperCase().replaceAll("-", " ")} `)).toBe(recoveryHash(code));
  });
});

describe("the token of a session", () => {
  test("names its session, and nothing else does", async () => {
    const token = await sealSession(userId);
    expect(token).not.toContain(userId);
    expect(await unsealSession(token)).toBe(userId);
    expect(await unsealSession(`${token}x`)).toBeNull();
    expect(await unsealSession(await sealSession("not an id"))).toBeNull();
    expect(await unsealSession(undefined)).toBeNull();
  });

  test("its secret is made once per data folder, readable by its owner alone", () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), "secret-")), "data");
    const first = generatedSecret(folder);
    expect(generatedSecret(folder)).toBe(first);
    expect(Buffer.from(first, "base64url")).toHaveLength(32);
    expect(statSync(path.join(folder, "secret")).mode & 0o777).toBe(0o600);
  });
});

test("behind TLS the session's cookie is bound to this host, elsewhere it keeps working", async () => {
  const named = async (url: string) => {
    vi.resetModules();
    vi.stubEnv("PUBLIC_URL", url);
    const { sessionCookie: cookie } = await import("@/lib/auth/session-cookie");
    vi.unstubAllEnvs();
    return cookie;
  };
  const options = { httpOnly: true, sameSite: "lax", path: "/" };
  expect(await named("https://truc.huulung.gov.vn")).toEqual({
    name: "__Host-session",
    options: { ...options, secure: true },
  });
  expect(await named("")).toEqual({ name: "session", options: { ...options, secure: false } });
});
