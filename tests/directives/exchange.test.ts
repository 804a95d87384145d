import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExchangeFacts, exchangeState } from "@/lib/directives/exchange/rules";
import { cascade, latestBasisDay } from "@/lib/directives/implementing/rules";
import { dueTimes, periodicState } from "@/lib/directives/periodic/rules";
import { PERIODIC_LIMIT, type Recurrence } from "@/lib/directives/periodic/schema";
import { formatTime, isoDay, weekdayOf } from "@/lib/time";

const nothing: ExchangeFacts = {
  acknowledgedAt: null,
  returnedAt: null,
  recalledAt: null,
  recallAgreedAt: null,
  recallRefusedAt: null,
  total: 2,
  assigned: 0,
  started: 0,
  reported: 0,
};
const at = new Date("2025-01-10T03:00:00Z");

test.each<[Partial<ExchangeFacts>, string]>([
  [{}, "01"],
  [{ returnedAt: at }, "02"],
  [{ acknowledgedAt: at }, "03"],
  [{ acknowledgedAt: at, assigned: 1 }, "04"],
  [{ acknowledgedAt: at, assigned: 1, started: 1 }, "05"],
  [{ acknowledgedAt: at, started: 2, reported: 2 }, "06"],
  [{ acknowledgedAt: at, reported: 2, recalledAt: at }, "13"],
  [{ recalledAt: at, recallAgreedAt: at }, "15"],
  [{ recalledAt: at, recallRefusedAt: at }, "16"],
])("%o is state %s of exchange", (facts, state) => {
  expect(exchangeState({ ...nothing, ...facts })).toBe(state);
});

describe("a periodic obligation", () => {
  const issuedAt = new Date("2025-01-05T09:00:00+07:00");

  test("daily is due each day from the day of issue to the last", () => {
    const due = dueTimes({ kind: "daily", times: ["16:30"], until: "2025-01-08" }, issuedAt);
    expect(due.map((one) => `${isoDay(one)} ${formatTime(one)}`)).toEqual([
      "2025-01-05 16:30",
      "2025-01-06 16:30",
      "2025-01-07 16:30",
      "2025-01-08 16:30",
    ]);
  });

  test("an hour that is past on the day of issue is not asked for", () => {
    const due = dueTimes({ kind: "daily", times: ["07:00"], until: "2025-01-06" }, issuedAt);
    expect(due.map(isoDay)).toEqual(["2025-01-06"]);
  });

  test("weekly keeps to its days; listed times come once each, in order", () => {
    const weekly: Recurrence = {
      kind: "weekly",
      weekdays: [1, 5],
      times: ["08:00"],
      until: "2025-01-31",
    };
    expect(dueTimes(weekly, issuedAt).map((one) => weekdayOf(isoDay(one)))).toEqual([
      1, 5, 1, 5, 1, 5, 1, 5,
    ]);
    const given: Recurrence = {
      kind: "given",
      at: ["2025-01-29T00:15", "2025-01-28T20:00", "2025-01-29T00:15", "2024-12-01T08:00"],
    };
    expect(dueTimes(given, issuedAt).map(isoDay)).toEqual(["2025-01-28", "2025-01-29"]);
  });

  test("whatever is asked for, times rise, are after the issue, and are bounded", () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
    const day = fc
      .date({ min: new Date("2024-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10));
    const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
      fc.record({
        kind: fc.constant("daily" as const),
        times: fc.array(time, { minLength: 1, maxLength: 12 }),
        until: day,
      }),
      fc.record({
        kind: fc.constant("weekly" as const),
        weekdays: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
        times: fc.array(time, { minLength: 1, maxLength: 12 }),
        until: day,
      }),
    );
    fc.assert(
      fc.property(recurrence, (one) => {
        const due = dueTimes(one, issuedAt).map((when) => when.getTime());
        expect(due.every((when) => when > issuedAt.getTime())).toBe(true);
        expect(due).toEqual([...new Set(due)].sort((a, b) => a - b));
        expect(due.length).toBeLessThanOrEqual(PERIODIC_LIMIT + 12);
      }),
      { numRuns: 60 },
    );
  });

  test("a report that came late stays late; one that did not come is missing", () => {
    const dueAt = new Date("2025-01-10T16:30:00+07:00");
    const before = new Date(dueAt.getTime() - 1);
    const after = new Date(dueAt.getTime() + 1);
    expect(periodicState({ dueAt, reportedAt: before }, after)).toBe("on_time");
    expect(periodicState({ dueAt, reportedAt: after }, after)).toBe("late");
    expect(periodicState({ dueAt, reportedAt: null }, after)).toBe("missing");
    expect(periodicState({ dueAt, reportedAt: null }, before)).toBe("waiting");
  });
});

test("the cascade counts the days from each level's document to the next", () => {
  expect(latestBasisDay([{ date: "2024-12-20" }, { date: null }, { date: "2024-12-31" }])).toBe(
    "2024-12-31",
  );
  expect(cascade("2024-12-31", "2025-01-05", "2025-01-07")).toEqual([
    { level: "province", day: "2024-12-31", days: null },
    { level: "district", day: "2025-01-05", days: 5 },
    { level: "unit", day: "2025-01-07", days: 2 },
  ]);
  expect(cascade(null, "2025-01-05", null)).toEqual([
    { level: "district", day: "2025-01-05", days: null },
  ]);
});
