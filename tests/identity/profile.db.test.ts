import { describe, expect, test } from "vitest";
import { findLiveSession } from "@/lib/auth/session-row";
import { db } from "@/lib/db";
import { changePassword } from "@/lib/identity/passwords/commands";
import {
  beginEnrolment,
  confirmEnrolment,
  disableSecondFactor,
  renewRecoveryCodes,
} from "@/lib/identity/second-factor/commands";
import { findSecondFactor } from "@/lib/identity/second-factor/queries";
import { closeSession, revokeOtherSessions, revokeSession } from "@/lib/identity/sessions/commands";
import { listSessions } from "@/lib/identity/sessions/queries";
import { signIn } from "@/lib/identity/sign-in/commands";
import {
  anAccount,
  aSession,
  auditEntriesAbout,
  caller,
  codeFor,
  PASSWORD,
  withSecondFactor,
} from "@/tests/support/identity";

const NEW = "xe đạp uống cà phê dưới trăng";
const change = (current: string, password: string) => ({ current, password, again: password });
const alive = async (sessionId: string) => (await findLiveSession(sessionId, caller())) !== null;
const actions = async (subjectId: string) =>
  (await auditEntriesAbout(subjectId)).map(({ action }) => action);

describe("one's own sessions", () => {
  test("are listed, the current one marked, and ended one by one or all but this", async () => {
    const { id, actor } = await anAccount();
    const here = await aSession(actor);
    const [phone, tablet] = [await aSession(actor), await aSession(actor)];
    const listed = await listSessions(here);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ current }) => current).map(({ id }) => id)).toEqual([here.sessionId]);

    await revokeSession(here, { sessionId: phone.sessionId });
    expect(await alive(phone.sessionId)).toBe(false);
    await expect(revokeSession(here, { sessionId: phone.sessionId })).rejects.toThrow(
      /đã kết thúc/,
    );

    expect(await revokeOtherSessions(here)).toBe(1);
    expect(await alive(tablet.sessionId)).toBe(false);
    expect(await alive(here.sessionId)).toBe(true);
    expect(await actions(id)).toEqual(["session.revoke-others"]);
    expect(await actions(phone.sessionId)).toEqual(["session.revoke"]);

    await closeSession(here);
    expect(await alive(here.sessionId)).toBe(false);
    expect(await actions(here.sessionId)).toEqual(["session.close"]);
  });

  test("are nobody else's to end", async () => {
    const { actor } = await anAccount();
    const stranger = await aSession((await anAccount()).actor);
    const mine = await aSession(actor);
    await expect(revokeSession(mine, { sessionId: stranger.sessionId })).rejects.toThrow();
    expect(await alive(stranger.sessionId)).toBe(true);
  });
});

describe("the password", () => {
  test("is changed with the current one, and ends the other sessions", async () => {
    const { id, username, actor } = await anAccount({ mustChangePassword: true });
    const [here, elsewhere] = [await aSession(actor), await aSession(actor)];
    await expect(changePassword(here, change("wrong", NEW))).rejects.toThrow(/không đúng/);
    await expect(changePassword(here, change(PASSWORD, PASSWORD))).rejects.toThrow(/phải khác/);
    await expect(changePassword(here, change(PASSWORD, `${username} 2025`))).rejects.toThrow(
      /dễ đoán/,
    );

    await changePassword(here, change(PASSWORD, NEW));
    expect(await findLiveSession(here.sessionId, caller())).toMatchObject({ step: "open" });
    expect(await alive(elsewhere.sessionId)).toBe(false);
    expect(await actions(id)).toEqual(["password.change"]);
    const input = { username, password: NEW, device: null };
    expect(await signIn(caller(), input)).toMatchObject({ step: "open" });
  });

  test("of two changes at once, one stands", async () => {
    const { actor } = await anAccount();
    const sessions = [await aSession(actor), await aSession(actor)];
    const outcomes = await Promise.allSettled(
      sessions.map((session, n) => changePassword(session, change(PASSWORD, `${NEW} ${n}`))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("asked again too often makes one wait", async () => {
    const { actor } = await anAccount();
    const here = await aSession(actor);
    for (let n = 1; n <= 5; n++) {
      await expect(disableSecondFactor(here, { password: "wrong" })).rejects.toThrow(/không đúng/);
    }
    await expect(disableSecondFactor(here, { password: PASSWORD })).rejects.toThrow(/nhiều lần/);
  });
});

describe("the second factor", () => {
  test("is begun with the password, counts once confirmed, and is turned off again", async () => {
    const { id, actor } = await anAccount();
    const [here, elsewhere] = [await aSession(actor), await aSession(actor)];
    expect(await findSecondFactor(here)).toEqual({ state: "off" });
    await expect(beginEnrolment(here, { password: "wrong" })).rejects.toThrow(/không đúng/);
    await beginEnrolment(here, { password: PASSWORD });
    const waiting = await findSecondFactor(here);
    expect(waiting).toMatchObject({ state: "waiting", uri: expect.stringMatching(/^otpauth:/) });

    await expect(confirmEnrolment(here, { code: "000000" })).rejects.toThrow(/không đúng/);
    const { totpSecret } = await db.user.findUniqueOrThrow({ where: { id } });
    const codes = await confirmEnrolment(here, { code: codeFor(id, totpSecret ?? "") });
    expect(codes).toHaveLength(10);
    expect(await findSecondFactor(here)).toMatchObject({ state: "on", codesLeft: 10 });
    expect(await alive(elsewhere.sessionId)).toBe(false);
    const kept = await db.recoveryCode.findMany({ where: { userId: id } });
    expect(kept.some(({ codeHash }) => codes.includes(codeHash))).toBe(false);

    await expect(beginEnrolment(here, { password: PASSWORD })).rejects.toThrow(/đang bật/);
    await disableSecondFactor(here, { password: PASSWORD });
    expect(await findSecondFactor(here)).toEqual({ state: "off" });
    expect(await actions(id)).toEqual(["totp.begin", "totp.enable", "totp.disable"]);
  });

  test("new recovery codes void the old ones", async () => {
    const { id, actor } = await anAccount();
    const { recoveryCodes } = await withSecondFactor(id);
    const codes = await renewRecoveryCodes(await aSession(actor), { password: PASSWORD });
    expect(codes).toHaveLength(10);
    expect(codes).not.toContain(recoveryCodes[0]);
    expect(await db.recoveryCode.count({ where: { userId: id } })).toBe(10);
    expect(await actions(id)).toEqual(["recovery-codes.renew"]);
  });
});
