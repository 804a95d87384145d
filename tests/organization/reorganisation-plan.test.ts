import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUnitLines } from "@/lib/organization/import/rules";
import { planSuccession } from "@/lib/organization/reorganisation/placing/rules";
import { planRows, readPlan } from "@/lib/organization/reorganisation/rules";
import type { PlanRow, PlanUnit } from "@/lib/organization/reorganisation/schema";

const DAY = "2025-07-01";
const text = readFileSync("tests/fixtures/reorganisation/huu-lung-2025-07-01.json", "utf8");
const csv = readFileSync("prisma/seed/units-huu-lung.csv", "utf8");

/** The demo's organisation as it stands before the day. */
const units: PlanUnit[] = readUnitLines(csv).lines.map((line) => ({
  ...line,
  id: line.code,
  shortName: line.shortName ?? line.name,
  aliases: line.aliases ?? [],
  parentId: line.parentCode,
  validFrom: line.validFrom ?? "2024-12-01",
  validTo: line.validTo,
}));

const rowsOf = (json: string) => readPlan(json).file?.units ?? [];

function plan(rows: PlanRow[], around = units) {
  let next = 0;
  return planSuccession({ rows, units: around, day: DAY, newId: () => `new-${next++}` });
}

const aUnit = (code: string, name: string, overrides: Partial<PlanUnit> = {}): PlanUnit => ({
  id: code,
  code,
  name,
  shortName: name,
  aliases: [],
  kindCode: "commune",
  parentId: null,
  phone: null,
  validFrom: "2024-12-01",
  validTo: null,
  ...overrides,
});
const into = (code: string, name: string, successorCode: string, successorName: string) => ({
  code,
  name,
  successorCode,
  successorName,
});

describe("the reorganisation of 01/07/2025 on the district's units", () => {
  const succession = plan(rowsOf(text));

  test("makes eight communes of twenty-three, and touches nothing else", () => {
    expect(succession.errors).toEqual([]);
    expect(succession.ending).toHaveLength(23);
    expect(succession.created.map(({ code, name }) => `${code} ${name}`).sort()).toEqual([
      "HL-06385 UBND xã Hữu Lũng",
      "HL-06391 UBND xã Yên Bình",
      "HL-06400 UBND xã Hữu Liên",
      "HL-06415 UBND xã Vân Nham",
      "HL-06427 UBND xã Cai Kinh",
      "HL-06436 UBND xã Thiện Tân",
      "HL-06445 UBND xã Tân Thành",
      "HL-06457 UBND xã Tuấn Sơn",
    ]);
    expect(succession.created.every(({ parentId }) => parentId === "HL-UBND")).toBe(true);
    expect(succession.ending.every(({ unit }) => unit.kindCode === "commune")).toBe(true);
  });

  test("a code that goes over to another name is another unit", () => {
    const heirOf = (code: string) =>
      succession.ending.find(({ unit }) => unit.code === code)?.successor;
    // 06400 was Yên Thịnh and becomes Hữu Liên, which had been 06388.
    expect(heirOf("HL-06400")).toEqual(heirOf("HL-06388"));
    expect(heirOf("HL-06400")).toMatchObject({ name: "UBND xã Hữu Liên", created: true });
    expect(heirOf("HL-06433")).toMatchObject({ name: "UBND xã Vân Nham" });
    expect(heirOf("HL-06415")).toEqual(heirOf("HL-06433"));
  });
});

