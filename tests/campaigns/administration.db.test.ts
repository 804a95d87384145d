import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createDeadlineRule, saveDeadlineRule } from "@/lib/campaigns/deadlines/commands";
import { listDeadlineRules } from "@/lib/campaigns/deadlines/queries";
import { createDeadlineRuleSchema } from "@/lib/campaigns/deadlines/schema";
import { createHoliday, deleteHoliday, saveHoliday } from "@/lib/campaigns/holidays/commands";
import { listHolidays } from "@/lib/campaigns/holidays/queries";
import { createTemplate, deleteTemplate, saveTemplate } from "@/lib/campaigns/templates/commands";
import { findTemplate } from "@/lib/campaigns/templates/queries";
import { aDistrict, aPerson, auditOf } from "@/tests/support/district";

const people = async () => {
  const district = await aDistrict();
  const administrator = await aPerson("administrator", district.committee, "command");
  return { ...district, administrator };
};

describe("a public holiday", () => {
  const holiday = () => ({
    name: `Nghỉ lễ ${randomUUID()}`,
    firstOn: "2027-02-05",
    lastOn: "2027-02-11",
    source: "Thông báo thử nghiệm",
    confidence: "official" as const,
  });

  test("is entered with its source, corrected by version, and read by every unit", async () => {
    const { administrator, lead } = await people();
    const input = holiday();
    const { id } = await createHoliday(administrator, input);
    const seen = async () =>
      (await listHolidays(lead, "2027-02-11", "2027-02-28")).find((row) => row.id === id);
    expect(await seen()).toEqual({ ...input, id, version: 1 });
    const change = { ...input, holidayId: id, version: 1, lastOn: "2027-02-10" };
    const saves = await Promise.allSettled([1, 2].map(() => saveHoliday(administrator, change)));
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await seen()).toBeUndefined();
    await deleteHoliday(administrator, { holidayId: id, version: 2 });
    expect(await auditOf(id)).toEqual([
      "public-holiday.create",
      "public-holiday.save",
      "public-holiday.delete",
    ]);
  });

  test("is the administrator's, and stands there once", async () => {
    const { administrator, officer } = await people();
    const input = holiday();
    await expect(createHoliday(officer, input)).rejects.toMatchObject({ reason: "forbidden" });
    await createHoliday(administrator, input);
    await expect(createHoliday(administrator, input)).rejects.toMatchObject({ reason: "conflict" });
  });
});

describe("a template", () => {
  test("is added, corrected by version and taken away by the administrator alone", async () => {
    const { administrator, officer, lead } = await people();
    const input = {
      name: `Mẫu ${randomUUID()}`,
      note: "",
      rank: 50,
      leadDays: 5,
      trailDays: 2,
      occasions: [
        {
          kind: "gio_to" as const,
          name: "Giỗ Tổ",
          calendar: "lunar" as const,
          month: 3,
          day: 10,
          offset: 0,
          days: 1,
        },
      ],
    };
    await expect(createTemplate(officer, input)).rejects.toMatchObject({ reason: "forbidden" });
    const { id } = await createTemplate(administrator, input);
    expect(await findTemplate(officer, id)).toEqual({ ...input, id, version: 1 });
    expect(await findTemplate(lead, id)).toBeNull();
    const save = { ...input, templateId: id, version: 1, leadDays: 9 };
    await saveTemplate(administrator, save);
    await expect(saveTemplate(administrator, save)).rejects.toMatchObject({ reason: "conflict" });
    await deleteTemplate(administrator, { templateId: id, version: 2 });
    expect(await auditOf(id)).toEqual([
      "campaign-template.create",
      "campaign-template.save",
      "campaign-template.delete",
    ]);
  });
});

describe("a deadline rule", () => {
  const fields = {
    measure: "awareness",
    anchor: "ends",
    occasionKind: "",
    days: "3",
    direction: "before",
    time: "17:00",
    source: "Thông lệ",
    note: "",
    validFrom: "2025-01-01",
    validTo: "",
  };

  test("says what it counts from, its source and how long it holds", async () => {
    const { administrator, officer, lead } = await people();
    const input = createDeadlineRuleSchema.parse(fields);
    await expect(createDeadlineRule(officer, input)).rejects.toMatchObject({ reason: "forbidden" });
    const { id } = await createDeadlineRule(administrator, input);
    const found = async () => (await listDeadlineRules(officer)).find((rule) => rule.id === id);
    expect(await found()).toMatchObject({ measure: "awareness", offset: -3, validTo: null });
    expect(await listDeadlineRules(lead)).toEqual([]);
    const change = { ...input, ruleId: id, version: 1, validTo: "2026-01-01" };
    await saveDeadlineRule(administrator, change);
    await expect(saveDeadlineRule(administrator, change)).rejects.toMatchObject({
      reason: "conflict",
    });
    expect(await found()).toMatchObject({ validTo: "2026-01-01", version: 2 });
    expect(await auditOf(id)).toEqual(["deadline-rule.create", "deadline-rule.save"]);
  });

  test("that makes no sense is refused with a word about it", () => {
    const wrong = (change: Partial<typeof fields>) =>
      createDeadlineRuleSchema.safeParse({ ...fields, ...change }).success;
    expect(wrong({ anchor: "occasion_starts" })).toBe(false);
    expect(wrong({ occasionKind: "gio_to" })).toBe(false);
    expect(wrong({ validTo: "2025-01-01" })).toBe(false);
    expect(wrong({ time: "24:00" })).toBe(false);
    expect(wrong({ anchor: "occasion_ends", occasionKind: "gio_to" })).toBe(true);
  });
});
