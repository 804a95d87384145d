import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planImport } from "@/lib/organization/import/plan/rules";
import { decodeText, readUnitLines } from "@/lib/organization/import/rules";
import type { StoredUnit } from "@/lib/organization/import/schema";

const messages = (text: string) =>
  readUnitLines(text).errors.map(({ row, message }) => [row, message]);

const file = (...lines: string[]) => ["code,name,kind", ...lines].join("\n");

function plan(text: string, stored: StoredUnit[] = []) {
  const { lines, errors } = readUnitLines(text);
  expect(errors).toEqual([]);
  let next = 0;
  return planImport({ lines, stored, today: "2025-01-05", newId: () => `new-${++next}` });
}

const held = (overrides: Partial<StoredUnit> & { id: string; code: string }): StoredUnit => ({
  parentId: null,
  validFrom: "2024-12-01",
  validTo: null,
  ...overrides,
});

describe("reading units.csv", () => {
  test("reads the demo's organisation", () => {
    const { lines, errors } = readUnitLines(readFileSync("prisma/seed/units-huu-lung.csv", "utf8"));
    expect(errors).toEqual([]);
    expect(lines).toHaveLength(42);
    expect(lines.find(({ code }) => code === "HL-06385")).toMatchObject({
      name: "UBND thị trấn Hữu Lũng",
      shortName: "Thị trấn Hữu Lũng",
      kindCode: "commune",
      parentCode: "HL-UBND",
    });
  });

  test("header in any order, byte order mark, semicolons, CRLF, NFD and blank lines", () => {
    const text = `\uFEFFname;kind;code;aliases\r\n"UBND xã Hòa; Lạc";commune;06430;Xã A| Xã B |\r\n\r\n`;
    for (const form of [text, text.normalize("NFD"), text.replace(/\r\n/g, "\n")]) {
      const { lines, errors } = readUnitLines(form);
      expect(errors).toEqual([]);
      expect(lines).toMatchObject([
        { row: 2, code: "06430", name: "UBND xã Hòa; Lạc", aliases: ["Xã A", "Xã B"] },
      ]);
    }
  });

  test("names every wrong row in words", () => {
    const text = [
      "code,name,kind,phone,valid_from,valid_to,parent_code",
      "A,,commune,,,,",
      "B,Đơn vị B,commune,12ab,,,",
      "C,Đơn vị C,commune,,2025-02-30,,",
      "D,Đơn vị D,commune,,01/07/2025,30/06/2025,",
      "E,Đơn vị E,commune,,,,E",
      `F,${"x".repeat(201)},commune,,,,,thừa`,
    ].join("\n");
    expect(messages(text)).toEqual([
      [2, "Thiếu tên đơn vị (cột name)."],
      [3, "Số điện thoại “12ab” không đúng dạng."],
      [4, "Ngày bắt đầu “2025-02-30” không phải là ngày (ví dụ 2025-07-01)."],
      [5, "Ngày thôi hoạt động phải sau ngày bắt đầu."],
      [6, "Đơn vị không thể là cấp trên của chính nó."],
      [7, "Có 8 ô, dòng tên cột chỉ có 7."],
      [7, "Tên đơn vị dài hơn 200 ký tự."],
    ]);
  });

  test("a file that is no list of units is told so", () => {
    expect(messages("")).toEqual([[null, expect.stringContaining("Tệp trống")]]);
    expect(messages("xin chào")).toContainEqual([1, "Thiếu cột code."]);
    expect(messages("code,name,kind,colour\n")).toEqual([[1, "Không rõ cột “colour”."]]);
    expect(messages("code,name,kind\n")).toEqual([
      [null, expect.stringContaining("chưa có đơn vị")],
    ]);
    expect(messages('code,name,kind\nA,"B,c')).toHaveLength(1);
    expect(messages("x".repeat(6_000_000))).toEqual([[null, "Tệp lớn hơn 5 MB."]]);
  });

  test("bytes of UTF-8 and UTF-16 are text, others are refused", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("mã,tên", "utf16le")]);
    expect(decodeText(utf16)).toBe("mã,tên");
    expect(decodeText(Buffer.from("\uFEFFmã"))).toBe("mã");
    expect(decodeText(Buffer.from([0x63, 0xe3, 0x28]))).toBeNull();
  });

  test("any text at all is read without throwing", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("code", "name", "kind", '"', ";", "\t", "|"),
    );
    const lines = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          lines.map((rows) => rows.map((row) => row.join(",")).join("\n")),
        ),
        (text) => {
          for (const header of ["", "code,name,kind,valid_from,aliases\n"]) {
            const reading = readUnitLines(header + text);
            planImport({ lines: reading.lines, stored: [], today: "2025-01-05", newId: () => "x" });
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 20_000);

  test("what is written is read back", () => {
    const sign = fc.constantFrom(...'aăâđeêôơưHÒaỵ&;,"-().');
    const word = fc.string({ unit: sign, minLength: 1, maxLength: 20 }).map((text) => `x${text}`);
    const unit = fc.record({
      name: word,
      aliases: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1 }),
        fc.constantFrom(",", ";", "\t"),
        (units, sign) => {
          const rows = units.map(({ name, aliases }, index) =>
            [`C${index}`, quoted(name), "commune", quoted(aliases.join("|"))].join(sign),
          );
          const text = [["code", "name", "kind", "aliases"].join(sign), ...rows].join("\r\n");
          const { lines, errors } = readUnitLines(text);
          expect(errors).toEqual([]);
          expect(lines.map(({ name, aliases }) => ({ name, aliases }))).toEqual(units);
        },
      ),
    );
  });
});

