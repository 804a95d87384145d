import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { reportProgress } from "@/lib/directives/assignments/commands";
import { createDraft, saveDraft } from "@/lib/directives/drafts/commands";
import type { Draft } from "@/lib/directives/drafts/schema";
import { listDirectives } from "@/lib/directives/queries";
import { directiveFilterSchema } from "@/lib/directives/schema";
import { search } from "@/lib/search/queries";
import { type SearchKind, searchFilterSchema } from "@/lib/search/schema";
import { searchWords } from "@/lib/search/words/rules";
import { anAdministrator } from "@/tests/support/actors";
import { aDistrict, aDraft, anIssuedDirective, type District } from "@/tests/support/district";

const wanted = { each: 200, texts: "passages" } as const;

async function find(actor: Actor, kind: SearchKind, filter: Record<string, string>) {
  const { groups, cut } = await search(actor, searchFilterSchema.parse(filter), wanted);
  expect(cut).toBe(false);
  return groups.find((group) => group.kind === kind)?.hits ?? [];
}

const idsOf = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).map(({ id }) => id);

/** A word that no other test writes. */
const aWord = () => `q${randomUUID().replace(/\D/g, "").slice(0, 10)}`;

const issued = (district: District, subject: string, overrides: Partial<Draft> = {}) =>
  anIssuedDirective(district, { subject, ...overrides });

async function aReport(
  district: District,
  directiveId: string,
  text: string,
  actor = district.lead,
) {
  const { id: assignmentId } = await db.assignment.findFirstOrThrow({
    where: { directiveId, unitId: actor.unitId },
  });
  await reportProgress(actor, {
    requestId: randomUUID(),
    assignmentId,
    kind: "progress",
    text,
    files: [],
  });
  return db.progressReport.findFirstOrThrow({ where: { assignmentId }, orderBy: { id: "desc" } });
}

describe("finding by words", () => {
  test("with marks, without, old or new tone marks, decomposed, in capitals", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await issued(district, `Uỷ ban và Hòa Thắng xử lý thuê bao Đồng Quỳnh ${word}`);
    const typed = [
      "ủy ban",
      "hoà thắng",
      "hòa thắng".normalize("NFD"),
      "Đồng Quỳnh".normalize("NFD"),
      "thue bao dong quyn",
    ];
    for (const q of typed) {
      expect(await idsOf(district.officer, "directive", { q: `${word} ${q}` }), q).toEqual([id]);
    }
    expect(await idsOf(district.officer, "directive", { q: `${aWord()} thuê bao` })).toEqual([]);
  });

  test("any Vietnamese text is found by its unmarked form", async () => {
    const district = await aDistrict();
    const syllable = fc.constantFrom(
      ..."trực ban đêm giao thừa hoả hoạn thuỷ lợi đường dây nóng lừa đảo mạo danh xã phường".split(
        " ",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(syllable, { minLength: 2, maxLength: 8 }), async (syllables) => {
        const word = aWord();
        const { id } = await createDraft(district.officer, {
          requestId: randomUUID(),
          intent: "save",
          sourceText: "",
          draft: aDraft(district, { subject: `${word} ${syllables.join(" ")}` }),
        });
        const q = `${word} ${syllables.join(" ")}`;
        for (const form of [searchWords(q), q.normalize("NFD").toUpperCase()]) {
          expect(await idsOf(district.officer, "directive", { q: form })).toEqual([id]);
        }
      }),
      { numRuns: 4 },
    );
  });

  test("SQL and TypeScript fold alike, and every word of a text is a lexeme of it", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("05/UBND-VH", "1e5", "0x1f", "24/7", "3.591", "a_b", "x@y.vn", "000", "đ-Đ"),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((all) => all.join(" ").replaceAll("\0", ""));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const words = searchWords(value);
        const lexemes = words.split(" ").filter(Boolean);
        const [row] = await db.$queryRaw<{ words: string; all: boolean }[]>`
          SELECT search_words(${value}) AS words,
                 tsvector_to_array(search_vector('', ${value})) @> ${lexemes}::text[] AS all`;
        expect(row).toEqual({ words, all: true });
      }),
      { numRuns: 200 },
    );
  });

  test("neighbours come before words that stand apart, titles before texts", async () => {
    const district = await aDistrict();
    const word = aWord();
    const apart = await issued(district, `${word} rác thải và tin đồn`);
    const near = await issued(district, `${word} tin rác dịp Tết`);
    const inText = await createDraft(district.officer, {
      requestId: randomUUID(),
      intent: "save",
      sourceText: `${word} tin rác dịp Tết`,
      draft: aDraft(district, { subject: "Dự thảo khác hẳn" }),
    });
    expect(await idsOf(district.officer, "directive", { q: `${word} tin rac` })).toEqual([
      near.id,
      inText.id,
      apart.id,
    ]);
  });

  test("a mistyped word is forgiven when nothing else is found", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await issued(district, `${word} phòng chống mã độc tống tiền`);
    expect(await idsOf(district.officer, "directive", { q: `${word} mã đọcc tốngg tiền` })).toEqual(
      [id],
    );
    expect(await idsOf(district.officer, "directive", { q: `zz${word.slice(6)}yy` })).toEqual([]);
  });

  test("what is typed is never a query language", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await issued(district, `${word} 100% máy trạm`);
    for (const q of [
      `${word} & !may`,
      `${word} | '`,
      `${word}:*`,
      `'${word}' <-> may\\`,
      `(${word}`,
    ]) {
      expect(await idsOf(district.officer, "directive", { q }), q).toContain(id);
    }
    for (const q of ["%", "_", "'", "\\", "& | ! ( ) <->", "\0", ":*", "🎆"]) {
      expect(await idsOf(district.officer, "directive", { q }), q).not.toContain(id);
    }
    // People here are called after their role, `unit_lead`, so an underscore may be looked for.
    for (const name of ["%", "\\"]) {
      expect(await find(district.officer, "unit", { unit: name })).toEqual([]);
      expect(await find(district.officer, "report", { person: name })).toEqual([]);
    }
    expect(await find(district.officer, "unit", { unit: "_" })).toEqual([]);
    expect(await find(district.officer, "unit", { q: "zq wq ".repeat(5_000) })).toEqual([]);
  });

  test("a text of any length can be drafted; its beginning is found", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await createDraft(district.officer, {
      requestId: randomUUID(),
      intent: "save",
      sourceText: `${word} ${"x".repeat(5_000)} ${Array.from({ length: 200_000 }, (_, n) => n).join(" ")}`,
      draft: aDraft(district),
    });
    expect(await idsOf(district.officer, "directive", { q: word })).toEqual([id]);
  });
});

