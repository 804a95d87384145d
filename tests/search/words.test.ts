import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMarked, markText } from "@/lib/search/marks/rules";
import { searchAddress } from "@/lib/search/rules";
import { searchFilterSchema } from "@/lib/search/schema";
import { readQuestion, searchWords, tsqueries } from "@/lib/search/words/rules";

const joined = (parts: { text: string }[]) => parts.map(({ text }) => text).join("");
const found = (text: string, q: string, limit?: number) =>
  markText(text, readQuestion(q).words, limit)
    .filter((part) => part.found)
    .map((part) => part.text);

describe("a question", () => {
  test.each([
    ["12/UBND-VH", 12, "ubnd vh"],
    ["số 05/UBND-VH", 5, "ubnd vh"],
    ["Công văn số 12", 12, ""],
    ["cv 7/ubnd", 7, "ubnd"],
    ["12", 12, ""],
    ["3591/STTTT-TTCNS", 3591, "stttt ttcns"],
  ])("%s names a document", (q, number, symbol) => {
    expect(readQuestion(q)).toMatchObject({ number, symbol });
  });

  test("a number among other words is a word", () => {
    expect(readQuestion("trực 24/7").number).toBeUndefined();
    expect(readQuestion("trực 24/7").words).toEqual(["truc", "24", "7"]);
  });

  test.each([
    ["tin rác từ ngày 1/1/2025 đến ngày 20/01/2025", "2025-01-01", "2025-01-20"],
    ["tin rác tu 01-01-2025", "2025-01-01", undefined],
    ["tin rác đến hết ngày 20.1.2025", undefined, "2025-01-20"],
    ["tin rác từ ngày 31/2/2025", undefined, undefined],
  ])("%s is asked of a time", (q, from, to) => {
    const question = readQuestion(q);
    expect([question.from, question.to]).toEqual([from, to]);
    expect(question.words).toEqual(["tin", "rac"]);
  });

  test("a year stands apart from the words", () => {
    expect(readQuestion("trực Tết năm 2025")).toMatchObject({ words: ["truc", "tet"], year: 2025 });
    expect(readQuestion("năm 2025").words).toEqual([]);
  });

  test("whatever is typed becomes queries of letters, digits and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 200 }), (q) => {
        const { words } = readQuestion(q);
        expect(words.length).toBeLessThanOrEqual(16);
        const safe = /^'[a-z0-9 ]+'(:\*)?( & '[a-z0-9 ]+'(:\*)?)*$/;
        expect(tsqueries(words).filter((query) => !safe.test(query))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("the strictest reading comes first, and a half-typed word last", () => {
    expect(tsqueries(["tin", "rac"])).toEqual([
      "'tin rac'",
      "'tin rac':*",
      "'tin' & 'rac'",
      "'tin' & 'rac':*",
    ]);
    expect(tsqueries(["12"])).toEqual(["'12'"]);
  });

  test("its address reads back as itself", () => {
    const filter = searchFilterSchema.parse({ q: "tin rác & <b>", kind: "report", unit: "Yên" });
    const address = new URL(searchAddress(filter), "http://x");
    expect(searchFilterSchema.parse(Object.fromEntries(address.searchParams))).toEqual(filter);
    expect(searchFilterSchema.parse({ q: "a".repeat(10_000) }).q).toHaveLength(200);
    expect(searchFilterSchema.parse({ q: ["a", "b"], page: "-4", from: "hôm qua" })).toMatchObject({
      q: "",
      page: 1,
      from: undefined,
    });
  });
});

describe("marks", () => {
  test("words are marked however they are written", () => {
    for (const q of ["hoa thang", "hoà thắng", "HÒA THẮNG", "hòa thắng".normalize("NFD")]) {
      expect(found("UBND xã Hòa Thắng báo cáo", q), q).toEqual(["Hòa Thắng"]);
    }
    expect(found("Số 05/UBND-VH", "5/ubnd-vh")).toEqual(["05", "UBND", "VH"]);
    expect(found("Đường Đồng Đăng", "dong dan")).toEqual(["Đồng Đăng"]);
  });

  test("nothing of the text is lost or added, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string(), (text, q) => {
        const whole = text.normalize("NFC").replace(/\s+/g, " ").trim();
        expect(joined(markText(text, readQuestion(q).words))).toBe(whole);
      }),
    );
  });

  test("of a long text the passage is shown where the question was met", () => {
    const filler = "Thực hiện nhiệm vụ được giao. ".repeat(200);
    const parts = markText(`${filler} Xử lý tin rác, cuộc gọi rác. ${filler}`, ["tin", "rac"], 200);
    expect(parts.filter((part) => part.found).map(({ text }) => text)).toContain("tin rác");
    expect(joined(parts).length).toBeLessThanOrEqual(202);
    expect(isMarked(markText(filler, ["tin", "rac"], 200))).toBe(false);
  });

  test("a long text takes time in proportion", () => {
    const long = "an toàn thông tin mạng ".repeat(20_000);
    const start = performance.now();
    markText(long, ["an", "toan", "thong", "tin"], 200);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

test("the fold keeps letters and digits, and no leading zero", () => {
  expect(searchWords("Số 05/UBND-VH, ngày 05.01.2025; 24/7; 000")).toBe(
    "so 5 ubnd vh ngay 5 1 2025 24 7 0",
  );
});
