import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { importUnits, previewImport } from "@/lib/organization/import/commands";
import { aDistrictOfficer, anAdministrator } from "@/tests/support/actors";

const administrator = anAdministrator();
const importEntries = (userId: string) =>
  db.auditEntry.findMany({ where: { actorId: userId, action: "unit.import" } });

/** A file of a parent and its units under codes and kinds of its own. */
function aFile(units = 2) {
  const mark = randomUUID().slice(0, 8);
  const rows = Array.from(
    { length: units },
    (_, index) =>
      `${mark}-${index},UBND xã Số ${index},kind-${mark},${mark}-P,0205381${8000 + index}`,
  );
  const header = "code,name,kind,parent_code,phone";
  return { mark, text: [header, ...rows, `${mark}-P,Huyện ${mark},kind-${mark},,`].join("\n") };
}

describe("importing units", () => {
  test("loads, then changes nothing, then changes what differs", async () => {
    const actor = anAdministrator();
    const { mark, text } = aFile();
    const kind = `kind-${mark}`;
    expect(await importUnits(actor, text)).toEqual({
      status: "done",
      created: 3,
      updated: 0,
      unchanged: 0,
      newKinds: [kind],
    });
    const stored = await db.unit.findMany({
      where: { kindCode: kind },
      include: { parent: true },
      orderBy: { code: "asc" },
    });
    expect(stored.map(({ parent }) => parent?.name)).toEqual([
      `Huyện ${mark}`,
      `Huyện ${mark}`,
      undefined,
    ]);

    const again = { status: "done", created: 0, updated: 0, unchanged: 3, newKinds: [] };
    expect(await importUnits(actor, text)).toEqual(again);
    const changed = text.replace("Số 1", "Số Một").replace(",02053818000", ",");
    expect(await importUnits(actor, changed)).toEqual({ ...again, updated: 1, unchanged: 2 });
    // An empty cell leaves the stored phone as it was.
    const first = await db.unit.findFirstOrThrow({ where: { code: `${mark}-0` } });
    expect(first).toMatchObject({ phone: "02053818000", version: 1 });
    expect(await importEntries(actor.userId)).toHaveLength(3);
  });

  test("one wrong row, and nothing is loaded", async () => {
    const { mark, text } = aFile();
    const outcome = await importUnits(administrator, `${text}\n${mark}-X,Lạc,kind-${mark},KHÔNG,`);
    expect(outcome).toEqual({
      status: "refused",
      errors: [
        { row: 5, message: "Không tìm thấy cấp trên mã KHÔNG trong tệp hay trong danh mục." },
      ],
    });
    expect(await db.unit.count({ where: { code: { startsWith: mark } } })).toBe(0);
    expect(await db.unitKind.count({ where: { code: `kind-${mark}` } })).toBe(0);
  });

  test("what is wrong by itself and what does not fit are told together", async () => {
    const { mark, text } = aFile(1);
    const outcome = await importUnits(
      administrator,
      `${text}\n${mark}-X,,k,,\n,Vô danh,k,,\n${mark}-Y,Lạc,k,KHÔNG,`,
    );
    expect(outcome).toMatchObject({ status: "refused" });
    const rows = outcome.status === "refused" ? outcome.errors.map(({ row }) => row) : [];
    expect(rows).toEqual([4, 5, 6]);
  });

  test("a preview says what would happen and leaves no trace", async () => {
    const actor = anAdministrator();
    const { mark, text } = aFile();
    expect(await previewImport(actor, text)).toMatchObject({ status: "done", created: 3 });
    expect(await db.unit.count({ where: { code: { startsWith: mark } } })).toBe(0);
    expect(await importEntries(actor.userId)).toEqual([]);
  });

  test("is the administrator's alone", async () => {
    const { text } = aFile();
    const refused = { reason: "forbidden" };
    await expect(importUnits(aDistrictOfficer(), text)).rejects.toMatchObject(refused);
    await expect(previewImport(aDistrictOfficer(), text)).rejects.toMatchObject(refused);
  });

  test("a reorganisation comes as one file: codes pass on, history stays", async () => {
    const { mark, text } = aFile();
    await importUnits(administrator, text);
    const before = await db.unit.findMany({ where: { code: { startsWith: mark } } });
    const from = before[0]?.validFrom.toISOString().slice(0, 10);
    const merger = [
      "code,name,kind,valid_from,valid_to,successor_code",
      `${mark}-0,UBND xã Hợp Nhất,kind-${mark},2099-07-01,,`,
      `${mark}-0,UBND xã Số 0,kind-${mark},${from},2099-07-01,${mark}-0`,
      `${mark}-1,UBND xã Số 1,kind-${mark},,2099-07-01,${mark}-0`,
    ].join("\n");
    const counts = { status: "done", created: 1, updated: 2, unchanged: 0 };
    expect(await importUnits(administrator, merger)).toMatchObject(counts);
    const merged = await db.unit.findFirstOrThrow({
      where: { name: "UBND xã Hợp Nhất", code: `${mark}-0` },
      include: { predecessors: true },
    });
    expect(merged.predecessors.map(({ code }) => code).sort()).toEqual([`${mark}-0`, `${mark}-1`]);
    expect(await importUnits(administrator, merger)).toMatchObject({ unchanged: 3, updated: 0 });
  });

  test("the demo's file loads, under other codes", async () => {
    const demo = readFileSync("prisma/seed/units-huu-lung.csv", "utf8");
    const text = demo.replace(/\b(LS|HL)-/g, `${randomUUID().slice(0, 8)}-`);
    expect(await importUnits(administrator, text)).toMatchObject({ status: "done" });
  });

  test("thousands of units load, and the same file again changes nothing", async () => {
    const { text } = aFile(3_000);
    expect(await importUnits(administrator, text)).toMatchObject({ created: 3_001 });
    expect(await importUnits(administrator, text)).toMatchObject({ unchanged: 3_001 });
  });
});
