import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, roles } from "@/lib/auth/actor";
import { findLiveSession } from "@/lib/auth/session-row";
import { db } from "@/lib/db";
import {
  createPerson,
  disablePerson,
  enablePerson,
  resetPassword,
  updatePerson,
} from "@/lib/identity/people/commands";
import { findPerson, listPeople } from "@/lib/identity/people/queries";
import { peopleFilterSchema } from "@/lib/identity/people/schema";
import { signIn } from "@/lib/identity/sign-in/commands";
import {
  anAccount,
  aSession,
  auditEntriesAbout,
  caller,
  PASSWORD,
  withSecondFactor,
} from "@/tests/support/identity";

async function anAdministrator() {
  const { actor } = await anAccount({ role: "administrator" });
  return actor;
}

const someone = (unitId: string) => ({
  username: `moi-${randomUUID().slice(0, 8)}`,
  fullName: "Đặng Thị Mới",
  title: "Văn thư",
  phone: "0912345678",
  role: "unit_staff" as const,
  unitId,
});

describe("the administrator", () => {
  test("creates an account whose temporary password asks for another at once", async () => {
    const administrator = await anAdministrator();
    const { unit } = await anAccount();
    const input = someone(unit.id);
    const { id, password } = await createPerson(administrator, input);
    const typed = { username: input.username, password, device: null };
    expect(await signIn(caller(), typed)).toMatchObject({ userId: id, step: "change-password" });
    expect(await auditEntriesAbout(id)).toMatchObject([{ action: "person.create" }]);
    expect(
      JSON.stringify(await db.auditEntry.findMany({ where: { subjectId: id } }), bigint),
    ).not.toContain(password);
    await expect(createPerson(administrator, input)).rejects.toThrow(/Đã có tài khoản/);
    const telco = { ...someone(unit.id), role: "telco_liaison" as const };
    await expect(createPerson(administrator, telco)).rejects.toThrow(/viễn thông/);
  });

  test("disables at once, and enables again", async () => {
    const administrator = await anAdministrator();
    const { id, username, actor } = await anAccount();
    const { sessionId } = await aSession(actor);
    await disablePerson(administrator, { personId: id });
    expect(await findLiveSession(sessionId, caller())).toBeNull();
    await expect(disablePerson(administrator, { personId: id })).rejects.toThrow(/khóa rồi/);

    await enablePerson(administrator, { personId: id });
    expect(await findLiveSession(sessionId, caller())).toBeNull();
    const typed = { username, password: PASSWORD, device: null };
    expect((await signIn(caller(), typed)).step).toBe("open");
    const actions = (await auditEntriesAbout(id)).map(({ action }) => action);
    expect(actions).toEqual(["person.disable", "person.enable"]);
  });

  test("resets a password, and the second factor only when asked to", async () => {
    const administrator = await anAdministrator();
    const { id, username, actor } = await anAccount();
    await withSecondFactor(id);
    const { sessionId } = await aSession(actor);
    const first = await resetPassword(administrator, { personId: id });
    expect(await findLiveSession(sessionId, caller())).toBeNull();
    const typed = { username, device: null };
    const half = await signIn(caller(), { ...typed, password: first.password });
    expect(half.step).toBe("second-factor");

    const second = await resetPassword(administrator, { personId: id, secondFactor: "on" });
    const opened = await signIn(caller(), { ...typed, password: second.password });
    expect(opened.step).toBe("change-password");
    expect(await db.recoveryCode.count({ where: { userId: id } })).toBe(0);
  });

  test("moves a person; the next request knows it", async () => {
    const administrator = await anAdministrator();
    const { id, actor } = await anAccount();
    const { unit } = await anAccount();
    const { sessionId } = await aSession(actor);
    const input = { ...someone(unit.id), role: "unit_lead" as const, personId: id };
    await updatePerson(administrator, { ...input, provinceSubject: undefined });
    expect(await findLiveSession(sessionId, caller())).toMatchObject({
      actor: { role: "unit_lead", unitId: unit.id },
    });
  });

  test("does not take away their own access", async () => {
    const administrator = await anAdministrator();
    const personId = administrator.userId;
    await expect(disablePerson(administrator, { personId })).rejects.toThrow(/Không tự khóa/);
    await expect(resetPassword(administrator, { personId })).rejects.toThrow(/Hồ sơ/);
    const input = { ...someone(administrator.unitId), personId };
    await expect(updatePerson(administrator, input)).rejects.toThrow(/chính mình/);
  });

  test("finds people without marks, by name or unit, page by page", async () => {
    const administrator = await anAdministrator();
    const mark = randomUUID().slice(0, 8);
    const { id, unit } = await anAccount({ fullName: `Đặng Thị Huệ ${mark}` });
    const found = (query: object) => listPeople(administrator, peopleFilterSchema.parse(query));
    expect((await found({ q: `dang thi hue ${mark}` })).rows.map((row) => row.id)).toEqual([id]);
    expect((await found({ q: unit.shortName })).rows.map((row) => row.id)).toEqual([id]);
    expect((await found({ q: mark, role: "observer" })).total).toBe(0);
    expect((await found({ q: mark, page: "2" })).rows).toEqual([]);
    expect((await found({ q: `100%${mark}` })).total).toBe(0);
    const names = (await found({ state: "all", sort: "name" })).rows;
    expect(names.length).toBeGreaterThan(1);
    expect((await found({ sort: "recent" })).total).toBeGreaterThan(1);
    await disablePerson(administrator, { personId: id });
    expect((await found({ q: mark })).total).toBe(0);
    expect((await found({ q: mark, state: "disabled" })).total).toBe(1);
  });
});

describe("anyone else", () => {
  test.each(roles.filter((role) => role !== "administrator"))("%s is refused", async (role) => {
    const { actor } = await anAccount({ role });
    const { id, unit } = await anAccount();
    const refused: ((actor: Actor) => Promise<unknown>)[] = [
      (who) => createPerson(who, someone(unit.id)),
      (who) => updatePerson(who, { ...someone(unit.id), personId: id }),
      (who) => disablePerson(who, { personId: id }),
      (who) => enablePerson(who, { personId: id }),
      (who) => resetPassword(who, { personId: id }),
    ];
    for (const attempt of refused) {
      await expect(attempt(actor)).rejects.toMatchObject({ name: "Refusal", reason: "forbidden" });
    }
    expect(await findPerson(actor, id)).toBeNull();
    expect(await listPeople(actor, peopleFilterSchema.parse({ state: "all" }))).toEqual({
      rows: [],
      total: 0,
    });
  });
});

const bigint = (_key: string, value: unknown) =>
  typeof value === "bigint" ? String(value) : value;