describe("finding by number, unit, person and time", () => {
  test("by number and symbol, also one named in the basis", async () => {
    const district = await aDistrict();
    const symbol = `UBND-${aWord().toUpperCase()}`;
    const basis = [{ number: `3591/${symbol}X`, date: "2024-12-31", issuer: "Sở TTTT" }];
    const { id, number } = await issued(district, "Theo số", { symbol, basis });
    const typed = [
      `${number}/${symbol}`,
      `số 0${number}/${symbol}`,
      `Công văn ${number}/${symbol}`,
    ];
    for (const q of [...typed, `3591/${symbol}X`, `3591/${symbol.toLowerCase()}x`]) {
      expect(await idsOf(district.lead, "directive", { q }), q).toEqual([id]);
    }
    const hits = await find(district.lead, "directive", { q: String(number) });
    expect(hits[0]?.title[0]?.text).toContain("Số ");
    expect(hits.map((hit) => hit.id)).toContain(id);
    expect(await idsOf(district.lead, "directive", { q: `${number + 1}/${symbol}` })).toEqual([]);
  });

  test("by unit and person", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await issued(district, `Theo đơn vị ${word}`);
    const own = await aReport(district, id, `Xong ${word}`);
    const others = await aReport(district, id, `Xong ${word}`, district.otherLead);
    const unit = district.communes[0].name;
    const reports = (filter: Record<string, string>) =>
      idsOf(district.officer, "report", { q: word, ...filter });

    expect((await reports({})).sort()).toEqual([own.id, others.id].sort());
    expect(await reports({ unit })).toEqual([own.id]);
    expect(await reports({ person: district.otherLead.fullName })).toEqual([others.id]);
    expect(await idsOf(district.officer, "report", { q: `${word} ${unit}` })).toEqual([own.id]);
    expect(await idsOf(district.officer, "directive", { q: word, unit })).toEqual([id]);
    expect(await reports({ unit: "Không có đơn vị này" })).toEqual([]);
    expect(
      await idsOf(district.observer, "directive", { q: word, person: "tran quoc phong" }),
    ).toEqual([id]);
  });

  test("by time: a field, words, or a year", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await issued(district, `Theo thời gian ${word}`); // dated 05/01/2025
    const directives = (filter: Record<string, string>) =>
      idsOf(district.officer, "directive", { q: word, ...filter });
    expect(await directives({ from: "2025-01-05", to: "2025-01-05" })).toEqual([id]);
    expect(await directives({ from: "2025-01-06" })).toEqual([]);
    expect(await directives({ q: `${word} từ ngày 1/1/2025 đến ngày 5/1/2025` })).toEqual([id]);
    expect(await directives({ q: `${word} đến ngày 4/1/2025` })).toEqual([]);
    expect(await directives({ q: `${word} năm 2025` })).toEqual([id]);
    expect(await directives({ q: `${word} năm 2024` })).toEqual([]);
    expect(await directives({ q: `${word} ngày 5/1/2025` })).toEqual([id]);
  });

  test("a time alone lists what was then", async () => {
    const district = await aDistrict();
    const { id } = await issued(district, "Chỉ theo ngày");
    const q = "từ 5/1/2025 đến 5/1/2025";
    expect(await idsOf(district.lead, "directive", { q })).toEqual([id]);
  });
});

