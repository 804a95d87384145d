import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isTetEve, lunarDay, tetDay } from "@/lib/campaigns/calendar/rules";
import { type DeadlineRule, inForce, proposeDeadline } from "@/lib/campaigns/deadlines/rules";
import { campaignLapse, campaignState, repeatPlan, shiftDeadline } from "@/lib/campaigns/rules";
import { type CampaignPlan, campaignPlanSchema } from "@/lib/campaigns/schema";
import { planFromTemplate } from "@/lib/campaigns/templates/rules";
import { daysBetween, localInput, parseLocal } from "@/lib/time";

const tet = {
  name: "Tết Dương lịch, Tết Nguyên đán và 3/2",
  leadDays: 7,
  trailDays: 3,
  occasions: [
    occasion("tet_duong_lich", "Tết Dương lịch", "solar", 1, 1, 0, 1),
    occasion("tet_nguyen_dan", "Tết Nguyên đán", "lunar", 1, 1, -1, 6),
    occasion("thanh_lap_dang", "Ngày thành lập Đảng 3/2", "solar", 2, 3, 0, 1),
  ],
};

const anyYear = fc.integer({ min: 1968, max: 2049 });

describe("a template in a year", () => {
  test("gives the dates that the newspapers of 2025 and 2026 printed", () => {
    const plan = planFromTemplate(tet, 2026);
    expect(plan.occasions.map(({ firstOn, lastOn }) => [firstOn, lastOn])).toEqual([
      ["2026-01-01", "2026-01-01"],
      ["2026-02-03", "2026-02-03"],
      ["2026-02-16", "2026-02-21"],
    ]);
    expect(plan.occasions[2]?.name).toBe("Tết Nguyên đán Bính Ngọ");
    expect([plan.startsAt, plan.endsAt]).toEqual(["2025-12-25T07:00", "2026-02-24T17:00"]);
    const before = planFromTemplate(tet, 2025).occasions[1];
    expect(before).toMatchObject({ name: "Tết Nguyên đán Ất Tỵ", firstOn: "2025-01-28" });
  });

  test("is a valid plan whose Tết begins on the eve, in every year", () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const plan = planFromTemplate(tet, year);
        expect(campaignPlanSchema.safeParse(plan).success).toBe(true);
        const eve = plan.occasions.find(({ kind }) => kind === "tet_nguyen_dan")?.firstOn ?? "";
        expect(isTetEve(eve)).toBe(true);
        expect(addDays(eve, 1)).toBe(tetDay(year));
      }),
      { numRuns: 40 },
    );
  });

  test("a day of Chạp is sought in the civil year it falls in", () => {
    const kitchenGods = {
      ...tet,
      occasions: [occasion("own", "Ông Công ông Táo", "lunar", 12, 23, 0, 1)],
    };
    const days = [2024, 2025, 2026, 2027, 2028].map(
      (year) => planFromTemplate(kitchenGods, year).occasions[0]?.firstOn,
    );
    expect(days).toEqual(["2024-02-02", "2025-01-22", "2026-02-10", "2027-01-30", "2028-01-19"]);
  });
});

describe("a campaign in another year", () => {
  test("keeps lunar occasions on their lunar days and the window at its distance", () => {
    const next = repeatPlan(planFromTemplate(tet, 2025), 2026);
    expect(next).toEqual(planFromTemplate(tet, 2026));
  });

  test("there and back is where it began", () => {
    fc.assert(
      fc.property(anyYear, anyYear, (from, to) => {
        const plan = planFromTemplate(tet, from);
        const back = repeatPlan(repeatPlan(plan, to), from);
        expect(back.occasions.map(days)).toEqual(plan.occasions.map(days));
        expect([back.startsAt, back.endsAt]).toEqual([plan.startsAt, plan.endsAt]);
      }),
      { numRuns: 40, examples: [[1992, 1975]] },
    );
  });

  test("a deadline keeps its hour and its distance to the nearest fixed day", () => {
    const from = planFromTemplate(tet, 2025);
    const to = planFromTemplate(tet, 2026);
    const moved = (local: string) => {
      const dueAt = parseLocal(local);
      if (!dueAt) throw new Error("not a time");
      return localInput(shiftDeadline(dueAt, from, to));
    };
    expect(moved("2025-01-25T17:00")).toBe("2026-02-13T17:00");
    expect(moved("2024-12-26T09:30")).toBe("2025-12-26T09:30");
    expect(daysBetween("2025-01-25", "2025-01-28")).toBe(daysBetween("2026-02-13", "2026-02-16"));
  });

  test("an occasion that was taken out moves nothing", () => {
    const from = planFromTemplate(tet, 2025);
    const to: CampaignPlan = { ...planFromTemplate(tet, 2026), occasions: [] };
    const dueAt = parseLocal("2025-01-25T17:00") ?? new Date(0);
    expect(localInput(shiftDeadline(dueAt, from, to))).toMatch(/T17:00$/);
  });
});

