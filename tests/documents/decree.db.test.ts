import { describe, expect, test } from "vitest";
import { extractText } from "@/lib/documents/extraction/rules";
import { writeDocument } from "@/lib/documents/official/rules";
import { readPdf } from "@/tests/support/documents";
import { seedText, theIssuedSeed } from "@/tests/support/seed-directive";
import { readWord, type WordParagraph } from "@/tests/support/word";

type Place = "left" | "right" | "body";
type Rule = {
  what: string;
  text: RegExp;
  size: [least: number, most: number];
  bold?: boolean;
  italic?: boolean;
  align: "center" | "left" | "both";
  place: Place;
};

/** Nghị định 30/2020/NĐ-CP, Phụ lục I, the table of section V: what stands where, and how. */
const TABLE: Rule[] = [
  {
    what: "1 Quốc hiệu",
    text: /^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/,
    size: [12, 13],
    bold: true,
    align: "center",
    place: "right",
  },
  {
    what: "1 Tiêu ngữ",
    text: /^Độc lập - Tự do - Hạnh phúc$/,
    size: [13, 14],
    bold: true,
    align: "center",
    place: "right",
  },
  {
    what: "2 cơ quan ban hành, above",
    text: /^ỦY BAN NHÂN DÂN$/,
    size: [12, 13],
    bold: true,
    align: "center",
    place: "left",
  },
  {
    what: "2 cơ quan ban hành",
    text: /^HUYỆN HỮU LŨNG$/,
    size: [12, 13],
    bold: true,
    align: "center",
    place: "left",
  },
  {
    what: "3 số, ký hiệu",
    text: /^Số: 08\/UBND-VH$/,
    size: [13, 13],
    align: "center",
    place: "left",
  },
  {
    what: "4 địa danh, thời gian",
    text: /^Hữu Lũng, ngày 05 tháng 01 năm 2025$/,
    size: [13, 14],
    italic: true,
    align: "center",
    place: "right",
  },
  {
    what: "5b trích yếu công văn",
    text: /^V\/v bảo đảm an toàn thông tin mạng dịp tết Dương lịch 2025/,
    size: [12, 13],
    align: "center",
    place: "left",
  },
  { what: "9a Kính gửi", text: /^Kính gửi:$/, size: [13, 14], align: "left", place: "body" },
  {
    what: "9a nơi nhận văn bản",
    text: /^- UBND các xã, thị trấn\.$/,
    size: [13, 14],
    align: "left",
    place: "body",
  },
  {
    what: "6 nội dung",
    text: /^Thực hiện Công văn số 3591\/STTTT-TTCNS/,
    size: [13, 14],
    align: "both",
    place: "body",
  },
  {
    what: "6 khoản with a heading",
    text: /^2\. Các cơ quan, đơn vị, UBND các xã, thị trấn$/,
    size: [13, 14],
    bold: true,
    align: "left",
    place: "body",
  },
  {
    what: "7a quyền hạn",
    text: /^KT\. CHỦ TỊCH$/,
    size: [13, 14],
    bold: true,
    align: "center",
    place: "right",
  },
  {
    what: "7a chức vụ",
    text: /^PHÓ CHỦ TỊCH$/,
    size: [13, 14],
    bold: true,
    align: "center",
    place: "right",
  },
  {
    what: "7b họ tên",
    text: /^Trần Quốc Phong$/,
    size: [13, 14],
    bold: true,
    align: "center",
    place: "right",
  },
  {
    what: "9b Nơi nhận",
    text: /^Nơi nhận:$/,
    size: [12, 12],
    bold: true,
    italic: true,
    align: "left",
    place: "left",
  },
  {
    what: "9b the last of the list",
    text: /^- Lưu: VT, VH&TT\.$/,
    size: [11, 11],
    align: "left",
    place: "left",
  },
];

const placeOf = ({ cell }: WordParagraph): Place =>
  cell === null ? "body" : cell.column === 0 ? "left" : "right";

const within = (value: number, least: number, most: number) => {
  expect(value).toBeGreaterThanOrEqual(least - 0.1);
  expect(value).toBeLessThanOrEqual(most + 0.1);
};

let read: ReturnType<typeof readSeedOnce> | undefined;
/** Issued, written and opened once; each test looks at another part of it. */
const readSeed = () => {
  read ??= readSeedOnce();
  return read;
};

async function readSeedOnce() {
  const { paper: document } = await theIssuedSeed();
  return { document, ...(await readWord(await writeDocument(document, "docx"))) };
}

