import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Reaction, readiness, SEEN_MINUTES, scoreOf } from "@/lib/incidents/drills/rules";

const at = (minutes: number) => new Date(minutes * 60_000);
const reaction = fc
  .record({
    seen: fc.option(fc.nat(100)),
    onDuty: fc.boolean(),
    reported: fc.option(fc.nat(300)),
    reportMinutes: fc.integer({ min: 5, max: 120 }),
  })
  .map(
    ({ seen, reported, ...rest }): Reaction => ({
      ...rest,
      injectedAt: at(0),
      seenAt: seen === null ? null : at(seen),
      reportedAt: reported === null ? null : at(reported),
    }),
  );

describe("readiness", () => {
  test("is 100 for all in time, 0 for nothing, and always between", () => {
    fc.assert(
      fc.property(reaction, (of) => {
        const total = scoreOf(of)?.total ?? -1;
        expect(total >= 0 && total <= 100).toBe(true);
      }),
    );
    const best = { injectedAt: at(0), seenAt: at(SEEN_MINUTES), onDuty: true, reportMinutes: 30 };
    expect(scoreOf({ ...best, reportedAt: at(30) })?.total).toBe(100);
    expect(scoreOf({ ...best, seenAt: null, onDuty: false, reportedAt: null })?.total).toBe(0);
    expect(scoreOf({ ...best, injectedAt: null, reportedAt: null })).toBeNull();
  });

  test("never grows by being slower or by not doing", () => {
    fc.assert(
      fc.property(reaction, fc.nat(200), (of, more) => {
        const total = scoreOf(of)?.total ?? 0;
        const slow = (one: Date | null) => (one ? new Date(one.getTime() + more * 60_000) : null);
        const slower = { ...of, seenAt: slow(of.seenAt), reportedAt: slow(of.reportedAt) };
        expect(scoreOf(slower)?.total ?? 0).toBeLessThanOrEqual(total);
        expect(scoreOf({ ...of, reportedAt: null })?.total ?? 0).toBeLessThanOrEqual(total);
        expect(scoreOf({ ...of, onDuty: false })?.total ?? 0).toBeLessThanOrEqual(total);
      }),
    );
  });

  test("of a drill is the mean of what was sent", () => {
    const score = (total: number) => ({ seen: 0, onDuty: 0, reported: 0, total });
    expect(readiness([score(100), null, score(50)])).toBe(75);
    expect(readiness([null])).toBeNull();
  });
});