describe("what is found follows what changes", () => {
  test("a draft that is rewritten, and obligations that go", async () => {
    const district = await aDistrict();
    const [before, after] = [aWord(), aWord()];
    const draft = aDraft(district, { subject: `Bản đầu ${before}` });
    const { id } = await createDraft(district.officer, {
      requestId: randomUUID(),
      intent: "save",
      sourceText: "",
      draft: { ...draft, sections: draft.sections.map((s) => withText(s, `Việc ${before}`)) },
    });
    expect(await find(district.officer, "obligation", { q: before })).toHaveLength(1);
    await saveDraft(district.officer, {
      directiveId: id,
      version: 1,
      intent: "save",
      draft: {
        ...draft,
        subject: `Bản sau ${after}`,
        sections: draft.sections.map((s) => withText(s, `Việc ${after}`)),
      },
    });
    for (const kind of ["directive", "obligation"] as const) {
      expect(await find(district.officer, kind, { q: before })).toEqual([]);
      expect(await find(district.officer, kind, { q: after })).toHaveLength(1);
    }
  });

  test("a unit that is renamed keeps its reports, under the new name", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await issued(district, "Trước khi đổi tên");
    const report = await aReport(district, id, "Đã xong phần việc");
    await db.unit.update({
      where: { id: district.lead.unitId },
      data: { name: `UBND xã ${word}` },
    });
    expect(await idsOf(district.officer, "report", { q: word })).toEqual([report.id]);
  });

  test("the whole can be made anew", async () => {
    const district = await aDistrict();
    const word = aWord();
    const { id } = await issued(district, `Lập lại ${word}`);
    await aReport(district, id, word);
    const all =
      () => db.$queryRaw`SELECT id, kind, number, day, title, words::text FROM "SearchEntry"
      WHERE "directiveId" = ${id}::uuid ORDER BY id`;
    const before = await all();
    await db.$queryRaw`SELECT count(rebuild_search()::text)`;
    expect(await all()).toEqual(before);
  });
});

describe("units and people", () => {
  test("are found by those who may see them, and lead where they may go", async () => {
    const district = await aDistrict();
    const admin = anAdministrator({ unitId: district.committee.id });
    const [own] = district.communes;
    const q = own.name;
    expect((await find(district.officer, "unit", { q }))[0]?.place).toEqual({
      type: "of-unit",
      name: own.name,
    });
    expect((await find(admin, "unit", { q }))[0]?.place).toEqual({ type: "unit", id: own.id });
    expect(await idsOf(district.lead, "unit", { q })).toEqual([own.id]);
    expect(await idsOf(district.lead, "unit", { q: "Đồng Tâm" })).toEqual([]);

    const person = district.staff.fullName;
    expect(await idsOf(district.lead, "person", { q: person })).toEqual([district.staff.userId]);
    expect(await idsOf(district.otherLead, "person", { q: person })).not.toContain(
      district.staff.userId,
    );
    expect(await idsOf(district.officer, "person", { q: person })).not.toContain(
      district.staff.userId,
    );
    expect((await find(admin, "person", { q: person }))[0]?.place).toEqual({
      type: "person",
      id: district.staff.userId,
    });
  });
});

test("the list of directives is searched the same way", async () => {
  const district = await aDistrict();
  const word = aWord();
  const { id } = await issued(district, `Rà soát máy chủ Đồng Đăng ${word}`);
  const list = async (actor: Actor, q: string) =>
    (await listDirectives(actor, directiveFilterSchema.parse({ q }))).rows.map((row) => row.id);
  expect(await list(district.officer, `dong dang ${word}`)).toEqual([id]);
  expect(await list(district.lead, `RA SOAT MAY CHU ${word}`)).toEqual([id]);
  expect(await list((await aDistrict()).lead, word)).toEqual([]);
});

function withText(section: Draft["sections"][number], text: string) {
  return { ...section, obligations: section.obligations.slice(0, 1).map((o) => ({ ...o, text })) };
}
