import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directiveDocument, type Printed } from "@/lib/directives/paper/rules";
import { readDirective } from "@/lib/directives/reading/rules";
import { suggestDraft } from "@/lib/directives/suggestion/rules";
import { extractText } from "@/lib/documents/extraction/rules";
import { documentForms, writeDocument } from "@/lib/documents/official/rules";
import { parseLocal } from "@/lib/time";

/** A few in `npm test`, many in `npm run test:papers`. */
const RUNS = process.env.PAPERS_REQUIRED === "1" ? 100 : 6;

const RECIPIENTS = [
  "Công an huyện",
  "Văn phòng HĐND và UBND huyện",
  "Phòng Văn hóa và Thông tin",
  "Phòng Giáo dục và Đào tạo",
  "UBND các xã, thị trấn",
  "Các doanh nghiệp viễn thông (VNPT Hữu Lũng, Viettel Hữu Lũng, Mobifone)",
  "Trung tâm Văn hóa, Thể thao và Truyền thông huyện",
];
const CLAUSES = [
  "Chủ động phối hợp giám sát an toàn thông tin mạng, rà soát, xử lý mã độc, bảo đảm 24/7",
  "Mỗi đơn vị phân công 01 nhân sự theo dõi thường xuyên, liên tục",
  "kiểm tra, đánh giá, phát hiện và khắc phục lỗ hổng bảo mật cho toàn bộ máy chủ, máy trạm",
  "tuyên truyền trên loa truyền thanh, nhóm Zalo và Trang thông tin điện tử của đơn vị",
  "tiếp nhận, xử lý 100% phản ánh của người dân về tin nhắn rác, cuộc gọi lừa đảo",
  "gửi lịch trực về Phòng Văn hóa và Thông tin (qua hộp thư công vụ)",
  "cập nhật đầy đủ các bản vá theo văn bản cảnh báo của Sở TT&TT, đặc biệt là CVE-2025-12345",
  "xử lý nghiêm trường hợp phát tán thông tin xấu độc, tin giả, xuyên tạc, chống phá",
];
const SUBJECTS = [
  "bảo đảm an toàn thông tin mạng dịp tết Nguyên đán Ất Tỵ",
  "tăng cường bảo đảm an toàn thông tin mạng trong dịp nghỉ lễ 30/4 và 01/5, phòng, chống tấn công mã hóa dữ liệu và thay đổi giao diện trên địa bàn",
  "phòng, chống lừa đảo trên không gian mạng",
];
const NAMES = ["Trần Quốc Phong", "Lý Thị Hoa", "Nông Văn Đức", "Hoàng Minh Tuấn"];
const SIGNERS = [
  ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
  ["TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
  ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
] as const;

const obligation = fc.record({
  text: fc.uniqueArray(fc.constantFrom(...CLAUSES), { minLength: 1, maxLength: 5 }).map(sentence),
  dueAt: fc.option(
    fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom("23:59", "17:00", "09:30"))
      .map(([day, time]) => `2025-02-${two(day)}T${time}`),
  ),
});

