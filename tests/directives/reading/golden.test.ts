import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDirective } from "@/lib/directives/reading/rules";
import { directiveContentSchema } from "@/lib/directives/reading/schema";
import { extractText } from "@/lib/documents/extraction/rules";

const FOLDER = "tests/fixtures/directives";
const documents = readdirSync(FOLDER).filter((name) => !name.endsWith(".json"));
const expected = (name: string) =>
  JSON.parse(readFileSync(`${FOLDER}/${name.replace(/\.\w+$/, "")}.json`, "utf8"));

function contentOf(text: string) {
  const reading = readDirective(text);
  return reading && directiveContentSchema.parse(reading);
}

describe("directives of many kinds and issuers", () => {
  test.each(documents)("%s is read as it stands", async (name) => {
    const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}`));
    expect(contentOf(await extractText({ name, bytes }))).toEqual(expected(name));
  });
});

const seed = readFileSync(`${FOLDER}/huu-lung-2025.md`, "utf8");
const plain = seed.replace(/\*/g, "").replace(/ +$/gm, "");
const tight = plain.replace(/\n{2,}/g, "\n");
const headless = plain.slice(plain.indexOf("V/v"));
const toneless = (content: unknown) =>
  JSON.parse(JSON.stringify(content).replace(/hoà/g, "hòa").replace(/hoá/g, "hóa"));

const wrapped = (text: string, width: number) =>
  text
    .split("\n")
    .map((line) => line.replace(new RegExp(`(?=.{${width}})(.{1,${width}}) `, "g"), "$1\n"))
    .join("\n");

const head = (lines: string[]) => [...lines, headless].join("\n");
const tail = (lines: string[]) => [plain.slice(0, plain.indexOf("Nơi nhận")), ...lines].join("\n");

const DRESSES: Record<string, string> = {
  "with marks apart": seed.normalize("NFD"),
  "with Windows line ends": seed.replace(/\n/g, "\r\n"),
  "with old Macintosh line ends": seed.replace(/\n/g, "\r"),
  "with a byte order mark": `\ufeff${seed}`,
  "with marks apart and Windows line ends": seed.normalize("NFD").replace(/\n/g, "\r\n"),
  "as plain text": plain,
  "without empty lines": tight,
  "with every line a paragraph": tight.replace(/\n/g, "\n\n"),
  "broken at 100 letters": wrapped(tight, 100),
  "broken at 72 letters": wrapped(plain, 72),
  "with words broken by hyphens": tight
    .replace("STTTT-TTCNS", "STTTT-\nTTCNS")
    .replace("internet", "inter-\nnet")
    .replace("24/7; Mỗi", "24/7; Mỗ\u00adi"),
  "with a page number in a sentence": wrapped(tight, 90).replace("toàn bộ", "\n- 2 -\n\ntoàn bộ"),
  "with hard blanks": seed.replace(/ /g, "\u00a0"),
  "with blanks of no width": seed.replace(/ /g, " \u200b"),
  "in the old school of tones": seed.replace(/hóa/g, "hoá").replace(/ỦY/g, "UỶ"),
  "with long dashes": seed.replace(/^- /gm, "– "),
  "with points": seed.replace(/^- /gm, "• "),
  "with pluses": seed.replace(/^- /gm, "+ "),
  "with stars": seed.replace(/^- /gm, "* "),
  "with dashes before tabs": plain.replace(/^- /gm, "\t-\t"),
  "with escaped signs": seed.replace(/^- /gm, "\\- ").replace(/\*\*(\d)\./g, "**$1\\."),
  "in Roman numerals": seed
    .replace("**1.", "**I.")
    .replace("**2.", "**II.")
    .replace("**3.", "**III."),
  "in letters": seed.replace("**1.", "**a)").replace("**2.", "**b)").replace("**3.", "**c)"),
  "in numbers with a slash": seed.replace(/\*\*(\d)\./g, "**$1/"),
  "in articles": seed.replace(/\*\*(\d)\./g, "**Điều $1."),
  "with headings that end in a colon": plain.replace(/^(\d\. .*)$/gm, "$1:"),
  "without numbers": plain.replace(/^\d\. /gm, ""),
  "with its head in two columns": head([
    "ỦY BAN NHÂN DÂN          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    " HUYỆN HỮU LŨNG            Độc lập - Tự do - Hạnh phúc",
    "Số:     /UBND-VH           Hữu Lũng, ngày    tháng 01 năm 2025",
  ]),
  "with its two columns run together": head([
    "ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "HUYỆN HỮU LŨNG Độc lập - Tự do - Hạnh phúc",
    "Số: /UBND-VH Hữu Lũng, ngày tháng 01 năm 2025",
  ]),
  "with its head on one line":
    "ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM HUYỆN HỮU LŨNG Độc lập - Tự do - " +
    `Hạnh phúc Số: /UBND-VH Hữu Lũng, ngày tháng 01 năm 2025 ${headless}`,
  "with the right column first": head([
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Hữu Lũng, ngày … tháng 01 năm 2025",
    "ỦY BAN NHÂN DÂN",
    "HUYỆN HỮU LŨNG",
    "Số: ……/UBND-VH",
  ]),
  "with its signature beside the copies": tail([
    "Nơi nhận:                          KT. CHỦ TỊCH",
    "- Như trên;                       PHÓ CHỦ TỊCH",
    "- Thường trực Huyện ủy;",
    "- CT, PCT UBND huyện;",
    "- C, PCVP HĐND&UBND huyện;",
    "- Lưu: VT, VH&TT.                 Trần Quốc Phong",
  ]),
  "with signature and copies run together": tail([
    "Nơi nhận: KT. CHỦ TỊCH",
    "- Như trên; PHÓ CHỦ TỊCH",
    "- Thường trực Huyện ủy;",
    "- CT, PCT UBND huyện;",
    "- C, PCVP HĐND&UBND huyện;",
    "- Lưu: VT, VH&TT. Trần Quốc Phong",
  ]),
  "marked as signed": plain.replace("Trần Quốc Phong", "(Đã ký)\n\nTrần Quốc Phong"),
};

describe("the district's directive", () => {
  test.each(Object.entries(DRESSES))("reads the same %s", (_, text) => {
    expect(toneless(contentOf(text))).toEqual(expected("huu-lung-2025.md"));
  });

  test("leaves the blank number and day to the officer", () => {
    const reading = readDirective(seed);
    expect(reading?.doubts).toEqual(["number", "date"]);
    expect(reading?.datePartial).toEqual({ month: 1, year: 2025 });
  });
});
