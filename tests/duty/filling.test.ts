import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapsOf, lengthOf, overlaps, runsOf } from "@/lib/duty/coverage/rules";
import { fillRoster } from "@/lib/duty/rosters/filling/rules";
import { patterns, readPattern, slotsOf } from "@/lib/duty/rosters/patterns/rules";
import { type DutyPost, defaultPolicy, HOUR, type Span } from "@/lib/duty/schema";
import { burdensOf, weightedHours } from "@/lib/duty/weights/rules";

const at = (text: string) => new Date(`${text}+07:00`);
const tet: Span = { startsAt: at("2025-01-25T00:00"), endsAt: at("2025-02-03T00:00") };
const weigh = (span: Span) => weightedHours(span, defaultPolicy.weights);

type Fixture = { people: number; pattern: keyof typeof patterns; days: number; leaves: Span[][] };

const staff = (window: Span, pattern: keyof typeof patterns) =>
  slotsOf(window, [...patterns[pattern].shifts]).map((slot) => ({
    ...slot,
    post: "staff" as DutyPost,
  }));

const candidates = (count: number, leaves: Span[][] = []) =>
  Array.from({ length: count }, (_, index) => ({
    id: `người ${index}`,
    posts: ["staff" as DutyPost],
    carried: 0,
    leaves: leaves[index] ?? [],
    wishes: [],
    held: [],
    heldWeight: 0,
  }));

function windowOf(days: number): Span {
  return { startsAt: tet.startsAt, endsAt: new Date(tet.startsAt.getTime() + days * 24 * HOUR) };
}

const fixtures = fc.record<Fixture>({
  people: fc.integer({ min: 4, max: 9 }),
  pattern: fc.constantFrom("12h", "24h", "8h"),
  days: fc.integer({ min: 1, max: 14 }),
  leaves: fc.array(
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 96 })).map(
        ([from, hours]): Span => ({
          startsAt: new Date(tet.startsAt.getTime() + from * HOUR),
          endsAt: new Date(tet.startsAt.getTime() + (from + hours) * HOUR),
        }),
      ),
      { maxLength: 2 },
    ),
    { maxLength: 9 },
  ),
});

