import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import {
  addRule,
  chooseLadder,
  createLadder,
  updateLadder,
  updateRule,
} from "@/lib/directives/ladders/commands";
import { findDirectiveLadder, listLadders } from "@/lib/directives/ladders/queries";
import { type AddRule, addRuleSchema } from "@/lib/directives/ladders/schema";
import { raiseReminders } from "@/lib/directives/ladders/steps/commands";
import { setClock } from "@/lib/time";
import {
  aDistrict,
  anIssuedDirective,
  aPerson,
  auditOf,
  type District,
} from "@/tests/support/district";

afterEach(() => setClock(undefined));

const administratorOf = ({ committee }: District) => aPerson("administrator", committee, "command");

async function aLadder(administrator: Actor, rule?: Partial<AddRule>) {
  const name = `Bộ nhắc ${randomUUID().slice(0, 8)}`;
  await createLadder(administrator, { name, description: "" });
  const { id } = await db.reminderLadder.findUniqueOrThrow({ where: { name } });
  await addRule(administrator, {
    ladderId: id,
    subject: "report",
    offset: -5,
    minuteOfDay: 480,
    tell: ["unit"],
    text: "Còn năm ngày.",
    active: true,
    ...rule,
  });
  return id;
}

const stepsOf = (directiveId: string) =>
  db.reminderStep.findMany({ where: { directiveId }, include: { rule: true } });

describe("a directive's ladder", () => {
  test("is the default one until it chooses a stricter one or none", async () => {
    setClock("2025-01-05T08:00:00+07:00");
    const district = await aDistrict();
    const { officer } = district;
    const strict = await aLadder(await administratorOf(district));
    const { id: off } = await anIssuedDirective(district);
    const { id: own } = await anIssuedDirective(district);
    expect((await findDirectiveLadder(officer, own))?.ladder?.name).toBe("Nhắc thường");
    await chooseLadder(officer, { directiveId: off, ladder: "off" });
    await chooseLadder(officer, { directiveId: own, ladder: strict });
    expect(await auditOf(own)).toContain("directive.choose-ladder");

    setClock("2025-01-15T08:01:00+07:00");
    await raiseReminders(systemActor);
    expect(await stepsOf(off)).toEqual([]);
    expect((await stepsOf(own)).map(({ rule }) => rule.offset)).toEqual([-5, -5, -5]);

    await chooseLadder(officer, { directiveId: off, ladder: "default" });
    await raiseReminders(systemActor);
    expect((await stepsOf(off)).length).toBeGreaterThan(0);
  });

  test("is chosen by the district alone", async () => {
    const district = await aDistrict();
    const { id: directiveId } = await anIssuedDirective(district);
    const choice = { directiveId, ladder: "off" as const };
    await expect(chooseLadder(district.observer, choice)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(chooseLadder(district.lead, choice)).rejects.toMatchObject({
      reason: "forbidden",
    });
    const stranger = (await aDistrict()).lead;
    await expect(chooseLadder(stranger, choice)).rejects.toMatchObject({ reason: "not-found" });
  });
});

describe("the rules", () => {
  test("are written by the administrator, read by the district, hidden from units", async () => {
    const district = await aDistrict();
    const administrator = await administratorOf(district);
    const ladderId = await aLadder(administrator);
    expect(await auditOf(ladderId)).toEqual(["reminder-ladder.create"]);
    for (const actor of [district.officer, district.leader, district.lead, district.observer]) {
      await expect(createLadder(actor, { name: "Khác", description: "" })).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
    expect((await listLadders(district.officer)).map(({ id }) => id)).toContain(ladderId);
    expect(await listLadders(district.lead)).toEqual([]);
    expect(await findDirectiveLadder(district.lead, randomUUID())).toBeNull();
  });

  test("have one step per moment and one name per ladder", async () => {
    const administrator = await administratorOf(await aDistrict());
    const ladderId = await aLadder(administrator);
    const again = { ladderId, subject: "report" as const, offset: -5, minuteOfDay: 600 };
    await expect(
      addRule(administrator, { ...again, tell: ["lead"], text: "Trùng.", active: true }),
    ).rejects.toMatchObject({ reason: "conflict" });
    const { name } = await db.reminderLadder.findUniqueOrThrow({ where: { id: ladderId } });
    await expect(createLadder(administrator, { name, description: "" })).rejects.toMatchObject({
      reason: "conflict",
    });
  });

  test("are not overwritten unseen by a second administrator", async () => {
    const administrator = await administratorOf(await aDistrict());
    const ladderId = await aLadder(administrator);
    const rule = await db.reminderRule.findFirstOrThrow({ where: { ladderId } });
    const { id: ruleId, version, subject, offset, minuteOfDay, tell, text } = rule;
    const change = { ruleId, version, subject, offset, minuteOfDay, tell, text, active: false };
    const outcomes = await Promise.allSettled([
      updateRule(administrator, change),
      updateRule(administrator, { ...change, text: "Câu khác." }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await auditOf(ruleId)).toEqual(["reminder-rule.add", "reminder-rule.update"]);
    await expect(
      updateLadder(administrator, { ladderId, version: 0, name: "Cũ", description: "" }),
    ).rejects.toMatchObject({ reason: "conflict" });
  });

  test("read what a person says as a signed offset", () => {
    const said = { ladderId: randomUUID(), tell: ["unit"], text: "Nhắc việc", active: "on" };
    const read = (moment: string, length: string) =>
      addRuleSchema.safeParse({ ...said, moment, length, time: "08:30" }).data;
    expect(read("before", "3")).toMatchObject({ subject: "report", offset: -3, minuteOfDay: 510 });
    expect(read("on", "7")).toMatchObject({ subject: "report", offset: 0 });
    expect(read("after", "1")).toMatchObject({ subject: "report", offset: 1 });
    expect(read("unacknowledged", "24")).toMatchObject({ subject: "acknowledgement", offset: 24 });
    expect(read("after", "0")).toBeUndefined();
    expect(read("before", "61")).toBeUndefined();
  });
});
