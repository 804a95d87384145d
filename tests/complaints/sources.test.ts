import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMessage, readMessages } from "@/lib/complaints/messages/rules";
import { actFor, readTarget } from "@/lib/complaints/requests/rules";
import { maskName, maskNumbersIn, timedId } from "@/lib/complaints/rules";
import { operatorOf, readPhone, readSource } from "@/lib/complaints/sources/rules";

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
const mobile = fc
  .tuple(fc.constantFrom("03", "05", "07", "08", "09"), digits(8))
  .map(([prefix, rest]) => prefix + rest);

/** The ways people and lists write one number. */
const spellings: ((number: string) => string)[] = [
  (number) => number,
  (number) => `+84${number.slice(1)}`,
  (number) => `84${number.slice(1)}`,
  (number) => `0084${number.slice(1)}`,
  (number) => `+84 (0)${number.slice(1)}`,
  (number) => `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`,
  (number) => `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`,
  (number) => `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`,
  (number) => number.slice(1),
];

describe("a source", () => {
  test("is the same number in every way of writing it", () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...spellings), (number, spell) => {
        expect(readSource(spell(number))).toEqual({ kind: "phone", value: number });
      }),
    );
  });

  test("read twice is as read once", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), mobile, fc.webUrl(), fc.emailAddress()), (text) => {
        const once = readSource(text);
        if (!once || once.kind === "other" || once.kind === "brandname") return;
        expect(readSource(once.value)).toEqual(once);
      }),
    );
  });

  test.each([
    ["01655123456", "0355123456"],
    ["+84 165 512 3456", "0355123456"],
    ["1655123456", "0355123456"],
    ["0120 3456789", "0703456789"],
    ["84 199 345 6789", "0593456789"],
    ["02053.818.657", "02053818657"],
    ["+1 202 555 0143", "+12025550143"],
  ])("%s is %s", (told, value) => {
    expect(readSource(told)).toEqual({ kind: "phone", value });
  });

  test.each([
    ["1900 6035", "short_code", "19006035"],
    ["5656", "short_code", "5656"],
    ["Vietcombank", "brandname", "VIETCOMBANK"],
    ["hxxps://vcb-tet[.]top/doi-diem/", "url", "vcb-tet.top/doi-diem"],
    ["http://www.VCB-Tet.top", "domain", "vcb-tet.top"],
    ["mailto:An@Lua.vn", "email", "an@lua.vn"],
    ["Trang Facebook bán vé máy bay", "other", "trang facebook bán vé máy bay"],
  ])("%s is a %s", (told, kind, value) => {
    expect(readSource(told)).toEqual({ kind, value });
  });

  test("that was not told is none", () => {
    expect(readSource("  ")).toBeNull();
    expect(readPhone("năm")).toBeNull();
  });

  test("belongs by its prefix to a telco", () => {
    expect(operatorOf("0986123456")).toBe("viettel");
    expect(operatorOf("0355123456")).toBe("viettel");
    expect(operatorOf("0912000111")).toBe("vnpt");
    expect(operatorOf("0903000111")).toBe("mobifone");
    expect(operatorOf("0593456789")).toBeNull();
  });
});

describe("a message to 5656 or 156", () => {
  const forms: ((mark: string, source: string, content: string) => string)[] = [
    (mark, source, content) => `${mark} [${source}] [${content}]`,
    (mark, source, content) => `${mark} (${source})(${content})`,
    (mark, source, content) => `${mark} (${source}) (${content})`,
    (mark, source, content) => `${mark} (${source} - ${content})`,
    (mark, source, content) => `${mark} ${source} ${content}`,
    (mark, source, content) => `${mark.toLowerCase()} ${source} - ${content}`,
    (mark, source, content) => `${mark}: ${source}, ${content}`,
  ];

  test("is read in every form that the press prints", () => {
    const kinds = { S: "spam_sms", V: "spam_call", LD: "scam_call" } as const;
    fc.assert(
      fc.property(
        fc.constantFrom("S", "V", "LD" as const),
        mobile,
        fc.constantFrom("Vay tiền nhanh 0% lãi", "giả danh công an, dọa bắt"),
        fc.constantFrom(...forms),
        (mark, number, content, form) => {
          expect(readMessage(form(mark, number, content))).toEqual({
            kind: kinds[mark as keyof typeof kinds],
            source: number,
            content,
          });
        },
      ),
    );
  });

  test("with spaces in its number, and with marks, is read too", () => {
    expect(readMessage("LĐ 0912 345 678 xưng là công an")).toMatchObject({
      kind: "scam_call",
      source: "0912 345 678",
      content: "xưng là công an",
    });
  });

  test("may be one of many pasted at once; what is none is passed over", () => {
    const found = readMessages(
      "S 0912345678 vay tiền\nV (0988777666) (mời đầu tư\nrất lãi)\nXin chào",
    );
    expect(found.map(({ source }) => source)).toEqual(["0912345678", "0988777666"]);
    expect(readMessage("Sao lâu thế")).toBeNull();
    expect(readMessage("")).toBeNull();
  });
});

describe("who complained", () => {
  test("is not told by a list", () => {
    const text = "Gọi lại cho tôi 0977 000 222, số kia là 0912345678";
    expect(maskNumbersIn(text, "0912345678")).toBe(
      "Gọi lại cho tôi 0977 ••• 222, số kia là 0912345678",
    );
    expect(maskName("Nông Thị Lan")).toBe("N. T. Lan");
  });
});

test("whatever a source is, what telcos are asked to do about it fits it", () => {
  const told = ["0912345678", "9029", "VIETCOMBANK", "vcb.top", "vcb.top/x", "a@vcb.top", "???"];
  for (const text of told) {
    const source = readSource(text);
    expect(source && readTarget(actFor(source), source.value)?.source, text).toEqual(source);
  }
  const bare = readSource("http://203.0.113.7/");
  expect(bare && [actFor(bare), readTarget(actFor(bare), bare.value)?.value]).toEqual([
    "block_ip",
    "203.0.113.7",
  ]);
});

test("a row's name is a version 7 id in the order of time, and of the rows made at once", () => {
  const random = fc
    .uint8Array({ minLength: 8, maxLength: 8 })
    .map((bytes) => Buffer.from(bytes).toString("hex"));
  fc.assert(
    fc.property(random, random, fc.nat(1_000_000), fc.nat(300_000), (one, other, later, nth) => {
      const at = new Date(1_700_000_000_000);
      const first = timedId(at, one, nth);
      expect(first).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(timedId(at, other, nth + 1) > first).toBe(true);
      expect(timedId(new Date(at.getTime() + 1 + later), other, nth) > first).toBe(true);
    }),
  );
});