describe("the issued directive of Hữu Lũng as .docx, against Nghị định 30/2020", () => {
  test("is on A4 with the decree's margins, its page number 10 mm from the edge", async () => {
    const { paper, margins, firstPageApart } = await readSeed();
    within(paper.width, 210, 210);
    within(paper.height, 297, 297);
    within(margins.top, 20, 25);
    within(margins.bottom, 20, 25);
    within(margins.left, 30, 35);
    within(margins.right, 15, 20);
    within(margins.header, 8, margins.top - 5);
    expect(firstPageApart).toBe(true);
  });

  test.each(TABLE)("$what", async ({ text, size, bold, italic, align, place }) => {
    const { paragraphs } = await readSeed();
    const found = paragraphs.filter((one) => text.test(one.text));
    expect(found).toHaveLength(1);
    for (const one of found) {
      expect(one.align).toBe(align);
      expect(placeOf(one)).toBe(place);
      for (const run of one.runs) {
        within(run.size, ...size);
        expect(run.font).toBe("Times New Roman");
        expect([run.bold, run.italic]).toEqual([bold ?? false, italic ?? false]);
      }
    }
  });

  test("every word of it is in Times New Roman", async () => {
    const { paragraphs } = await readSeed();
    const fonts = new Set(paragraphs.flatMap(({ runs }) => runs.map(({ font }) => font)));
    expect([...fonts]).toEqual(["Times New Roman"]);
  });

  test("stands in the order of the decree's drawing, from the head to the foot", async () => {
    const { paragraphs } = await readSeed();
    const at = (what: string) => {
      const rule = TABLE.find((one) => one.what.startsWith(what));
      return paragraphs.findIndex((one) => rule?.text.test(one.text));
    };
    const order = ["2", "1 Quốc hiệu", "3", "5b", "4", "9a Kính", "6 nội", "6 khoản", "9b Nơi"];
    const places = [...order, "7a quyền", "7b"].map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    // What stands side by side is in one row: issuer and country, number and day, copies and signer.
    const rows = [
      ["2", "1 Quốc hiệu"],
      ["3", "4"],
      ["9b Nơi", "7a quyền"],
    ].map((pair) => pair.map((what) => paragraphs[at(what)]?.cell));
    for (const [left, right] of rows) {
      expect([left?.table, left?.row]).toEqual([right?.table, right?.row]);
    }
  });

  test("has a line under the issuer a third to a half as long, one under the motto as long as its words", async () => {
    const { paragraphs, columns } = await readSeed();
    const length = (below: RegExp) => {
      const index = paragraphs.findIndex(({ text }) => below.test(text));
      const rule = paragraphs[index + 1];
      expect(rule?.ruled).toBe(true);
      const { table = 0, column = 0 } = rule?.cell ?? {};
      return (columns[table]?.[column] ?? 0) - (rule?.inset ?? 0);
    };
    // `HUYỆN HỮU LŨNG` in 12 point bold is 39 mm, the column of the issuer 66 mm.
    within(length(/^HUYỆN HỮU LŨNG$/), 39 / 3, 66 / 2);
    within(length(/^Độc lập/), 54, 58);
  });

  test("sets its body in 1 to 1.27 cm, 6 points apart, in single to one and a half lines", async () => {
    const { paragraphs } = await readSeed();
    const body = paragraphs.filter(({ align, cell }) => align === "both" && cell === null);
    expect(body.length).toBeGreaterThanOrEqual(10);
    for (const { first, before, after, spacing } of body) {
      within(first, 10, 12.7);
      // Word takes the larger of the space below one and above the next.
      expect(Math.max(before, after)).toBeGreaterThanOrEqual(6);
      within(spacing, 1, 1.5);
    }
  });

  test("aligns the dashes of the addressees under the colon of Kính gửi", async () => {
    const { paragraphs } = await readSeed();
    const asked = paragraphs.find(({ text }) => text === "Kính gửi:");
    const named = paragraphs.filter(({ text, cell }) => cell === null && /^- .*huyện;$/.test(text));
    // The words are 18.6 mm of 14 point type; the colon is the last of them.
    for (const { left } of named) within(left, (asked?.left ?? 0) + 16, (asked?.left ?? 0) + 19);
    expect(named).toHaveLength(2);
  });

  test("numbers its pages in 13 to 14 point, centred in the top margin", async () => {
    const { files } = await readSeed();
    const header = Object.entries(files).filter(([name]) => /header\d\.xml$/.test(name));
    const [, numbered] = header.find(([, xml]) => xml.includes("PAGE")) ?? [];
    expect(numbered).toMatch(/<w:jc w:val="center"\/>/);
    expect(numbered).toMatch(/<w:sz w:val="28"\/>/);
    const empty = header.filter(([, xml]) => xml.replace(/<[^>]+>/g, "").trim() === "");
    expect(empty).toHaveLength(1);
  });
});

describe("nothing of the seed is lost", () => {
  const tight = (text: string) => text.normalize("NFC").replace(/\s+/g, "");
  /** Its lines without marks, with the number and the day it was given and `HÒA` as the decree has it. */
  const lines = seedText
    .replace(/[*]/g, "")
    .replace("CỘNG HOÀ", "CỘNG HÒA")
    .replace("Số: /", "Số: 08/")
    .replace("ngày tháng 01", "ngày 05 tháng 01")
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const from = lines.findIndex((line) => line.startsWith("Thực hiện Công văn"));
  const to = lines.findIndex((line) => line.endsWith("./."));

  test.each(["docx", "pdf"] as const)(
    "as .%s: every line is there, the body in one piece",
    async (form) => {
      const { document } = await readSeed();
      const bytes = await writeDocument(document, form);
      const text = form === "pdf" ? (await readPdf(bytes)).text : await wordText(bytes);
      const whole = tight(text);
      for (const line of lines) expect(whole).toContain(tight(line));
      expect(whole).toContain(tight(lines.slice(from, to + 1).join(" ")));
      expect(lines.length).toBeGreaterThan(30);
    },
  );

  async function wordText(bytes: Buffer) {
    return extractText({ name: "van-ban.docx", bytes: new Uint8Array(bytes) });
  }
});
