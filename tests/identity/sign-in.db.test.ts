import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findLiveSession, IDLE_LIMIT } from "@/lib/auth/session-row";
import { db } from "@/lib/db";
import { completeSignIn, signIn, signInFromProvince } from "@/lib/identity/sign-in/commands";
import { WRONG_CREDENTIALS } from "@/lib/identity/sign-in/rules";
import {
  anAccount,
  aSession,
  auditEntriesAbout,
  caller,
  PASSWORD,
  withSecondFactor,
} from "@/tests/support/identity";

const attempt = (username: string, password: string, from = caller()) =>
  signIn(from, { username, password, device: null });

const failure = (work: Promise<unknown>) =>
  work.then(
    () => "nothing",
    (error: Error) => error.message,
  );

/** As if the time to wait had passed. */
const waitOver = (key: string) =>
  db.signInThrottle.update({ where: { key }, data: { blockedUntil: new Date(0) } });

describe("signing in", () => {
  test("opens a session and leaves its entry", async () => {
    const { id, username, unit } = await anAccount();
    const from = caller();
    const opened = await attempt(username, PASSWORD, from);
    expect(opened).toMatchObject({ userId: id, step: "open" });

    const live = await findLiveSession(opened.sessionId, from);
    expect(live).toMatchObject({ step: "open", actor: { userId: id, unitId: unit.id, ...from } });
    expect(await auditEntriesAbout(opened.sessionId)).toEqual([
      { action: "session.open", ip: from.ip, details: { factor: "password" } },
    ]);
  });

  test("answers an unknown name and a wrong password alike, and as slowly", async () => {
    const { id, username } = await anAccount();
    const started = performance.now();
    const answers = await Promise.all([
      failure(attempt(username, "wrong")),
      failure(attempt(`nobody-${randomUUID()}`, "wrong")),
    ]);
    expect(answers).toEqual([WRONG_CREDENTIALS, WRONG_CREDENTIALS]);
    expect(performance.now() - started).toBeGreaterThan(395);
    expect(await auditEntriesAbout(id)).toMatchObject([{ action: "session.fail" }]);
  });

  test.each([true, false])("makes one wait from the fifth failure on (account: %s)", async (is) => {
    const { username } = is ? await anAccount() : { username: `nobody-${randomUUID()}` };
    for (let n = 1; n <= 4; n++) {
      expect(await failure(attempt(username, "wrong"))).toBe(WRONG_CREDENTIALS);
    }
    expect(await failure(attempt(username, "wrong"))).toMatch(/không đúng\. Thử lại sau 30 giây/);
    expect(await failure(attempt(username, PASSWORD))).toMatch(/thử sai nhiều lần.*\d+ giây/);
    await waitOver(`account:${username}`);
    expect(await failure(attempt(username, "wrong"))).toMatch(/Thử lại sau 60 giây/);
  });

  test("counts tries that come all at once", async () => {
    const { username } = await anAccount();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => failure(attempt(username, "wrong"))),
    );
    expect(answers.filter((answer) => answer.startsWith(WRONG_CREDENTIALS))).toHaveLength(5);
  });

  test("a good one is forgiven; a hostile neighbour does not lock out a known browser", async () => {
    const { id, username } = await anAccount();
    for (let n = 1; n <= 5; n++) await failure(attempt(username, "wrong"));
    expect(await failure(attempt(username, PASSWORD))).toMatch(/thử sai nhiều lần/);

    const device = { id: randomUUID(), people: [id] };
    const opened = await signIn(caller(), { username, password: PASSWORD, device });
    expect(opened.step).toBe("open");

    await waitOver(`account:${username}`);
    await attempt(username, PASSWORD);
    const key = `account:${username}`;
    expect(await db.signInThrottle.findUnique({ where: { key } })).toBeNull();
  });

  test("an address that tries many names waits too", async () => {
    const from = caller();
    await db.signInThrottle.create({
      data: { key: `address:${from.ip}`, failures: 20, lastFailedAt: new Date() },
    });
    expect(await failure(attempt("nobody", "wrong", from))).toMatch(/Thử lại sau/);
    const { username } = await anAccount();
    expect(await failure(attempt(username, PASSWORD, from))).toMatch(/thử sai nhiều lần/);
  });

  test("a disabled account is told so only by its own password", async () => {
    const { username } = await anAccount({ disabledAt: new Date() });
    expect(await failure(attempt(username, "wrong"))).toBe(WRONG_CREDENTIALS);
    expect(await failure(attempt(username, PASSWORD))).toMatch(/đã bị khóa/);
  });

  test("an account of the province is known by issuer and subject alone", async () => {
    const oidcSubject = `https://idp.example ${randomUUID()}`;
    const { id } = await anAccount({ oidcSubject });
    const opened = await signInFromProvince(caller(), { subject: oidcSubject });
    expect(opened).toMatchObject({ userId: id, step: "open" });
    const elsewhere = oidcSubject.replace("idp", "other");
    expect(await signInFromProvince(caller(), { subject: elsewhere })).toBeNull();
  });
});