describe("the filler", () => {
  test("never puts anyone on two shifts at once, nor on leave, nor without rest", () => {
    fc.assert(
      fc.property(fixtures, ({ people, pattern, days, leaves }) => {
        const everyone = candidates(people, leaves);
        const { assigned } = fillRoster({
          slots: staff(windowOf(days), pattern),
          people: everyone,
          minimumRestMinutes: 8 * 60,
          weigh,
        });
        for (const person of everyone) {
          const own = assigned
            .filter(({ personId }) => personId === person.id)
            .map(({ slot }) => slot);
          for (const [index, slot] of own.entries()) {
            expect(person.leaves.some((leave) => overlaps(leave, slot))).toBe(false);
            const next = own[index + 1];
            if (next)
              expect(next.startsAt.getTime() - slot.endsAt.getTime()).toBeGreaterThanOrEqual(
                8 * HOUR,
              );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("fills everything and shares it to within one weighted shift where nobody is away", () => {
    fc.assert(
      fc.property(fixtures, ({ people, pattern, days }) => {
        const slots = staff(windowOf(days), pattern);
        const everyone = candidates(people);
        const { assigned, unfilled } = fillRoster({
          slots,
          people: everyone,
          minimumRestMinutes: 8 * 60,
          weigh,
        });
        expect(unfilled).toEqual([]);
        const loads = everyone.map(({ id }) =>
          assigned
            .filter(({ personId }) => personId === id)
            .reduce((sum, { slot }) => sum + weigh(slot), 0),
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(
          Math.max(...slots.map(weigh)) + 1e-6,
        );
      }),
      { numRuns: 100 },
    );
  });

  test("shares to within one weighted shift also where everyone is away for a day", () => {
    const away = fc.array(fc.integer({ min: 0, max: 9 * 24 }), { minLength: 9, maxLength: 9 });
    const tasks = fc.tuple(
      fc.integer({ min: 6, max: 9 }),
      fc.constantFrom<"12h" | "24h" | "8h">("12h", "24h", "8h"),
      away,
    );
    fc.assert(
      fc.property(tasks, ([people, pattern, from]) => {
        const slots = staff(windowOf(10), pattern);
        const leaves = from.map((hour): Span[] => {
          const startsAt = new Date(tet.startsAt.getTime() + hour * HOUR);
          return [{ startsAt, endsAt: new Date(startsAt.getTime() + 24 * HOUR) }];
        });
        const everyone = candidates(people, leaves);
        const { assigned } = fillRoster({
          slots,
          people: everyone,
          minimumRestMinutes: 8 * 60,
          weigh,
        });
        // Where all are away at once a slot stays empty, and the rest is shared as evenly.
        const loads = everyone.map(({ id }) =>
          assigned
            .filter(({ personId }) => personId === id)
            .reduce((sum, { slot }) => sum + weigh(slot), 0),
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(
          Math.max(...slots.map(weigh)) + 1e-6,
        );
      }),
      { numRuns: 100 },
    );
  });

  test("gives the same roster for the same question", () => {
    const task = {
      slots: staff(tet, "12h"),
      people: candidates(5),
      minimumRestMinutes: 480,
      weigh,
    };
    expect(fillRoster(task)).toEqual(fillRoster(task));
  });

  test("keeps a wish when others can, and says which it could not keep", () => {
    const eve = { startsAt: at("2025-01-28T00:00"), endsAt: at("2025-01-29T00:00") };
    const [first, ...others] = candidates(5);
    const asks = { ...first!, wishes: [eve] };
    const kept = fillRoster({
      slots: staff(tet, "12h"),
      people: [asks, ...others],
      minimumRestMinutes: 480,
      weigh,
    });
    expect(kept.unmetWishes).toEqual([]);

    const alone = fillRoster({
      slots: staff({ startsAt: at("2025-01-28T07:00"), endsAt: at("2025-01-28T19:00") }, "12h"),
      people: [asks],
      minimumRestMinutes: 480,
      weigh,
    });
    expect(alone.unmetWishes).toMatchObject([{ personId: first!.id }]);
  });

  test("gives less to whoever carried more in earlier campaigns", () => {
    const people = candidates(4).map((person, index) => ({
      ...person,
      carried: index === 0 ? 24 : 0,
    }));
    const { assigned } = fillRoster({
      slots: staff(tet, "12h"),
      people,
      minimumRestMinutes: 480,
      weigh,
    });
    const hours = (id: string) =>
      assigned
        .filter(({ personId }) => personId === id)
        .reduce((sum, { slot }) => sum + weigh(slot), 0);
    expect(hours("người 0")).toBeLessThan(
      Math.min(hours("người 1"), hours("người 2"), hours("người 3")),
    );
  });

  test("says why a slot stays empty", () => {
    const day = staff({ startsAt: at("2025-01-26T07:00"), endsAt: at("2025-01-27T07:00") }, "12h");
    const task = { slots: day, minimumRestMinutes: 480, weigh };
    expect(fillRoster({ ...task, people: [] }).unfilled.map(({ reason }) => reason)).toEqual([
      "nobody",
      "nobody",
    ]);
    expect(fillRoster({ ...task, people: candidates(1) }).unfilled).toMatchObject([
      { reason: "rest" },
    ]);
    expect(fillRoster({ ...task, people: candidates(1, [[tet]]) }).unfilled).toHaveLength(2);
  });
});

describe("gaps", () => {
  const spans = fc.array(
    fc.tuple(fc.integer({ min: -50, max: 250 }), fc.integer({ min: 1, max: 60 })).map(
      ([from, length]): Span => ({
        startsAt: new Date(tet.startsAt.getTime() + from * HOUR),
        endsAt: new Date(tet.startsAt.getTime() + (from + length) * HOUR),
      }),
    ),
    { maxLength: 30 },
  );

  test("gaps and coverage together are exactly the required time", () => {
    fc.assert(
      fc.property(spans, (covered) => {
        const gaps = gapsOf(tet, covered);
        const runs = runsOf(tet, covered);
        expect(lengthOf(gaps) + lengthOf(runs)).toBe(lengthOf([tet]));
        expect(gaps.some((gap) => covered.some((span) => overlaps(gap, span)))).toBe(false);
        expect(gapsOf(tet, [...runs, ...gaps])).toEqual([]);
      }),
    );
  });
});

describe("patterns", () => {
  test("fill a window without a gap and without an overlap, across midnight and at its edges", () => {
    for (const { shifts } of Object.values(patterns)) {
      const window = { startsAt: at("2025-01-25T16:40"), endsAt: at("2025-02-03T07:30") };
      const slots = slotsOf(window, [...shifts]);
      expect(gapsOf(window, slots)).toEqual([]);
      expect(lengthOf(slots)).toBe(lengthOf([window]));
    }
  });

  test("are read as people write them", () => {
    expect(readPattern("07:00-19:00, 19:00-07:00")).toEqual([...patterns["12h"].shifts]);
    expect(readPattern("7h-11h30; 13h30-17h")).toEqual([
      { start: "07:00", minutes: 270 },
      { start: "13:30", minutes: 210 },
    ]);
    expect(readPattern("07:00-19:00, 18:00-07:00")).toBeNull();
    expect(readPattern("19:00-07:00, 06:00-18:00")).toBeNull();
    expect(readPattern("sáng, chiều")).toBeNull();
    expect(readPattern("")).toBeNull();
  });
});

describe("weights", () => {
  const hours = (from: string, to: string) => weigh({ startsAt: at(from), endsAt: at(to) });

  test("a plain day counts as it is, a night more, giao thừa most", () => {
    expect(hours("2025-01-08T07:00", "2025-01-08T19:00")).toBe(12);
    expect(hours("2025-01-08T19:00", "2025-01-09T07:00")).toBe(4 + 8 * 1.5);
    expect(hours("2025-01-28T19:00", "2025-01-29T07:00")).toBe(36);
    expect(hours("2025-01-11T07:00", "2025-01-11T19:00")).toBe(18);
    expect(hours("2025-04-30T07:00", "2025-04-30T19:00")).toBe(24);
  });

  test("are said in words", () => {
    expect(burdensOf({ startsAt: at("2025-01-28T19:00"), endsAt: at("2025-01-29T07:00") })).toEqual(
      ["giao thừa", "mùng 1–3 Tết", "đêm"],
    );
  });
});
