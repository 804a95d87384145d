import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { measureGroups } from "@/lib/compliance/labels";
import { measureOf } from "@/lib/compliance/measures/queries";
import {
  daysSoFar,
  emptySpread,
  instantOf,
  shareMet,
  verdictOf,
  worst,
} from "@/lib/compliance/rules";
import { complianceMeasures } from "@/lib/compliance/schema";
import { measureLabels } from "@/lib/directives/labels";
import { measures } from "@/lib/directives/schema";

describe("the registry of measures", () => {
  test("has every measure an obligation can name, under its own name and in one group", () => {
    for (const measure of measures) {
      expect(measureOf[measure].measure).toBe(measure);
      expect(measureOf[measure].label).toBe(measureLabels[measure]);
    }
    const grouped = measureGroups.flatMap((group) => group.measures);
    expect([...grouped].sort()).toEqual([...complianceMeasures].sort());
  });

  test("has one folder for each measure and none beside it", () => {
    const folders = readdirSync("lib/compliance/measures", { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "asking")
      .map(({ name }) => name.replaceAll("-", "_"));
    expect(folders.sort()).toEqual([...complianceMeasures].sort());
  });

  test("says something of every outcome, and what it asks", () => {
    for (const { says, asks } of Object.values(measureOf)) {
      expect(asks.length).toBeGreaterThan(20);
      for (const failed of [0, 2]) {
        for (const soon of [0, 1]) {
          for (const required of [0, 5]) {
            expect(says({ required, observed: 0, failed, soon })).not.toBe("");
          }
        }
      }
    }
  });
});

describe("verdicts", () => {
  test("what failed stands before what may fail, and nothing done is nothing known", () => {
    expect(verdictOf({ failed: 1, soon: 1, done: 9 })).toBe("not_met");
    expect(verdictOf({ failed: 0, soon: 1, done: 9 })).toBe("at_risk");
    expect(verdictOf({ failed: 0, soon: 0, done: 1 })).toBe("met");
    expect(verdictOf({ failed: 0, soon: 0, done: 0 })).toBe("not_measurable");
    expect(worst(["met", "not_measurable", "at_risk"])).toBe("at_risk");
    expect(worst([])).toBe("not_measurable");
  });

  test("a share is of what can be measured", () => {
    expect(shareMet({ ...emptySpread(), not_measurable: 4 })).toBeNull();
    expect(shareMet({ not_met: 1, at_risk: 0, met: 3, not_measurable: 10 })).toBe(0.75);
  });

  test("a day is measured at its end, at the end of the campaign, or now", () => {
    const campaign = {
      startsAt: new Date("2025-01-28T00:00:00Z"),
      endsAt: new Date("2025-01-30T10:00:00Z"),
    };
    const noon = new Date("2025-01-29T05:00:00Z");
    expect(daysSoFar(campaign, noon)).toEqual(["2025-01-28", "2025-01-29"]);
    expect(daysSoFar(campaign, new Date("2025-01-27T05:00:00Z"))).toEqual([]);
    expect(daysSoFar(campaign, new Date("2025-02-27T05:00:00Z"))).toHaveLength(3);
    expect(instantOf("2025-01-28", campaign, noon)).toEqual(new Date("2025-01-28T17:00:00Z"));
    expect(instantOf("2025-01-29", campaign, noon)).toEqual(noon);
    const after = new Date("2025-02-27T05:00:00Z");
    expect(instantOf("2025-01-30", campaign, after)).toEqual(campaign.endsAt);
  });
});