describe("the second factor", () => {
  test("stands between the password and everything", async () => {
    const { id, username, actor } = await anAccount();
    const factor = await withSecondFactor(id);
    const half = await attempt(username, PASSWORD);
    expect(half.step).toBe("second-factor");
    expect(await findLiveSession(half.sessionId, caller())).toMatchObject({
      step: "second-factor",
    });

    const here = { ...actor, sessionId: half.sessionId };
    expect(await failure(completeSignIn(here, { code: "000000" }))).toMatch(/không đúng/);
    const opened = await completeSignIn(here, { code: factor.code() });
    expect(opened.step).toBe("open");
    expect(opened.sessionId).not.toBe(half.sessionId);
    expect(await findLiveSession(half.sessionId, caller())).toBeNull();
    expect(await auditEntriesAbout(opened.sessionId)).toMatchObject([
      { action: "session.open", details: { factor: "totp" } },
    ]);
    expect(await auditEntriesAbout(id)).toMatchObject([
      { action: "session.fail", details: { reason: "second-factor" } },
    ]);
  });

  test.each(["totp", "recovery"])(
    "of many who send one %s code at once, one gets in",
    async (kind) => {
      const { id, actor } = await anAccount();
      const factor = await withSecondFactor(id);
      const code = kind === "totp" ? factor.code() : (factor.recoveryCodes[0] ?? "");
      await db.signInThrottle.deleteMany({ where: { key: `factor:${id}` } });
      const halves = await Promise.all(
        Array.from({ length: 4 }, () => aSession(actor, { complete: false })),
      );
      const outcomes = await Promise.allSettled(
        halves.map((half) => completeSignIn(half, { code })),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.session.count({ where: { userId: id, complete: true } })).toBe(1);
    },
  );

  test("an older code does not work after a newer one", async () => {
    const { id, actor } = await anAccount();
    const factor = await withSecondFactor(id);
    await completeSignIn(await aSession(actor, { complete: false }), { code: factor.code() });
    const again = await aSession(actor, { complete: false });
    expect(await failure(completeSignIn(again, { code: factor.code(-1) }))).toMatch(/đã dùng/);
  });
});

describe("a session", () => {
  test.each([
    ["revoked", { revokedAt: new Date() }],
    ["expired", { expiresAt: new Date(Date.now() - 1) }],
    ["left alone too long", { lastSeenAt: new Date(Date.now() - IDLE_LIMIT - 1) }],
  ])("that is %s opens nothing", async (_how, overrides) => {
    const { actor } = await anAccount();
    const { sessionId } = await aSession(actor);
    expect(await findLiveSession(sessionId, caller())).not.toBeNull();
    await db.session.update({ where: { id: sessionId }, data: overrides });
    expect(await findLiveSession(sessionId, caller())).toBeNull();
  });

  test("of a disabled account opens nothing, and one that owes a password little", async () => {
    const { id, actor } = await anAccount();
    const { sessionId } = await aSession(actor);
    await db.user.update({ where: { id }, data: { mustChangePassword: true } });
    expect(await findLiveSession(sessionId, caller())).toMatchObject({ step: "change-password" });
    await db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await findLiveSession(sessionId, caller())).toBeNull();
  });

  test("notes its use every five minutes, not at every request", async () => {
    const { actor } = await anAccount();
    const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000);
    const recent = await aSession(actor, { lastSeenAt: minutesAgo(4) });
    const older = await aSession(actor, { lastSeenAt: minutesAgo(6) });
    for (const { sessionId } of [recent, older]) await findLiveSession(sessionId, caller());
    const seen = async (id: string) =>
      (await db.session.findUniqueOrThrow({ where: { id } })).lastSeenAt.getTime();
    expect(await seen(recent.sessionId)).toBeLessThan(minutesAgo(3).getTime());
    expect(await seen(older.sessionId)).toBeGreaterThan(minutesAgo(1).getTime());
  });

  test("is not kept awake by a page that is only left open", async () => {
    const { actor } = await anAccount();
    const left = new Date(Date.now() - IDLE_LIMIT + 60_000);
    const { sessionId } = await aSession(actor, { lastSeenAt: left });
    expect(await findLiveSession(sessionId, caller(), { unasked: true })).not.toBeNull();
    expect(await db.session.findUnique({ where: { id: sessionId } })).toMatchObject({
      lastSeenAt: left,
    });
  });
});
