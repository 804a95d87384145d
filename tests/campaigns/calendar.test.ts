import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dayName,
  isTetEve,
  lunarDay,
  lunarLabel,
  lunarShort,
  solarDay,
  tetDay,
  tetEve,
  weekdayOf,
  yearName,
} from "@/lib/campaigns/calendar/rules";
import { daysBetween } from "@/lib/time";
import lunarVectors from "../fixtures/campaigns/lunar-vectors.json";
import tetDates from "../fixtures/campaigns/tet-dates.json";

const weekdays: Record<string, string> = {
  CN: "Chủ Nhật",
  T2: "Thứ Hai",
  T3: "Thứ Ba",
  T4: "Thứ Tư",
  T5: "Thứ Năm",
  T6: "Thứ Sáu",
  T7: "Thứ Bảy",
};

const days = daysBetween("1968-01-29", "2050-12-31");
const anyDay = fc.integer({ min: 0, max: days }).map((offset) => addDays("1968-01-29", offset));

describe("the Vietnamese calendar", () => {
  test.each(lunarVectors.vectors)("$day is known in full", (vector) => {
    const [day = 0, month = 0, year = 0] = vector.lunar;
    expect(lunarDay(vector.day)).toEqual({ day, month, year, leap: vector.leap });
    expect(solarDay({ day, month, year, leap: vector.leap })).toBe(vector.day);
    expect(weekdayOf(vector.day)).toBe(weekdays[vector.weekday]);
    expect(yearName(year)).toBe(vector.year);
    expect(dayName(vector.day)).toBe(vector.dayName);
  });

  test.each(lunarVectors.press)("%s is what the newspapers printed", (solar, day, month, year) => {
    expect(lunarDay(String(solar))).toEqual({ day, month, year, leap: false });
  });

  test.each(Object.entries(tetDates.tet))("Tết %s is on %s", (year, day) => {
    expect(tetDay(Number(year))).toBe(day);
    expect(isTetEve(tetEve(Number(year)))).toBe(true);
  });

  test.each(Object.entries(lunarVectors.leapMonths))("%s has a leap month %i", (year, month) => {
    const leaps = Array.from({ length: 12 }, (_, index) => index + 1).filter((number) =>
      solarDay({ day: 1, month: number, year: Number(year), leap: true }),
    );
    expect(leaps).toEqual([month]);
  });

  test("there and back again, every day from 1968 to 2050", () => {
    for (let day = "1968-01-29"; day <= "2050-12-31"; day = addDays(day, 1)) {
      if (solarDay(lunarDay(day)) !== day) expect.fail(`${day} does not come back`);
    }
  });

  test("lunar days follow one another", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const today = lunarDay(day);
        const tomorrow = lunarDay(addDays(day, 1));
        expect([1, today.day + 1]).toContain(tomorrow.day);
        if (tomorrow.day === 1) expect([29, 30]).toContain(today.day);
      }),
    );
  });

  test("the eve of Tết is the day before mùng 1 and never assumed to be the 30th", () => {
    const eves = Array.from({ length: 8 }, (_, index) => lunarDay(tetEve(2025 + index)).day);
    expect(eves).toEqual(Array(8).fill(29));
    expect(lunarDay(tetEve(2024)).day).toBe(30);
    expect(lunarDay(tetEve(2033)).day).toBe(30);
    expect(solarDay({ day: 30, month: 12, year: 2024, leap: false })).toBeNull();
  });

  test("days are named as people name them", () => {
    expect(lunarLabel("2025-01-28")).toBe("giao thừa (29 Chạp)");
    expect(lunarLabel("2024-02-08")).toBe("29 Chạp");
    expect(lunarLabel("2024-02-09")).toBe("giao thừa (30 Chạp)");
    expect(lunarLabel("2025-01-29")).toBe("mùng 1 Tết");
    expect(lunarLabel("2025-02-12")).toBe("rằm tháng Giêng");
    expect(lunarLabel("2025-04-07")).toBe("mùng 10 tháng Ba");
    expect(lunarLabel("2025-07-25")).toBe("mùng 1 tháng Sáu nhuận");
    expect(lunarShort("2025-07-25")).toBe("1/6 nhuận");
    expect(lunarShort("2025-07-26")).toBe("2");
  });

  test.each([
    [{ day: 30, month: 1, year: 2025, leap: true }],
    [{ day: 31, month: 1, year: 2025, leap: false }],
    [{ day: 1, month: 13, year: 2025, leap: false }],
    [{ day: 1, month: 1, year: 1200, leap: false }],
  ])("a day that does not exist is nobody's: %o", (lunar) => {
    expect(solarDay(lunar)).toBeNull();
  });
});
