import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedSpan, quickReportState } from "@/lib/duty/quick-reports/rules";
import { HOUR } from "@/lib/duty/schema";

const start = Date.parse("2025-01-28T00:00:00Z");
const instant = (minutes: number) => new Date(start + minutes * 60_000);
const minute = fc.integer({ min: 0, max: 10_000 });

describe("quick reports", () => {
  test("what was late stays late at every later time, what was in time stays in time", () => {
    fc.assert(
      fc.property(minute, minute, minute, (due, filed, later) => {
        const row = { dueAt: instant(due), filedAt: instant(filed) };
        const wanted = filed <= due ? "on_time" : "late";
        expect(quickReportState(row, instant(filed + later))).toBe(wanted);
      }),
    );
  });

  test("one after the other they tell the log without a gap and without telling it twice", () => {
    const offsets = fc.array(fc.integer({ min: -3 * 60, max: 40 * 60 }), {
      minLength: 1,
      maxLength: 8,
    });
    const missed = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(offsets, missed, (filings, skipped) => {
        const campaignStartsAt = instant(0);
        let before: { dueAt: Date; countedTo: Date | null } | null = null;
        let told = campaignStartsAt;
        for (const [index, offset] of filings.entries()) {
          const dueAt = new Date(start + (index + 1) * 9 * HOUR);
          const filedAt = new Date(dueAt.getTime() + offset * 60_000);
          if (skipped[index]) {
            before = { dueAt, countedTo: null };
            told = dueAt;
            continue;
          }
          const span = countedSpan({ dueAt, campaignStartsAt }, before, filedAt);
          expect(span.startsAt).toEqual(told);
          expect(span.endsAt.getTime()).toBeLessThanOrEqual(dueAt.getTime());
          expect(span.startsAt.getTime()).toBeLessThanOrEqual(span.endsAt.getTime());
          before = { dueAt, countedTo: span.endsAt };
          told = span.endsAt;
        }
      }),
    );
  });
});
