import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advisoriesChapter } from "@/lib/reports/chapters/advisories/rules";
import { awarenessChapter } from "@/lib/reports/chapters/awareness/rules";
import { complaintsChapter } from "@/lib/reports/chapters/complaints/rules";
import { difficultiesChapter } from "@/lib/reports/chapters/difficulties/rules";
import { incidentsChapter } from "@/lib/reports/chapters/incidents/rules";
import { UNKNOWN } from "@/lib/reports/chapters/labels";
import { quickReportsChapter } from "@/lib/reports/chapters/quick-reports/rules";
import { byGroup, chapterOf, numberIn, rowsBehind } from "@/lib/reports/chapters/rules";
import type { ChapterRow } from "@/lib/reports/chapters/schema";
import { silentChapter } from "@/lib/reports/chapters/silent/rules";
import { tasksChapter } from "@/lib/reports/chapters/tasks/rules";
import { watchChapter } from "@/lib/reports/chapters/watch/rules";
import { carryWords, scopeOf } from "@/lib/reports/synthesis/rules";
import type { Words } from "@/lib/reports/synthesis/schema";

const count = fc.nat({ max: 500 });
const maybe = fc.option(count);
const rows = (cells: Record<string, fc.Arbitrary<number | null>>) =>
  fc.array(
    fc.record({
      name: fc.string({ minLength: 1 }),
      group: fc.constantFrom("UBND xã", "Cơ quan"),
      place: fc.constant(null),
      cells: fc.record(cells),
    }),
    { maxLength: 30 },
  ) as fc.Arbitrary<ChapterRow[]>;

const taskRows = rows({
  total: count,
  reported: count,
  accepted: count,
  late: count,
  overdue: count,
});
const awarenessRows = rows({
  activities: count,
  times: count,
  staff: maybe,
  residents: maybe,
  population: maybe,
  none: count,
});

const forms = [
  tasksChapter,
  silentChapter,
  watchChapter,
  quickReportsChapter,
  incidentsChapter,
  advisoriesChapter,
  awarenessChapter,
  complaintsChapter,
  difficultiesChapter,
];

const figure = (chapter: ReturnType<typeof chapterOf>, code: string) =>
  chapter.figures.find((one) => one.code === code);

describe("figures are sums of the rows beside them", () => {
  test("each sum equals its column, the rows behind it, and the sums of its groups", () => {
    fc.assert(
      fc.property(taskRows, (given) => {
        const chapter = chapterOf(tasksChapter, { rows: given });
        for (const code of ["total", "reported", "accepted", "late", "overdue"]) {
          const one = figure(chapter, code);
          const sum = (of: ChapterRow[]) =>
            of.reduce((all, row) => all + (numberIn(row, code) ?? 0), 0);
          expect(one?.value).toBe(sum(given));
          expect(sum(rowsBehind(chapter.rows, one))).toBe(one?.value);
          const groups = byGroup(chapter).reduce((all, { sums }) => all + (sums.get(code) ?? 0), 0);
          expect(groups).toBe(one?.value);
        }
        expect(figure(chapter, "units")?.value).toBe(given.length);
      }),
    );
  });

  test.each(forms)(
    "$title: whatever units have, each sum is theirs and none is made up",
    (form) => {
      const cells = Object.fromEntries(
        form.columns.map(({ key, kind }) => [key, kind === "text" ? fc.constant(null) : maybe]),
      );
      fc.assert(
        fc.property(rows(cells), (given) => {
          const { figures, ...chapter } = chapterOf(form, { rows: given });
          for (const { code, ...how } of form.figures) {
            const found = figures.find((one) => one.code === code);
            if (!("sum" in how)) continue;
            const known = given
              .map((row) => numberIn(row, how.sum))
              .filter((value): value is number => value !== null);
            if (given.length > 0 && known.length === 0) {
              expect([found?.value, found?.why]).toEqual([null, expect.stringMatching(/./)]);
              continue;
            }
            expect(found?.value).toBe(known.reduce((sum, value) => sum + value, 0));
            if (known.length < given.length) expect(found?.why).not.toBe("");
            // The rows it links to are those it was summed over.
            const behind = rowsBehind(chapter.rows, found).map(
              (row) => numberIn(row, how.sum) ?? 0,
            );
            expect(behind.reduce((sum, value) => sum + value, 0)).toBe(found?.value);
          }
        }),
      );
    },
  );

  test("what nobody counted is never nought, and a rate asks for both of its numbers", () => {
    fc.assert(
      fc.property(awarenessRows, (given) => {
        const chapter = chapterOf(awarenessChapter, { rows: given });
        const residents = figure(chapter, "residents");
        const known = given.filter((row) => numberIn(row, "residents") !== null);
        if (given.length > 0 && known.length === 0) {
          expect(residents?.value).toBeNull();
          expect(residents?.why).not.toBe("");
        }
        const whole = known.filter((row) => numberIn(row, "population"));
        if (whole.length === 0) expect(figure(chapter, "rate")?.value).toBeNull();
        else expect(figure(chapter, "rate")?.value).not.toBeNull();
      }),
    );
  });

  test("without a source every figure says that it cannot be computed, and so do the words", () => {
    const chapter = chapterOf(tasksChapter, { why: "đợt chưa có văn bản" });
    expect(chapter.figures.map(({ value }) => value)).toEqual(chapter.figures.map(() => null));
    expect(chapter.figures.every(({ why }) => why === "đợt chưa có văn bản")).toBe(true);
    expect(chapter.drafted.toLowerCase()).toContain(UNKNOWN);
  });
});

describe("words", () => {
  const words = (text: string) => ({ chapters: { tasks: text } }) as unknown as Words;
  const before = { ...chapterOf(tasksChapter, { rows: [] }), earlier: null };
  const row = {
    name: "UBND xã",
    group: "UBND xã",
    place: null,
    cells: { total: 3, reported: 1, accepted: 0, late: 0, overdue: 1 },
  };
  const after = { ...chapterOf(tasksChapter, { rows: [row] }), earlier: null };

  test("nobody touched them: they follow the new figures; edited: they stay", () => {
    expect(carryWords(words(before.drafted), [before], [after]).chapters.tasks).toBe(after.drafted);
    expect(carryWords(words("Tự viết."), [before], [after]).chapters.tasks).toBe("Tự viết.");
  });
});

test("what is still to come is not counted", () => {
  const campaign = {
    id: crypto.randomUUID(),
    startsAt: new Date("2025-01-24T00:00:00Z"),
    endsAt: new Date("2025-02-05T00:00:00Z"),
  };
  const at = new Date("2025-01-28T05:00:00Z");
  const final = scopeOf({ kind: "final", day: null }, campaign, at);
  expect(final).toMatchObject({ from: campaign.startsAt, to: at });
  const daily = scopeOf({ kind: "daily", day: "2025-01-27" }, campaign, at);
  expect(daily.from.toISOString()).toBe("2025-01-26T17:00:00.000Z");
  expect(daily.to.toISOString()).toBe("2025-01-27T17:00:00.000Z");
  const tomorrow = scopeOf({ kind: "daily", day: "2025-01-29" }, campaign, at);
  expect(tomorrow.from >= tomorrow.to).toBe(true);
});
