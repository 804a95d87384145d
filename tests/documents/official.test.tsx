import fc from "fast-check";
import mammoth from "mammoth";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { OfficialPaper } from "@/components/documents/official-paper";
import { layOut, saidBy } from "@/lib/documents/official/layout/rules";
import { writePdf } from "@/lib/documents/official/pdf/rules";
import type { Block, Column, OfficialDocument } from "@/lib/documents/official/schema";
import { writeWord } from "@/lib/documents/official/word/rules";
import { readPdf, unzipped } from "@/tests/support/documents";

const blank: OfficialDocument = {
  title: "Công văn 05/UBND-VH",
  issuer: "Ủy ban nhân dân huyện Hữu Lũng",
  number: 5,
  symbol: "UBND-VH",
  place: "Hữu Lũng",
  date: "2025-01-05",
  type: null,
  subject: "bảo đảm an toàn thông tin mạng dịp tết Nguyên đán Ất Tỵ",
  addressees: ["Công an huyện", "UBND các xã, thị trấn"],
  body: [],
  closed: true,
  copies: ["Như trên;", "Lưu: VT, VH&TT."],
  signatures: [{ authority: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Trần Quốc Phong" }],
  annexes: [],
};

const tight = (text: string) => text.normalize("NFC").replace(/\s+/g, "");
const said = (document: OfficialDocument) => saidBy(layOut(document)).join(" ");

async function wordText(document: OfficialDocument) {
  const { value } = await mammoth.extractRawText({ buffer: await writeWord(document) });
  return value;
}

const pageText = (document: OfficialDocument) =>
  renderToStaticMarkup(<OfficialPaper document={document} />)
    .replace(/<caption[\s\S]*?<\/caption>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

const LETTERS =
  "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđbcdghklmnpqrstvx";
const SIGNS = "0123456789.,;:-–/()“”&%+@#'\"<>₫";
const letter = fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase(), ...SIGNS);
const word = fc.array(letter, { minLength: 1, maxLength: 14 }).map((signs) => signs.join(""));
const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((list) => list.join(" "));
/** Some type their marks apart, some press Enter in the middle. */
const text = fc
  .tuple(words, words, fc.constantFrom(" ", "\n", "\r\n", "\t", "\u00a0"), fc.boolean())
  .map(([one, two, between, apart]) => (apart ? one.normalize("NFD") : one) + between + two);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), level: fc.constantFrom(1, 2), text: words }),
  fc.record({ kind: fc.constant("paragraph" as const), text, italic: fc.boolean() }),
  fc.record({ kind: fc.constant("paragraph" as const), text, lead: words }),
  fc.record({ kind: fc.constant("point" as const), mark: fc.constantFrom("a)", "đ)", "-"), text }),
  fc.record({
    kind: fc.constant("field" as const),
    label: words,
    value: fc.option(text, { nil: null }),
  }),
  fc.record({
    kind: fc.constant("choices" as const),
    label: words,
    options: fc.array(fc.record({ text: words, chosen: fc.boolean() }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant("table" as const),
    caption: words,
    columns: fc.constant<Column[]>([
      { title: "STT", width: 1 },
      { title: "Đơn vị", width: 4 },
      { title: "Nội dung", width: 6 },
    ]),
    rows: fc.array(
      fc.tuple(word, words, text).map((cells): string[] => cells),
      { maxLength: 12 },
    ),
  }),
);

const document: fc.Arbitrary<OfficialDocument> = fc.record({
  title: words,
  issuer: words,
  number: fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: null }),
  symbol: fc.constantFrom("UBND-VH", "BC-UBND", ""),
  place: fc.constantFrom("Hữu Lũng", ""),
  date: fc.constantFrom("2025-01-05", "2019-06-29", null),
  stamp: fc.constantFrom("KHẨN", "HỎA TỐC", undefined),
  type: fc.constantFrom("BÁO CÁO", null),
  subject: words,
  addressees: fc.array(words, { maxLength: 4 }),
  body: fc.array(block, { maxLength: 8 }),
  closed: fc.boolean(),
  copies: fc.array(words, { maxLength: 4 }),
  signatures: fc.array(
    fc.record({
      authority: fc.array(words, { maxLength: 3 }),
      name: fc.oneof(words, fc.constant("")),
    }),
    { maxLength: 2 },
  ),
  annexes: fc.array(
    fc.record({ title: words, body: fc.array(block, { maxLength: 3 }), landscape: fc.boolean() }),
    { maxLength: 2 },
  ),
});