const directive = fc.record({
  number: fc.option(fc.integer({ min: 1, max: 4_000 })),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  issuer: fc.constantFrom("UBND huyện Hữu Lũng", "UBND huyện Chi Lăng", "UBND xã Yên Bình"),
  subject: fc.constantFrom(...SUBJECTS),
  basis: fc.option(fc.integer({ min: 1, max: 9_999 })),
  addressees: fc.uniqueArray(fc.constantFrom(...RECIPIENTS), { minLength: 1, maxLength: 5 }),
  // Two sections to the same recipients are read as one.
  sections: fc.uniqueArray(
    fc.record({
      recipients: fc.uniqueArray(fc.constantFrom(...RECIPIENTS.slice(0, 5)), {
        minLength: 1,
        maxLength: 4,
      }),
      obligations: fc.array(obligation, { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 6, selector: ({ recipients }) => [...recipients].sort().join() },
  ),
  signer: fc.constantFrom(...SIGNERS),
  name: fc.constantFrom(...NAMES),
  copies: fc.uniqueArray(
    fc.constantFrom("Như trên", "Thường trực Huyện ủy", "CT, PCT UBND huyện", "Lưu: VT, VH&TT"),
    { minLength: 1, maxLength: 4 },
  ),
  called: fc.boolean(),
});
type Generated = typeof directive extends fc.Arbitrary<infer T> ? T : never;

function sentence(clauses: string[]) {
  const said = clauses.join("; ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

const two = (figure: number) => String(figure).padStart(2, "0");
const CALLED = { name: "Trung tâm Công nghệ số", phone: "02053.818.657" };

const printed = (made: Generated): Printed => ({
  state: "issued",
  issuer: { name: made.issuer },
  number: made.number,
  symbol: "UBND-VH",
  place: "Hữu Lũng",
  issuedOn: new Date(`2025-${two(made.month)}-${two(made.day)}T00:00:00Z`),
  subject: made.subject,
  sourceText: "",
  basis: made.basis
    ? [{ number: `${made.basis}/STTTT-TTCNS`, date: "2024-12-31", issuer: "Sở TT&TT" }]
    : [],
  addressees: made.addressees,
  copies: made.copies,
  supportContacts: made.called ? [CALLED] : [],
  signerAuthority: made.signer[0],
  signerPosition: made.signer[1],
  signerName: made.name,
  sections: made.sections.map(({ recipients, obligations }) => ({
    heading: recipients.join(", "),
    obligations: obligations.map(({ text, dueAt }) => ({
      text,
      dueAt: dueAt === null ? null : parseLocal(dueAt),
    })),
  })),
});

const limitOf = (dueAt: string) => {
  const [day = "", time = ""] = dueAt.split("T");
  const date = day.split("-").reverse().join("/");
  return time === "23:59" ? `hết ngày ${date}` : `${time} ngày ${date}`;
};

/** What a reader must find in it. */
const structureOf = (made: Generated) => ({
  number: made.number === null ? null : Number(made.number),
  symbol: "UBND-VH",
  place: "Hữu Lũng",
  date: `2025-${two(made.month)}-${two(made.day)}`,
  issuer: made.issuer,
  subject: made.subject,
  basis: made.basis
    ? [{ number: `${made.basis}/STTTT-TTCNS`, date: "2024-12-31", issuer: "Sở TT&TT" }]
    : [],
  addressees: made.addressees,
  sections: made.sections.map(({ recipients, obligations }) => ({
    heading: recipients.join(", "),
    obligations: obligations.map(({ text, dueAt }) => ({
      text: dueAt === null ? text : text.replace(/\.$/, ` (hạn: ${limitOf(dueAt)}).`),
      due: dueAt === null ? null : dueAt.replace(/T23:59$/, ""),
    })),
  })),
  supportContacts: made.called ? [CALLED] : [],
  signer: { authority: made.signer[0], position: made.signer[1], name: made.name },
  copies: made.copies,
});

async function readBack(document: Printed, form: (typeof documentForms)[number]) {
  const bytes = new Uint8Array(await writeDocument(directiveDocument(document), form));
  const reading = readDirective(await extractText({ name: `van-ban.${form}`, bytes }));
  if (!reading) throw new Error("it is not taken for a directive");
  const {
    number,
    sections,
    datePartial: _,
    doubts: __,
    type: ___,
    superior: ____,
    ...rest
  } = reading;
  return {
    ...rest,
    number: number === null ? null : Number(number),
    sections: sections.map(({ heading, obligations }) => ({
      heading,
      obligations: obligations.map(({ text, dueAt }) => ({
        text,
        due: dueAt?.slice(0, 16) ?? null,
      })),
    })),
  };
}

describe("a directive that was written is read back as it was", () => {
  test.each(documentForms)(
    "from .%s, whatever it orders",
    async (form) => {
      await fc.assert(
        fc.asyncProperty(directive, async (made) => {
          expect(await readBack(printed(made), form)).toEqual(structureOf(made));
        }),
        // Shrinking a paper takes minutes; the first that fails tells enough.
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    300_000,
  );
});

const FOLDER = "tests/fixtures/directives";
/** Not of a công văn, or not parted into sections by its own numbers: their papers part them anew. */
const PARTED_ANEW = ["phong-vhtt.txt", "phuong-2025.txt"];

describe("the letters of other offices, printed anew", () => {
  const names = readdirSync(FOLDER).filter((name) => !name.endsWith(".json"));

  test.each(names)(
    "%s reads alike from .docx and .pdf, and as its source",
    async (name) => {
      const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}`));
      const sourceText = await extractText({ name, bytes });
      const reading = readDirective(sourceText);
      if (!reading || reading.type !== null) return;
      const { draft } = suggestDraft(reading, { units: [], groups: [] });
      const document: Printed = {
        ...draft,
        state: "issued",
        issuer: { name: reading.issuer ?? "" },
        issuedOn: draft.issuedOn ? new Date(`${draft.issuedOn}T00:00:00Z`) : null,
        sourceText,
        sections: draft.sections.map(({ heading, obligations }) => ({
          heading,
          obligations: obligations.map(({ text, dueAt }) => ({
            text,
            dueAt: dueAt ? parseLocal(dueAt) : null,
          })),
        })),
      };
      const [word, pdf] = await Promise.all(documentForms.map((form) => readBack(document, form)));
      expect(word).toEqual(pdf);
      if (!word || PARTED_ANEW.includes(name)) return;
      expect(
        word.sections.map(({ heading, obligations }) => [heading, obligations.length]),
      ).toEqual(reading.sections.map(({ heading, obligations }) => [heading, obligations.length]));
      const due = (of: { due?: string | null; dueAt?: string | null }[]) =>
        of.map((one) => (one.due ?? one.dueAt ?? null)?.slice(0, 16) ?? null);
      expect(due(word.sections.flatMap(({ obligations }) => obligations))).toEqual(
        due(reading.sections.flatMap(({ obligations }) => obligations)),
      );
      const { subject, addressees, signer, copies, supportContacts, basis, issuer } = reading;
      const told = { subject, addressees, signer, copies, supportContacts, basis, issuer };
      expect(word).toMatchObject(told);
    },
    60_000,
  );
});
