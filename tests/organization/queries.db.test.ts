import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/db";
import {
  expandRecipients,
  findUnit,
  listRecipientGroups,
  listUnits,
  loadDirectory,
} from "@/lib/organization/queries";
import { unitFilterSchema } from "@/lib/organization/schema";
import { foldVietnamese } from "@/lib/text";
import { aDistrictOfficer, anAdministrator, aUnitLead } from "@/tests/support/actors";
import { aGroupOf, anOrganization, aUnitOf } from "@/tests/support/organization";

const filter = (overrides: object) => unitFilterSchema.parse(overrides);

describe("looking for units", () => {
  test("with marks, without, old tone marks or decomposed: the same unit is found", async () => {
    const mark = randomUUID().slice(0, 8);
    const { kindCode } = await anOrganization();
    const unit = await aUnitOf(kindCode, `UBND xã Hòa Thắng ${mark}`, {
      aliases: [`Xã HT${mark}`],
    });
    const typed = ["hoa thang", "hoà thắng", "HÒA THẮNG", "hòa   thắng".normalize("NFD")];
    for (const q of [...typed.map((name) => `${name} ${mark}`), `ht${mark}`]) {
      const { rows, total } = await listUnits(anAdministrator(), filter({ q }));
      expect(
        rows.map(({ id }) => id),
        q,
      ).toEqual([unit.id]);
      expect(total).toBe(1);
    }
    const { total } = await listUnits(anAdministrator(), filter({ q: `%${mark}` }));
    expect(total).toBe(0);
  });

  test("the fold in SQL is the fold in TypeScript", async () => {
    for (const text of [
      "Đường Ngô Quyền",
      "ỦY BAN  NHÂN DÂN",
      "hoà/hòa uý/úy ĐỒNG",
      "Phòng TC-KH",
    ]) {
      for (const form of [text, text.normalize("NFD")]) {
        const [row] = await db.$queryRaw<{ fold: string }[]>`SELECT vn_fold(${form}) AS fold`;
        expect(row?.fold).toBe(foldVietnamese(form));
      }
    }
  });

  test("today's are listed unless asked otherwise, in Vietnamese order", async () => {
    const { kindCode } = await anOrganization();
    const names = ["Đồng Tân", "An Bình", "Yên Bình", "Ân Thi", "Dân Tiến"];
    for (const name of names) await aUnitOf(kindCode, name);
    await aUnitOf(kindCode, "Cũ", { validTo: "2025-01-01" });

    const open = await listUnits(anAdministrator(), filter({ kind: kindCode }));
    expect(open.rows.map(({ name }) => name)).toEqual([
      "An Bình",
      "Ân Thi",
      "Ba",
      "Dân Tiến",
      "Đồng Tân",
      "Hai",
      "Một",
      "Yên Bình",
    ]);
    const closed = await listUnits(anAdministrator(), filter({ kind: kindCode, state: "closed" }));
    expect(closed.rows.map(({ name }) => name)).toEqual(["Cũ"]);
  });

  test("a unit sees itself, the one above and those below; list and page agree", async () => {
    const { kindCode, units, parent } = await anOrganization();
    const [own, neighbour] = units;
    const lead = aUnitLead({ unitId: own.id });
    const { rows } = await listUnits(lead, filter({ state: "all" }));
    expect(rows.map(({ id }) => id).sort()).toEqual([own.id, parent.id].sort());
    expect(await findUnit(lead, own.id)).not.toBeNull();
    expect(await findUnit(lead, parent.id)).not.toBeNull();
    expect(await findUnit(lead, neighbour.id)).toBeNull();
    expect(rows.every((row) => row.kindCode === kindCode || row.id === parent.id)).toBe(true);
    expect(await listRecipientGroups(lead)).toEqual([]);
  });
});

describe("recipients", () => {
  test("a group means its kinds and its named units on that day, each once", async () => {
    const { kindCode, units } = await anOrganization();
    const elsewhere = await anOrganization();
    const named = elsewhere.units[0];
    const merged = await aUnitOf(kindCode, "Sắp sáp nhập", { validTo: "2025-07-01" });
    const later = await aUnitOf(kindCode, "Lập sau", { validFrom: "2025-07-01" });
    const group = await aGroupOf({ kindCodes: [kindCode], unitIds: [named.id, units[0].id] });
    const expand = (day: string, unitIds: string[] = []) =>
      inTransaction((tx) => expandRecipients(tx, { groupIds: [group.id], unitIds }, day));

    const before = await expand("2025-06-30", [units[1].id, named.id]);
    expect(before.sort()).toEqual([...units.map(({ id }) => id), named.id, merged.id].sort());
    const after = await expand("2025-07-01");
    expect(after.sort()).toEqual([...units.map(({ id }) => id), named.id, later.id].sort());
  });

  test("the directory holds what exists today, with groups by kind and by name", async () => {
    const { kindCode, units } = await anOrganization();
    const closed = await aUnitOf(kindCode, "Đã sáp nhập", { validTo: "2025-01-01" });
    const group = await aGroupOf({ kindCodes: [kindCode], unitIds: [units[0].id] });
    const directory = await loadDirectory(aDistrictOfficer());
    const ids = directory.units.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(units.map(({ id }) => id)));
    expect(ids).not.toContain(closed.id);
    expect(directory.groups.find(({ id }) => id === group.id)).toMatchObject({
      kindCodes: [kindCode],
      unitIds: [units[0].id],
    });
  });
});