describe("a document in its three forms", () => {
  test("says the same in Word, in PDF and on the print page, whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(document, async (any) => {
        const expected = tight(said(any));
        expect(tight(await wordText(any))).toBe(expected);
        expect(tight((await readPdf(await writePdf(any))).text)).toBe(expected);
        expect(tight(pageText(any))).toBe(expected);
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  test("keeps the words apart that are apart, across lines that are stretched", async () => {
    const sentence = "Đề nghị Thủ trưởng các cơ quan, đơn vị chỉ đạo, triển khai thực hiện nghiêm";
    const body: Block[] = [{ kind: "paragraph", text: `${sentence}. `.repeat(20) }];
    const { text: read } = await readPdf(await writePdf({ ...blank, body, closed: false }));
    expect(read.replace(/\s+/g, " ").match(new RegExp(sentence, "g"))).toHaveLength(20);
  });
});

describe("the head, by Nghị định 30/2020", () => {
  const lines = (change: Partial<OfficialDocument>) => saidBy(layOut({ ...blank, ...change }));

  test("a công văn states its subject after V/v, a named document its type", () => {
    expect(lines({})).toContain(`V/v ${blank.subject}`);
    const report = lines({ type: "Báo cáo", subject: "Kết quả thực hiện" });
    expect(report).toContain("BÁO CÁO");
    expect(report.join()).not.toContain("V/v");
  });

  test("numbers below ten and days, months one and two carry a zero", () => {
    expect(lines({})).toContain("Số: 05/UBND-VH");
    expect(lines({})).toContain("Hữu Lũng, ngày 05 tháng 01 năm 2025");
    expect(lines({ date: "2019-06-29" })).toContain("Hữu Lũng, ngày 29 tháng 6 năm 2019");
  });

  test("what is not known yet is left to be written by hand", () => {
    const draft = lines({ number: null, date: null, signatures: [{ authority: [], name: "" }] });
    expect(draft).toContain("Số: ……/UBND-VH");
    expect(draft).toContain("Hữu Lũng, ngày …… tháng …… năm ……");
    expect(draft.at(-1)).toMatch(/^…+$/);
  });

  test("one addressee stands on the line, several below it, the last with a full stop", () => {
    expect(lines({ addressees: ["Công an huyện;"] })).toContain("Kính gửi: Công an huyện");
    expect(lines({})).toContain("- Công an huyện;");
    expect(lines({})).toContain("- UBND các xã, thị trấn.");
  });

  test("the last words end with ./. once, whatever they ended with", () => {
    for (const end of ["", ".", ";", "./.", " ./. "]) {
      const body: Block[] = [{ kind: "paragraph", text: `Triển khai thực hiện${end}` }];
      expect(lines({ body })).toContain("Triển khai thực hiện./.");
    }
  });
});

describe("the PDF", () => {
  const table = (rows: number): Block => ({
    kind: "table",
    caption: "Các đơn vị",
    columns: [
      { title: "Số thứ tự", width: 2 },
      { title: "Đơn vị", width: 5 },
    ],
    rows: Array.from({ length: rows }, (_, index) => [`dòng ${index + 1}`, "Xã Yên Bình"]),
  });

  test("is tagged, in Vietnamese, has its title and all of its fonts inside", async () => {
    const bytes = await writePdf({ ...blank, body: [table(3)] });
    const { fonts, language, marked, title, roles } = await readPdf(bytes);
    expect({ language, marked, title }).toEqual({
      language: "vi-VN",
      marked: true,
      title: "Công văn 05/UBND-VH",
    });
    for (const role of ["Document", "P", "Table", "TR", "TH", "TD"]) expect(roles).toContain(role);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos/);
    expect(embeddedFontFiles(bytes)).toBeGreaterThanOrEqual(fonts.length);
  });

  test("shows page numbers from the second page on, and each annex counts anew", async () => {
    const annexes = [{ title: "Danh sách", body: [table(60)] }];
    const { numbers } = await readPdf(await writePdf({ ...blank, body: [table(90)], annexes }));
    expect(numbers).toEqual([null, "2", "3", null, "2"]);
  });

  test("repeats the head of a table on each page, where no one hears it twice", async () => {
    const { pages, heads } = await readPdf(await writePdf({ ...blank, body: [table(120)] }));
    expect(pages.length).toBeGreaterThan(2);
    expect(heads.filter((artifacts) => artifacts.includes("Đơn vị"))).toHaveLength(
      pages.length - 1 - (pages.at(-1)?.includes("dòng") ? 0 : 1),
    );
    expect(pages.join("").match(/Số thứ tự/g)).toHaveLength(1);
  });

  test("a signature never stands on a page alone", async () => {
    for (let rows = 20; rows < 45; rows += 2) {
      const body: Block[] = [
        table(rows),
        { kind: "paragraph", text: "Đề nghị các đơn vị thực hiện" },
      ];
      const { pages } = await readPdf(await writePdf({ ...blank, body }));
      expect(pages.at(-1)).toContain("Đề nghị các đơn vị thực hiện./.");
      expect(pages.at(-1)).toContain("Trần Quốc Phong");
    }
  }, 60_000);

  test("nothing is drawn outside the margins: long names, long words, a row longer than a page", async () => {
    const name = "Nguyễn Thị Phương ".repeat(9).trim();
    const cell = "Chủ động giám sát, rà soát. ".repeat(400);
    const columns = [
      { title: "Tên", width: 1 },
      { title: "Nội dung", width: 2 },
    ];
    const long: OfficialDocument = {
      ...blank,
      issuer: name,
      subject: name,
      signatures: [{ authority: [name], name }],
      body: [
        { kind: "field", label: "Tệp", value: "x".repeat(300) },
        { kind: "table", caption: "Dài", columns, rows: [[name, cell]] },
      ],
    };
    const { edges, text } = await readPdf(await writePdf(long));
    expect(edges.left).toBeGreaterThanOrEqual(29.5);
    expect(edges.right).toBeLessThanOrEqual(195.5);
    expect(edges.bottom).toBeLessThanOrEqual(277.5);
    expect(tight(text)).toBe(tight(said(long)));
  });
});