describe("placing the lines", () => {
  test("without a day the line means today's unit; with one, the unit of that day", () => {
    const stored = [
      held({ id: "old", code: "06400", validFrom: "2020-01-01", validTo: "2024-12-01" }),
      held({ id: "now", code: "06400" }),
    ];
    expect(plan(file("06400,Yên Thịnh,commune"), stored).units[0]).toMatchObject({ id: "now" });
    const dated = plan("code,name,kind,valid_from\n06400,Cũ,commune,2020-01-01", stored);
    expect(dated.units[0]).toMatchObject({ id: "old" });
    expect(dated.created).toBe(0);
  });

  test("a reused code closes one unit and opens the next in the same file", () => {
    const text = [
      "code,name,kind,valid_from,valid_to,successor_code",
      "06400,UBND xã Hữu Liên,commune,2025-07-01,,",
      "06400,UBND xã Yên Thịnh,commune,2024-12-01,2025-07-01,06400",
      "06388,UBND xã Hữu Liên,commune,2024-12-01,2025-07-01,06400",
    ].join("\n");
    const { units, errors, created } = plan(text, [held({ id: "a", code: "06400" })]);
    expect(errors).toEqual([]);
    expect(created).toBe(2);
    const opened = units[0]?.id;
    expect(units.slice(1).map(({ successorId }) => successorId)).toEqual([opened, opened]);
    expect(units[1]).toMatchObject({ id: "a", validTo: "2025-07-01" });
  });

  test("what does not fit together is said by row", () => {
    const header = "code,name,kind,parent_code,valid_from,valid_to,successor_code";
    const rows = [
      "A,A,k,B,,,",
      "B,B,k,C,,,",
      "C,C,k,A,,,",
      "D,D,k,không-có,,,",
      "E,E,k,,,,F",
      "F,F,k,,,2025-07-01,G",
      "S,S,k,,2025-07-01,,",
      "D,D hai,k,,,,",
    ];
    const { errors } = plan([header, ...rows].join("\n"), [held({ id: "s", code: "S" })]);
    expect(errors.map(({ row, message }) => [row, message])).toEqual([
      [2, "Cấp trên đi vòng: A → B → C → A."],
      [5, "Không tìm thấy cấp trên mã không-có trong tệp hay trong danh mục."],
      [6, "Có đơn vị kế thừa thì phải có ngày thôi hoạt động (valid_to)."],
      [7, "Không có đơn vị mã G đang hoạt động vào ngày 01/07/2025 để kế thừa."],
      [8, expect.stringContaining("Mã S đang thuộc đơn vị có từ 01/12/2024")],
      [9, "Mã D đã có ở dòng 5 trong cùng thời gian."],
    ]);
  });
});
