import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  delayAfter,
  failuresWith,
  freeFailures,
  LONGEST_DELAY,
  waitSentence,
} from "@/lib/identity/attempts/rules";

describe("the delay after wrong tries", () => {
  test("never shrinks, and ends at a quarter of an hour", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(100), (a, b, free) => {
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
        expect(delayAfter(fewer, free)).toBeLessThanOrEqual(delayAfter(more, free));
        expect(delayAfter(more, free)).toBeLessThanOrEqual(LONGEST_DELAY);
      }),
    );
  });

  test("four tries are free, then 30 seconds, doubling", () => {
    const delays = [1, 4, 5, 6, 7, 10, 11, 500].map((n) => delayAfter(n, freeFailures.account));
    expect(delays.map((ms) => ms / 1000)).toEqual([0, 0, 30, 60, 120, 900, 900, 900]);
  });

  test("a day without a try starts anew", () => {
    const past = { failures: 9, lastFailedAt: new Date("2025-01-27T00:00:00Z") };
    expect(failuresWith(past, new Date("2025-01-27T23:59:00Z"))).toBe(10);
    expect(failuresWith(past, new Date("2025-01-28T00:01:00Z"))).toBe(1);
  });

  test("says how long to wait in words", () => {
    expect([1, 30_000, 240_000].map(waitSentence)).toEqual([
      "Thử lại sau 1 giây.",
      "Thử lại sau 30 giây.",
      "Thử lại sau 4 phút.",
    ]);
  });
});
