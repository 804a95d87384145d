import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { linkTokenHash } from "@/lib/auth/link-token";
import { db } from "@/lib/db";
import {
  acceptInvitation,
  invitePerson,
  openInvitation,
  renewInvitation,
  revokeInvitation,
} from "@/lib/identity/invitations/commands";
import { findInvitation } from "@/lib/identity/invitations/queries";
import { signIn } from "@/lib/identity/sign-in/commands";
import { setClock } from "@/lib/time";
import { aDistrictOfficer, anAdministrator, anObserver } from "@/tests/support/actors";
import { anAccount, aSession, auditEntriesAbout, caller, PASSWORD } from "@/tests/support/identity";
import { anOrganization } from "@/tests/support/organization";

const administrator = anAdministrator();
const WEEK = 7 * 24 * 3_600_000;

afterEach(() => setClock(undefined));

async function invited() {
  const { units } = await anOrganization();
  const username = `moi-${randomUUID().slice(0, 8)}`;
  const input = { username, fullName: "Lý Văn Mời", title: "", phone: null, unitId: units[0].id };
  const { id, token } = await invitePerson(administrator, { ...input, role: "unit_staff" });
  return { id, token, username };
}
const typed = (token: string, password = PASSWORD) => ({ token, password, again: password });

describe("a link that sets a password", () => {
  test("opens once, for a week; the person signs in with what they set", async () => {
    const { id, token, username } = await invited();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await db.invitation.count({ where: { tokenHash: token } })).toBe(0);
    expect(await db.invitation.count({ where: { tokenHash: linkTokenHash(token) } })).toBe(1);

    expect((await openInvitation(caller(), { token })).user.username).toBe(username);
    await expect(acceptInvitation(caller(), typed(token, "matkhau123456"))).rejects.toThrow(
      /dễ đoán/,
    );
    await acceptInvitation(caller(), typed(token));
    const opened = await signIn(caller(), { username, password: PASSWORD, device: null });
    expect(opened.step).toBe("open");
    await expect(openInvitation(caller(), { token })).rejects.toThrow(/đã được dùng/);
    const actions = (await auditEntriesAbout(id)).map(({ action }) => action);
    expect(actions).toEqual(["person.create", "invitation.accept"]);
  });

  test("of two who send it at once, one sets the password", async () => {
    const { token } = await invited();
    const both = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(caller(), typed(token))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("says why it does not open: too late, taken back, renewed, wrong, account locked", async () => {
    const { id, token } = await invited();
    const open = (link: string) => openInvitation(caller(), { token: link });
    setClock(new Date(Date.now() + WEEK + 1_000).toISOString());
    await expect(open(token)).rejects.toThrow(/hết hạn/);
    const { token: second } = await renewInvitation(administrator, { personId: id });
    await expect(open(token)).rejects.toThrow(/thu hồi hoặc đã có liên kết mới hơn/);
    await open(second);
    expect((await findInvitation(administrator, id))?.state).toBe("open");
    await revokeInvitation(administrator, { personId: id });
    await expect(open(second)).rejects.toThrow(/thu hồi/);
    await expect(revokeInvitation(administrator, { personId: id })).rejects.toThrow(/Không còn/);
    await expect(open("khong-phai")).rejects.toThrow(/Liên kết không đúng/);
    const { token: third } = await renewInvitation(administrator, { personId: id });
    await db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    await expect(open(third)).rejects.toThrow(/bị khóa/);
  });

  test("wrong ones from one address have to wait, as at sign-in", async () => {
    const from = caller();
    const guess = () => openInvitation(from, { token: randomUUID() }).then(() => "", String);
    const said: string[] = [];
    for (let count = 0; count < 23; count++) said.push(await guess());
    expect(said[0]).toMatch(/không đúng/);
    expect(said.at(-1)).toMatch(/Thử lại sau/);
  });

  test("renewed for someone who is signed in, it ends their sessions when it is used", async () => {
    const { id, actor } = await anAccount();
    const session = await aSession(actor);
    const { token } = await renewInvitation(administrator, { personId: id });
    const alive = () => db.session.count({ where: { id: session.sessionId, revokedAt: null } });
    expect(await alive()).toBe(1);
    await acceptInvitation(caller(), typed(token));
    expect(await alive()).toBe(0);
  });

  test("is given and taken by the administrator alone, and not for themselves", async () => {
    const { id, actor } = await anAccount();
    for (const other of [aDistrictOfficer(), anObserver()]) {
      const refused = { reason: "forbidden" };
      await expect(renewInvitation(other, { personId: id })).rejects.toMatchObject(refused);
      await expect(revokeInvitation(other, { personId: id })).rejects.toMatchObject(refused);
      expect(await findInvitation(other, id)).toBeNull();
    }
    const self = { ...actor, role: "administrator" as const };
    await expect(renewInvitation(self, { personId: id })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(renewInvitation(administrator, { personId: randomUUID() })).rejects.toMatchObject({
      reason: "not-found",
    });
  });
});
