import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { readTable } from "@/lib/documents/table";
import { writeWorkbook } from "@/lib/documents/workbook";
import { openInvitation } from "@/lib/identity/invitations/commands";
import { importPeople, previewPeople } from "@/lib/identity/people/import/commands";
import { templateSheets } from "@/lib/identity/people/import/labels";
import { planPeople, readPeople } from "@/lib/identity/people/import/rules";
import { aDistrictOfficer, anAdministrator } from "@/tests/support/actors";
import { caller } from "@/tests/support/identity";
import { anOrganization } from "@/tests/support/organization";

const administrator = anAdministrator();
const HEAD = "Họ tên;Tên đăng nhập;Chức vụ;Điện thoại;Vai trò;Đơn vị";
const csv = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join("\r\n"));

async function aCommune() {
  const { units } = await anOrganization();
  const mark = randomUUID().slice(0, 8);
  const data = { name: `UBND xã Hoà Bình ${mark}`, aliases: [`Xã HB ${mark}`] };
  return db.unit.update({ where: { id: units[0].id }, data });
}

describe("people from a file", () => {
  test("get an account and a link each; names are made where none is given", async () => {
    const unit = await aCommune();
    const mark = randomUUID().slice(0, 6);
    const file = csv(
      `Nguyễn Thị ${mark};;Chủ tịch;0912 345 678;Lãnh đạo đơn vị;${unit.code}`,
      `Ngô Thị ${mark};;;;cán bộ đơn vị;ubnd xã hòa bình ${unit.name.slice(-8)}`,
      `Trần Đức Cường;cuong-${mark};;;Cán bộ đơn vị;${unit.aliases[0]}`,
    );
    const before = await db.user.count();
    expect((await previewPeople(administrator, file)).status).toBe("done");
    expect(await db.user.count()).toBe(before);

    const outcome = await importPeople(administrator, file);
    if (outcome.status !== "done") throw new Error(JSON.stringify(outcome));
    const names = outcome.people.map(({ username }) => username);
    expect(names).toEqual([`${mark}nt`, `${mark}nt2`, `cuong-${mark}`]);
    const people = await db.user.findMany({
      where: { username: { in: names } },
      select: { unitId: true, passwordHash: true },
    });
    expect(people).toEqual(Array(3).fill({ unitId: unit.id, passwordHash: null }));
    const token = outcome.people[1]?.token ?? "";
    expect((await openInvitation(caller(), { token })).user.username).toBe(names[1]);
    expect(await db.auditEntry.count({ where: { action: "person.import" } })).toBeGreaterThan(0);
    const again = await importPeople(
      administrator,
      csv(`A B;${names[2]};;;Cán bộ đơn vị;${unit.code}`),
    );
    expect(again).toMatchObject({ status: "refused", errors: [{ row: 2 }] });
  });

  test("are refused as a whole, by row", async () => {
    const unit = await aCommune();
    const before = await db.user.count();
    const outcome = await importPeople(
      administrator,
      csv(
        `Lý Văn Đúng;;;;Cán bộ đơn vị;${unit.code}`,
        `X;SAI TÊN;;12;Trưởng thôn;Xã Không Có`,
        "",
        `Lý Thị Hai;trung-ten;;;Lãnh đạo huyện;${unit.code}`,
        `Lý Thị Ba;trung-ten;;;Cán bộ đơn vị;${unit.code}`,
      ),
    );
    if (outcome.status !== "refused") throw new Error("the file is wrong");
    expect(outcome.errors.map(({ row }) => row)).toEqual([3, 3, 3, 3, 3, 5, 6]);
    expect(await db.user.count()).toBe(before);
    const bad = [new Uint8Array([0x50, 0x4b, 3, 4]), new Uint8Array([0xff, 0x00, 0xfe])];
    for (const bytes of bad) {
      await expect(importPeople(administrator, bytes)).rejects.toMatchObject({ reason: "invalid" });
    }
    expect(await importPeople(administrator, csv())).toMatchObject({ status: "refused" });
  });

  test("are the administrator's to load", async () => {
    const load = importPeople(aDistrictOfficer(), csv());
    await expect(load).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("the template is understood, once filled in", async () => {
    const [sheet] = templateSheets([]);
    if (!sheet) throw new Error("the template has a sheet");
    const rows = [["Lý Văn An", null, "Cán bộ", "0912345678", "Cán bộ đơn vị", "HL-06391"]];
    const table = await readTable(await writeWorkbook([{ ...sheet, rows }]));
    const { lines, errors } = readPeople(table);
    expect(errors).toEqual([]);
    expect(lines).toMatchObject([
      { row: 2, fullName: "Lý Văn An", username: "", role: "unit_staff", unit: "HL-06391" },
    ]);
  });

  test("sign-in names are never given twice, and always of the right form", () => {
    const unit = { id: "u", code: "X", name: "X", shortName: "X", aliases: [], home: "locality" };
    const name = fc.array(fc.constantFrom("Nguyễn", "Thị", "Đỗ", "Hà", "An", "Ý", "Ủ"), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        const table = names.map((words, index) => ({
          row: index + 2,
          cells: [words.join(" "), "", "", "", "Cán bộ đơn vị", "X"],
        }));
        const { lines } = readPeople([{ row: 1, cells: HEAD.split(";") }, ...table]);
        const given = { lines, units: [unit], taken: ["hant", "an"], newId: () => "id" };
        const { people, errors } = planPeople(given);
        expect(errors).toEqual([]);
        const made = people.map(({ username }) => username);
        expect(new Set([...made, "hant"]).size).toBe(made.length + 1);
        expect(made.every((one) => /^[a-z0-9]{3,40}$/.test(one))).toBe(true);
      }),
    );
  });
});
