import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDirective } from "@/lib/directives/reading/rules";
import { directiveReadingSchema } from "@/lib/directives/reading/schema";

const seed = readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8");

/** What the reader looks for, so that chance finds its way into every corner. */
const SNIPPETS = [
  ..."\n|\n\n| |\t|- |+ |* |**|_|1. |I. |a) |Điều 1. |Số: |/UBND-VX|V/v |Kính gửi: |Nơi nhận: ".split(
    "|",
  ),
  ..."ngày |05 tháng 01 năm 2025|, |; |:|./.|(|)|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|Trần Văn A".split("|"),
  ..."UBND các xã|Công an huyện|giao |yêu cầu |trước ngày 15/01/2025|24/7|0205.3818.657".split("|"),
  ..."Căn cứ |Công văn số 1/A-B |của |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CHỈ THỊ|\u0301|\ufeff|\\|<br>".split(
    "|",
  ),
  "|",
  "| a | b |\n",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 12 })), { maxLength: 120 })
    .map((parts) => parts.join("")),
  fc
    .tuple(fc.nat(seed.length), fc.nat(seed.length), fc.constantFrom(...SNIPPETS))
    .map(([from, to, snippet]) => seed.slice(0, from) + snippet + seed.slice(to)),
);

describe("any text", () => {
  test("is read or refused, and never throws", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readDirective(text);
        if (reading) directiveReadingSchema.parse(reading);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test("is read the same every time, in either form of its marks", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readDirective(text.normalize("NFD"))).toEqual(readDirective(text.normalize("NFC")));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test.each([
    ..."- |1. |(|, |ngày |Số: |V/v |trước ngày |UBND các xã, |*|\t| |a|0 |số 1/A-|- x:\n|a\n".split(
      "|",
    ),
    "|",
  ])(
    "repeated without end (%j) comes to an end",
    (unit) => {
      const long = unit.repeat(Math.ceil(1_200_000 / unit.length));
      const [before = "", after = ""] = seed.split("Thực hiện Công văn");
      readDirective(long);
      readDirective(`${before}${long}\n\nThực hiện Công văn${after}`);
    },
    60_000,
  );
});

const PLACES = ["Hữu Lũng", "Chi Lăng", "Bắc Sơn", "Đình Lập", "Văn Lãng"];
const RECIPIENTS = [
  "Công an huyện",
  "Phòng Văn hóa và Thông tin",
  "Văn phòng HĐND và UBND huyện",
  "UBND các xã, thị trấn",
  "Các cơ quan, đơn vị",
  "Phòng Tài chính - Kế hoạch",
];
const TASKS = [
  "Tổ chức trực 24/7 tại đơn vị",
  "Rà soát, khắc phục lỗ hổng bảo mật",
  "Tuyên truyền trên hệ thống loa truyền thanh",
  "Tiếp nhận, xử lý phản ánh của người dân",
  "Kiểm tra việc chấp hành nội quy cơ quan",
];
const NAMES = ["Trần Quốc Phong", "Lý Thị Hoa", "Nông Văn Đức", "Hoàng Minh Tuấn"];
const two = (figure: number) => String(figure).padStart(2, "0");

const generated = fc.record({
  number: fc.integer({ min: 1, max: 9999 }),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  place: fc.constantFrom(...PLACES),
  name: fc.constantFrom(...NAMES),
  headings: fc.constantFrom("I", "1"),
  items: fc.constantFrom("-", "+", "*", "a"),
  gap: fc.constantFrom("\n", "\n\n", "\r\n"),
  sections: fc.array(
    fc.record({
      recipients: fc.uniqueArray(fc.constantFrom(...RECIPIENTS), { minLength: 1, maxLength: 3 }),
      tasks: fc.array(
        fc.record({
          text: fc.constantFrom(...TASKS),
          due: fc.option(fc.integer({ min: 1, max: 28 })),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});
type Generated = typeof generated extends fc.Arbitrary<infer T> ? T : never;

const ROMAN = ["I", "II", "III", "IV", "V"];
const LETTERS = "abcd";
const taskText = ({ text, due }: { text: string; due: number | null }) =>
  due === null ? `${text}.` : `${text}, hoàn thành trước ngày ${two(due)}/02/2025.`;

function printed(directive: Generated) {
  const { sections, headings, items, place } = directive;
  const body = sections.flatMap(({ recipients, tasks }, index) => [
    `${headings === "I" ? ROMAN[index] : index + 1}. ${recipients.join(", ")}`,
    ...tasks.map((task, nth) => `${items === "a" ? `${LETTERS[nth]})` : items} ${taskText(task)}`),
  ]);
  return [
    "ỦY BAN NHÂN DÂN",
    `HUYỆN ${place.toUpperCase()}`,
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    `Số: ${directive.number}/UBND-VX`,
    `${place}, ngày ${two(directive.day)} tháng ${two(directive.month)} năm 2025`,
    "V/v bảo đảm an toàn thông tin mạng",
    "Kính gửi:",
    "- Các cơ quan, đơn vị;",
    "- UBND các xã, thị trấn.",
    "UBND huyện yêu cầu thực hiện các nội dung sau:",
    ...body,
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    directive.name,
  ].join(directive.gap);
}

test("a generated directive is read back", () => {
  fc.assert(
    fc.property(generated, (directive) => {
      const reading = readDirective(printed(directive));
      expect(reading).toMatchObject({
        number: String(directive.number),
        symbol: "UBND-VX",
        place: directive.place,
        date: `2025-${two(directive.month)}-${two(directive.day)}`,
        issuer: `UBND huyện ${directive.place}`,
        signer: { authority: "KT. CHỦ TỊCH", position: "PHÓ CHỦ TỊCH", name: directive.name },
        copies: ["Như trên", "Lưu: VT"],
      });
      const read = reading?.sections.flatMap(({ recipients, obligations }) =>
        obligations.map(({ text, dueAt }) => ({ recipients, text, dueAt })),
      );
      const told = directive.sections.flatMap(({ recipients, tasks }) =>
        tasks.map((task) => ({
          recipients,
          text: taskText(task),
          dueAt: task.due === null ? null : `2025-02-${two(task.due)}`,
        })),
      );
      expect(read).toEqual(told);
    }),
    { numRuns: 300 },
  );
}, 60_000);
