import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { closeUnit, createUnit, reopenUnit, updateUnit } from "@/lib/organization/commands";
import { createUnitSchema, updateUnitSchema } from "@/lib/organization/schema";
import { aDistrictLeader, anAdministrator, anObserver, aUnitLead } from "@/tests/support/actors";
import { anOrganization, aUnitOf, auditEntriesOf } from "@/tests/support/organization";

const administrator = anAdministrator();

const creation = (kindCode: string, overrides: object = {}) =>
  createUnitSchema.parse({
    code: randomUUID(),
    name: "UBND xã Mới",
    shortName: "",
    aliases: "Xã Mới\n\n  UB xã Mới ",
    kindCode,
    parentId: "",
    phone: "0205 381 8657",
    validFrom: "2025-01-01",
    ...overrides,
  });

const edit = (unitId: string, kindCode: string, overrides: object = {}) =>
  updateUnitSchema.parse({
    unitId,
    version: 1,
    name: "UBND xã Sửa",
    shortName: "Xã Sửa",
    aliases: "",
    kindCode,
    phone: "",
    ...overrides,
  });

describe("units", () => {
  test("are made, changed, closed and reopened, each leaving its entry", async () => {
    const { kindCode, units } = await anOrganization();
    const { id } = await createUnit(administrator, creation(kindCode));
    expect(await db.unit.findUniqueOrThrow({ where: { id } })).toMatchObject({
      shortName: "UBND xã Mới",
      aliases: ["Xã Mới", "UB xã Mới"],
    });

    await updateUnit(administrator, edit(id, kindCode, { parentId: units[0].id }));
    const successorId = units[1].id;
    const closing = { unitId: id, version: 2, validTo: "2025-07-01", successorId };
    await closeUnit(administrator, closing);
    expect(await db.unit.findUniqueOrThrow({ where: { id } })).toMatchObject({
      parentId: units[0].id,
      successorId,
      validTo: new Date("2025-07-01"),
      version: 3,
    });
    await reopenUnit(administrator, { unitId: id, version: 3 });

    const entries = await auditEntriesOf(id);
    expect(entries.map(({ action }) => action)).toEqual([
      "unit.create",
      "unit.update",
      "unit.close",
      "unit.reopen",
    ]);
    expect(entries[1]?.before).toBe(entries[0]?.after);
    expect(entries[3]).toMatchObject({ actorId: administrator.userId, ip: "127.0.0.1" });
  });

  test("are the administrator's alone to change", async () => {
    const { kindCode, units } = await anOrganization();
    for (const actor of [aDistrictLeader(), anObserver(), aUnitLead({ unitId: units[0].id })]) {
      const refused = { reason: "forbidden" };
      await expect(createUnit(actor, creation(kindCode))).rejects.toMatchObject(refused);
      const change = updateUnit(actor, edit(units[0].id, kindCode));
      await expect(change).rejects.toMatchObject(refused);
      const reopening = reopenUnit(actor, { unitId: units[0].id, version: 1 });
      await expect(reopening).rejects.toMatchObject(refused);
    }
    expect(await auditEntriesOf(units[0].id)).toEqual([]);
  });

  test("of two who edit at once, one is told", async () => {
    const { kindCode, units } = await anOrganization();
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => updateUnit(administrator, edit(units[0].id, kindCode))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
    ]);
    expect(await auditEntriesOf(units[0].id)).toHaveLength(1);
  });

  test("never stand above themselves", async () => {
    const { kindCode, units, parent } = await anOrganization();
    const kind = `${kindCode}-parent`;
    const under = updateUnit(administrator, edit(parent.id, kind, { parentId: units[0].id }));
    await expect(under).rejects.toMatchObject({ reason: "invalid" });
    const self = updateUnit(administrator, edit(units[0].id, kindCode, { parentId: units[0].id }));
    await expect(self).rejects.toMatchObject({ reason: "invalid" });
  });

  test("share a code only on different days, in the database too", async () => {
    const { kindCode } = await anOrganization();
    const code = randomUUID();
    const old = await aUnitOf(kindCode, "UBND xã Yên Thịnh", { code });
    const next = creation(kindCode, { code, validFrom: "2025-07-01", name: "UBND xã Hữu Liên" });
    await expect(createUnit(administrator, next)).rejects.toMatchObject({
      message: `Mã ${code} đang thuộc UBND xã Yên Thịnh (từ 01/12/2024).`,
    });
    await expect(
      aUnitOf(kindCode, "Chen ngang", { code, validFrom: "2025-01-01" }),
    ).rejects.toThrow();

    const closing = { unitId: old.id, version: 1, validTo: "2025-07-01", successorId: null };
    await closeUnit(administrator, closing);
    await createUnit(administrator, next);
    const back = reopenUnit(administrator, { unitId: old.id, version: 2 });
    await expect(back).rejects.toMatchObject({ reason: "conflict" });
  });

  test("are closed after their first day, into a unit that exists then", async () => {
    const { kindCode, units } = await anOrganization();
    const unitId = units[0].id;
    const close = (validTo: string, successorId: string | null = null) =>
      closeUnit(administrator, { unitId, version: 1, validTo, successorId });
    await expect(close("2024-12-01")).rejects.toMatchObject({ reason: "invalid" });
    await expect(close("2025-07-01", unitId)).rejects.toMatchObject({ reason: "invalid" });
    const gone = await aUnitOf(kindCode, "Đã thôi", { validTo: "2025-03-01" });
    await expect(close("2025-07-01", gone.id)).rejects.toMatchObject({ reason: "invalid" });
    await close("2025-02-01", gone.id);
  });
});
