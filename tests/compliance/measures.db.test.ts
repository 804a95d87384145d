import fc from "fast-check";
import { expect, test } from "vitest";
import { judgedLines } from "@/lib/compliance/measures/queries";
import { db } from "@/lib/db";
import { judgeNaively, loadRows, type NaiveLine } from "@/tests/support/compliance-naive";
import { aWorld, someTime } from "@/tests/support/compliance-world";

const inOrder = (lines: readonly NaiveLine[]) =>
  lines
    .map((line) => ({ ...line, since: line.since === null ? null : Number(line.since) }))
    .sort((one, two) => (one.measure + one.unitId).localeCompare(two.measure + two.unitId));

test("what is measured is what counting by hand comes to, at any instant of any campaign", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const { campaign, units } = await aWorld(draw);
      const rows = await loadRows(campaign.id);
      for (let round = 0; round < 10; round++) {
        const at = someTime(draw);
        const measured = await db.$queryRaw<NaiveLine[]>`${judgedLines({ campaign, at })}`;
        const naive = judgeNaively(campaign, rows, at);
        expect(inOrder(measured)).toEqual(inOrder(naive));
        for (const { measure, verdict } of measured) seen.add(`${measure} ${verdict}`);

        if (round > 0) continue;
        const [one = ""] = units;
        const alone = await db.$queryRaw<NaiveLine[]>`
          ${judgedLines({ campaign, at, unitIds: [one] })}`;
        expect(inOrder(alone)).toEqual(inOrder(naive.filter(({ unitId }) => unitId === one)));
      }
    }),
    { numRuns: 5, seed: 2031, endOnFailure: true },
  );
  // A property that never meets a verdict proves nothing about it.
  const kinds = (verdict: string) => [...seen].filter((one) => one.endsWith(` ${verdict}`));
  expect(kinds("not_met").length).toBeGreaterThanOrEqual(9);
  expect(kinds("at_risk").length).toBeGreaterThanOrEqual(9);
  expect(kinds("met").length).toBeGreaterThanOrEqual(9);
}, 60_000);
