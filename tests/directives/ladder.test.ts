import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueStep, nextStep, type Rule, stepAt } from "@/lib/directives/ladders/rules";
import { formatTime, isoDay } from "@/lib/time";

const DAY = 24 * 3_600_000;
const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

const rule = fc.record({
  id: fc.uuid(),
  subject: fc.constant("report" as const),
  offset: fc.integer({ min: -30, max: 30 }),
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  tell: fc.constant<Rule["tell"]>(["unit"]),
  active: fc.boolean(),
});
const ladder = fc.uniqueArray(rule, { selector: ({ offset }) => offset, maxLength: 8 });

const dayNumber = (at: Date) => Date.parse(isoDay(at)) / DAY;

describe("the moment of a step", () => {
  test("stands on the district's day and minute, wherever the machine is", () => {
    fc.assert(
      fc.property(rule, instant, (step, dueAt) => {
        const at = stepAt(step, dueAt);
        if (at.getTime() === dueAt.getTime()) return;
        expect(dayNumber(at) - dayNumber(dueAt)).toBe(step.offset);
        const [hour = 0, minute = 0] = formatTime(at).split(":").map(Number);
        expect(hour * 60 + minute).toBe(step.minuteOfDay);
      }),
    );
  });

  test("comes no later than the deadline up to its day, and after it from then on", () => {
    fc.assert(
      fc.property(rule, instant, (step, dueAt) => {
        const at = stepAt(step, dueAt);
        if (step.offset <= 0) expect(at <= dueAt).toBe(true);
        else expect(at > dueAt).toBe(true);
      }),
    );
  });

  test("follows the offsets: a later rule is never due before an earlier one", () => {
    fc.assert(
      fc.property(ladder, instant, (rules, dueAt) => {
        const sorted = [...rules].sort((a, b) => a.offset - b.offset);
        const moments = sorted.map((step) => stepAt(step, dueAt).getTime());
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
      }),
    );
  });

  test("of a missing acknowledgement is so many hours after delivery", () => {
    const step = { subject: "acknowledgement", offset: 24, minuteOfDay: 0 } as const;
    expect(stepAt(step, new Date("2025-01-05T03:10:00Z"))).toEqual(
      new Date("2025-01-06T03:10:00Z"),
    );
  });
});

/** The clock looks at these moments; what it raises is remembered, as the database does. */
function raisedAt(rules: Rule[], anchor: Date, since: Date, looks: Date[]) {
  const steps: { id: string; at: Date; seenAt: Date }[] = [];
  for (const look of [...looks].sort((a, b) => a.getTime() - b.getTime())) {
    const raised = steps.at(-1)?.at ?? null;
    const step = dueStep(rules, { subject: "report", anchor, since, raised }, look);
    if (step) steps.push({ id: step.rule.id, at: step.at, seenAt: look });
  }
  return steps;
}

describe("what is raised", () => {
  const looks = fc.array(fc.integer({ min: -40 * 24, max: 40 * 24 }), { maxLength: 60 });
  const at = (anchor: Date, hours: number) => new Date(anchor.getTime() + hours * 3_600_000);

  test("is each step at most once, in order, never early, however the clock looks", () => {
    fc.assert(
      fc.property(ladder, instant, looks, (rules, anchor, hours) => {
        const since = at(anchor, -40 * 24);
        const steps = raisedAt(
          rules,
          anchor,
          since,
          hours.map((hour) => at(anchor, hour)),
        );
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        for (const [index, step] of steps.entries()) {
          expect(step.at <= step.seenAt).toBe(true);
          const before = steps[index - 1];
          if (before) expect(before.at < step.at).toBe(true);
        }
      }),
    );
  });

  test("is every active step when the clock never stops, and only then all of them", () => {
    fc.assert(
      fc.property(ladder, instant, (rules, anchor) => {
        const since = at(anchor, -40 * 24);
        const moments = rules.map((step) => stepAt(step, anchor));
        const steps = raisedAt(rules, anchor, since, moments);
        const distinct = new Set(
          rules.filter(({ active }) => active).map((step) => stepAt(step, anchor).getTime()),
        );
        expect(steps).toHaveLength(distinct.size);
      }),
      { numRuns: 200 },
    );
  });

  test("after a downtime is the latest missed step alone", () => {
    fc.assert(
      fc.property(ladder, instant, (rules, anchor) => {
        const steps = raisedAt(rules, anchor, at(anchor, -40 * 24), [at(anchor, 40 * 24)]);
        const active = rules.filter(({ active }) => active);
        const last = Math.max(...active.map(({ offset }) => offset));
        expect(steps.map(({ id }) => id)).toEqual(
          active.length ? [active.find(({ offset }) => offset === last)?.id] : [],
        );
      }),
    );
  });

  test("leaves out what was due before the directive came", () => {
    fc.assert(
      fc.property(
        ladder,
        instant,
        looks,
        fc.integer({ min: -40, max: 40 }),
        (rules, anchor, hours, day) => {
          const since = at(anchor, day * 24);
          const steps = raisedAt(
            rules,
            anchor,
            since,
            hours.map((hour) => at(anchor, hour)),
          );
          for (const step of steps) expect(step.at >= since).toBe(true);
        },
      ),
    );
  });

  test("is what was announced as the next step", () => {
    fc.assert(
      fc.property(ladder, instant, fc.integer({ min: -960, max: 960 }), (rules, anchor, hour) => {
        const next = nextStep(rules, { subject: "report", anchor }, at(anchor, hour));
        if (!next) return;
        const since = at(anchor, -40 * 24);
        const due = dueStep(rules, { subject: "report", anchor, since, raised: null }, next.at);
        expect(due?.at).toEqual(next.at);
      }),
    );
  });
});