describe("the state of a campaign", () => {
  const at = new Date("2025-01-10T00:00:00Z");
  const window = { startsAt: new Date("2025-01-05"), endsAt: new Date("2025-01-09") };
  test("is read from who opened and closed it, and never from the calendar", () => {
    expect(campaignState({ openedAt: null, closedAt: null })).toBe("planned");
    expect(campaignState({ openedAt: at, closedAt: null })).toBe("running");
    expect(campaignState({ openedAt: at, closedAt: at })).toBe("closed");
    expect(campaignLapse({ ...window, openedAt: null, closedAt: null }, at)).toBe("unopened");
    expect(campaignLapse({ ...window, openedAt: at, closedAt: null }, at)).toBe("unclosed");
    expect(campaignLapse({ ...window, openedAt: at, closedAt: at }, at)).toBeNull();
  });
});

describe("deadline rules", () => {
  const campaign = {
    startsOn: "2025-01-20",
    endsOn: "2025-02-05",
    occasions: [{ kind: "tet_nguyen_dan", firstOn: "2025-01-28", lastOn: "2025-02-02" }],
  };
  const rule = (change: Partial<DeadlineRule>): DeadlineRule => ({
    id: "r",
    measure: null,
    anchor: "ends",
    occasionKind: null,
    offset: 0,
    time: "17:00",
    ...change,
  });

  test("awareness is due three days before the end of the campaign", () => {
    const rules = [rule({ id: "any", offset: 1 }), rule({ measure: "awareness", offset: -3 })];
    expect(proposeDeadline(rules, campaign, ["awareness"])?.dueAt).toBe("2025-02-02T17:00");
    expect(proposeDeadline(rules, campaign, ["sweep"])).toEqual({
      dueAt: "2025-02-06T17:00",
      ruleId: "any",
    });
  });

  test("counts from an occasion where the campaign has it, and is silent where not", () => {
    const eve = rule({ anchor: "occasion_starts", occasionKind: "tet_nguyen_dan", offset: -2 });
    expect(proposeDeadline([eve], campaign, [])?.dueAt).toBe("2025-01-26T17:00");
    expect(proposeDeadline([eve], { ...campaign, occasions: [] }, [])).toBeNull();
  });

  test("of several measures the earliest deadline holds", () => {
    const rules = [
      rule({ measure: "awareness", offset: -1 }),
      rule({ id: "s", measure: "sweep", anchor: "starts", offset: 2 }),
    ];
    expect(proposeDeadline(rules, campaign, ["awareness", "sweep"])?.ruleId).toBe("s");
  });

  test("is in force from its first day to the day before its last", () => {
    const validity = { validFrom: "2025-01-01", validTo: "2026-01-01" };
    expect(
      ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"].map((d) => inForce(validity, d)),
    ).toEqual([false, true, true, false]);
  });
});

const days = ({ firstOn, lastOn }: { firstOn: string; lastOn: string }) => [firstOn, lastOn];

function occasion(
  kind: "tet_duong_lich" | "tet_nguyen_dan" | "thanh_lap_dang" | "own",
  name: string,
  calendar: "solar" | "lunar",
  month: number,
  day: number,
  offset: number,
  length: number,
) {
  return { kind, name, calendar, month, day, offset, days: length };
}

test("the last day before Tết is in Chạp", () => {
  expect(lunarDay("2026-02-16").month).toBe(12);
});
