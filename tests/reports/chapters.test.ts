import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awarenessChapter } from "@/lib/reports/chapters/awareness/rules";
import { UNKNOWN } from "@/lib/reports/chapters/labels";
import { byGroup, chapterOf, numberIn, rowsBehind } from "@/lib/reports/chapters/rules";
import type { ChapterRow } from "@/lib/reports/chapters/schema";
import { tasksChapter } from "@/lib/reports/chapters/tasks/rules";
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