/** Fonts whose bytes lie in the file; pdfkit writes its dictionaries in the open. */
function embeddedFontFiles(bytes: Buffer) {
  return bytes.toString("latin1").match(/\/FontFile2 /g)?.length ?? 0;
}

describe("the Word file", () => {
  test("has margins of the decree, a first page without number and headings Word knows", async () => {
    const body: Block[] = [{ kind: "heading", level: 2, text: "1. Công an huyện" }];
    const files = await unzipped(await writeWord({ ...blank, body }));
    const xml = files["word/document.xml"] ?? "";
    // Twentieths of a point: 20 mm, 15 mm, 20 mm and 30 mm.
    const [, margins] = /<w:pgMar ([^>]+) w:header/.exec(xml) ?? [];
    expect(margins).toBe('w:top="1133" w:right="850" w:bottom="1133" w:left="1700"');
    expect(/<w:titlePg\/>/.test(xml)).toBe(true);
    expect(/w:val="Heading1"/.test(xml)).toBe(true);
    expect(files["word/styles.xml"]).toContain('w:lang w:val="vi-VN"');
    expect(files["docProps/core.xml"]).toContain("Công văn 05/UBND-VH");
  });

  test("repeats the head of a table", async () => {
    const columns = [{ title: "Đơn vị", width: 1 }];
    const body: Block[] = [{ kind: "table", caption: "Đơn vị", columns, rows: [["Xã Yên Bình"]] }];
    const files = await unzipped(await writeWord({ ...blank, body }));
    expect(files["word/document.xml"]).toContain("<w:tblHeader/>");
  });
});