describe("a plan that does not fit", () => {
  test("is told by row: unknown, half matching, twice, without a whole successor", () => {
    const rows = [
      into("09999", "Xã Không Có", "1", "Xã A"),
      into("06400", "Xã Hữu Liên", "06400", "Xã Hữu Liên"),
      into("06388", "Xã Hữu Liên", "06400", "Xã Hữu Liên"),
      into("HL-06388", "UBND xã Hữu Liên", "06400", "Xã Hữu Liên"),
      { code: "06391", name: "Xã Yên Bình", successorCode: "06391" },
      into("06394", "Xã Quyết Thắng", "06400", "Xã Khác"),
    ];
    const said = plan(rows).errors.map(({ row, message }) => `${row}: ${message}`);
    expect(said).toEqual([
      expect.stringMatching(/^1: Không có “Xã Không Có” mang mã 09999/),
      expect.stringMatching(/^2: .*Mã này đang thuộc UBND xã Yên Thịnh/),
      expect.stringMatching(/^3: Mã HL-06400 vẫn thuộc UBND xã Yên Thịnh/),
      expect.stringMatching(/^4: UBND xã Hữu Liên đã có ở dòng 3/),
      expect.stringMatching(/^5: Đơn vị kế thừa phải có cả mã và tên/),
      expect.stringMatching(/^6: Mã kế thừa 06400 có hai tên/),
    ]);
  });

  test("never throws, whatever the file holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
        const { file, errors } = readPlan(any);
        expect(file === null).toBe(errors.length > 0);
      }),
    );
  });

  test("the order of its rows does not make another plan", () => {
    const file = readPlan(text).file;
    if (!file) throw new Error("the fixture is a plan");
    fc.assert(
      fc.property(fc.shuffledSubarray(file.units, { minLength: 23 }), (shuffled) => {
        expect(planRows({ ...file, units: shuffled })).toEqual(planRows(file));
      }),
    );
  });
});

describe("who takes over", () => {
  test("alone with its own code and name it goes on; without a successor it is untouched", () => {
    const { ending, created, continuing } = plan([
      into("06391", "Xã Yên Bình", "06391", "Xã Yên Bình"),
      { code: "06394", name: "Xã Quyết Thắng" },
    ]);
    expect({ ending, created }).toEqual({ ending: [], created: [] });
    expect(continuing.map(({ code }) => code)).toEqual(["HL-06391", "HL-06394"]);
  });

  test("a unit that is not in the plan takes others in and goes on", () => {
    const { ending, created, continuing } = plan([
      into("06394", "Xã Quyết Thắng", "06391", "Xã Yên Bình"),
    ]);
    expect(created).toEqual([]);
    expect(ending[0]?.successor).toEqual({
      id: "HL-06391",
      name: "UBND xã Yên Bình",
      created: false,
    });
    expect(continuing.map(({ code }) => code)).toEqual(["HL-06391"]);
  });

  test("a district ends only where it is named; its communes stand under what follows", () => {
    const tree = [
      aUnit("H", "UBND huyện Hữu Lũng", { kindCode: "district" }),
      aUnit("1", "UBND xã A", { parentId: "H" }),
      aUnit("2", "UBND xã B", { parentId: "H" }),
    ];
    const named = plan(
      [
        into("H", "UBND huyện Hữu Lũng", "K", "Khu vực 5"),
        into("1", "Xã A", "3", "Xã C"),
        into("2", "Xã B", "3", "Xã C"),
      ],
      tree,
    );
    const district = named.created.find(({ name }) => name === "UBND khu vực 5");
    expect(named.created.find(({ code }) => code === "3")?.parentId).toBe(district?.id);
    const unnamed = plan([into("1", "Xã A", "3", "Xã C")], tree);
    expect(unnamed.created[0]?.parentId).toBe("H");
  });

  test("a district does not go into what lies deep below it", () => {
    const tree = [
      aUnit("H", "Huyện"),
      aUnit("P", "Phòng", { parentId: "H" }),
      aUnit("T", "Tổ", { parentId: "P" }),
    ];
    expect(plan([into("H", "Huyện", "T", "Tổ")], tree).errors[0]?.message).toMatch(/trực thuộc/);
    expect(plan([into("H", "Huyện", "P", "Phòng")], tree).errors).toEqual([]);
  });

  test("every unit ends once, into one that does not end", () => {
    const codes = fc.integer({ min: 1, max: 8 }).map(String);
    const few = Array.from({ length: 8 }, (_, index) => aUnit(`${index + 1}`, `Xã ${index + 1}`));
    const row = fc.record({ from: codes, to: codes, name: codes });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ from }) => from }), (wanted) => {
        const rows = wanted.map(({ from, to, name }) => into(from, `Xã ${from}`, to, `Xã ${name}`));
        const { ending, created, continuing } = plan(rows, few);
        const gone = ending.map(({ unit }) => unit.id);
        expect(new Set(gone).size).toBe(gone.length);
        expect(ending.every(({ successor }) => !gone.includes(successor.id))).toBe(true);
        expect(continuing.every(({ id }) => !gone.includes(id))).toBe(true);
        expect(created.every(({ id }) => ending.some((e) => e.successor.id === id))).toBe(true);
      }),
    );
  });
});
