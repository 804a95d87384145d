import fc from "fast-check";
import { expect, test } from "vitest";
import { groupByDue, todayGroups } from "@/lib/overview/today/rules";
import { isoDay } from "@/lib/time";

const HOUR = 3_600_000;
const instant = fc
  .integer({ min: -100, max: 100 })
  .map((hours) => new Date(Date.parse("2025-01-28T20:00:00+07:00") + hours * HOUR));
const item = fc.record({
  id: fc.uuid(),
  dueAt: fc.option(instant, { nil: null }),
  pressing: fc.boolean(),
});

test("the list of today holds everything once, each in its group, by due time", () => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ id }) => id }), instant, (items, at) => {
      const groups = groupByDue(items, at);
      const all = groups.flatMap((group) => group.items);
      expect(all.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
      expect(groups.map(({ group }) => todayGroups.indexOf(group))).toEqual(
        groups.map(({ group }) => todayGroups.indexOf(group)).toSorted((a, b) => a - b),
      );
      for (const { group, items: inGroup } of groups) {
        expect(inGroup.length).toBeGreaterThan(0);
        const times = inGroup.map(({ dueAt }) => dueAt?.getTime() ?? 0);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const { dueAt, pressing } of inGroup) {
          if (group === "now") expect([dueAt, pressing]).toEqual([null, true]);
          if (group === "undated") expect([dueAt, pressing]).toEqual([null, false]);
          if (group === "late") expect(dueAt && dueAt < at).toBe(true);
          if (group === "today") {
            expect(dueAt && dueAt >= at && isoDay(dueAt) === isoDay(at)).toBe(true);
          }
          if (group === "later") expect(dueAt && isoDay(dueAt) > isoDay(at)).toBe(true);
        }
      }
    }),
  );
});

test("what falls due at midnight belongs to the day that begins", () => {
  const at = new Date("2025-01-28T23:59:00+07:00");
  const midnight = { dueAt: new Date("2025-01-29T00:00:00+07:00"), pressing: false };
  expect(groupByDue([midnight], at).map(({ group }) => group)).toEqual(["later"]);
  expect(groupByDue([{ ...midnight, dueAt: at }], at).map(({ group }) => group)).toEqual(["today"]);
});
