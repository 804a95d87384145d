import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { acknowledgeDirective, reportProgress } from "@/lib/directives/assignments/commands";
import { dueStep, stepAt } from "@/lib/directives/ladders/rules";
import { raiseReminders } from "@/lib/directives/ladders/steps/commands";
import { listNotices } from "@/lib/notifications/queries";
import { isoDay, setClock } from "@/lib/time";
import {
  aDistrict,
  aDraft,
  anIssuedDirective,
  auditOf,
  type District,
} from "@/tests/support/district";

const at = (local: string) => setClock(`${local}:00+07:00`);

beforeEach(() => at("2025-01-05T09:00"));
afterEach(() => setClock(undefined));

const tick = () => raiseReminders(systemActor);

/** Everyone has acknowledged, so that only deadlines are left to remind of. */
async function anAcknowledged(district: District, dueAt: (string | null)[] = ["2025-01-20T17:00"]) {
  const sections = aDraft(district).sections.map((section) => ({
    ...section,
    obligations: dueAt.map((due, index) => ({
      text: `Việc thứ ${index + 1}`,
      measures: ["free" as const],
      dueAt: due,
    })),
  }));
  const directive = await anIssuedDirective(district, { sections });
  await db.directiveReceipt.updateMany({
    where: { directiveId: directive.id },
    data: { acknowledgedAt: new Date("2025-01-05T03:00:00Z") },
  });
  return directive;
}

const stepsOf = (directiveId: string, unitId?: string) =>
  db.reminderStep.findMany({
    where: { directiveId, unitId },
    include: { rule: true },
    orderBy: [{ raisedAt: "asc" }, { unitId: "asc" }],
  });

const offsetsOf = async (directiveId: string, unitId: string) =>
  (await stepsOf(directiveId, unitId)).map(({ rule }) => rule.offset);

const titlesOf = async (actor: Actor) => (await listNotices(actor)).map(({ title }) => title);

describe("the ladder", () => {
  test("climbs day by day, each step once, the later the wider", async () => {
    const district = await aDistrict();
    const { lead, staff, officer } = district;
    const { id, number } = await anAcknowledged(district);
    await tick();
    expect(await stepsOf(id)).toEqual([]);

    for (const day of ["13", "17", "19", "20", "21", "23"]) {
      at(`2025-01-${day}T07:59`);
      const before = (await stepsOf(id)).length;
      await tick();
      expect(await stepsOf(id), `before 8:00 on ${day}`).toHaveLength(before);
      at(`2025-01-${day}T08:01`);
      await tick();
      await tick();
      expect(await stepsOf(id), `after 8:00 on ${day}`).toHaveLength(before + 3);
    }
    expect(await offsetsOf(id, lead.unitId)).toEqual([-7, -3, -1, 0, 1, 3]);
    const document = `Số ${String(number).padStart(2, "0")}/UBND-VH`;
    const overdue = `${document}: 1 việc quá hạn từ 17:00 20/01/2025`;
    // Earlier steps have given way; the lead is told in person as well since the day after.
    expect(await titlesOf(staff)).toEqual([overdue]);
    expect(await titlesOf(lead)).toEqual([overdue, overdue]);
    expect(await titlesOf(officer)).toEqual([`${document}: 3 đơn vị chưa báo cáo`]);
    expect(
      (await auditOf(id)).filter((entry) => entry === "directive.remind-by-rule"),
    ).toHaveLength(6);
  });

  test("gathers what is due on one day into one notice that names the first", async () => {
    const district = await aDistrict();
    await anAcknowledged(district, [
      "2025-01-20T17:00",
      "2025-01-20T09:00",
      "2025-01-25T17:00",
      null,
    ]);
    at("2025-01-17T08:30");
    await tick();
    const [notice, ...others] = await listNotices(district.lead);
    expect(others).toEqual([]);
    expect(notice?.title).toContain("2 việc đến hạn 09:00 20/01/2025");
    expect(notice?.body).toContain("Việc đầu tiên: Việc thứ 2");
  });

  test("after a downtime raises the latest missed step alone", async () => {
    const district = await aDistrict();
    const { id } = await anAcknowledged(district);
    at("2025-02-10T10:00");
    await tick();
    expect(await offsetsOf(id, district.lead.unitId)).toEqual([3]);
  });

  test("says nothing of steps that were due before the directive came", async () => {
    const district = await aDistrict();
    at("2025-01-18T09:00");
    const { id } = await anAcknowledged(district);
    await tick();
    expect(await stepsOf(id)).toEqual([]);
    at("2025-01-19T09:00");
    await tick();
    expect(await offsetsOf(id, district.lead.unitId)).toEqual([-1]);
  });

  test("raised by two workers at once is raised once", async () => {
    const district = await aDistrict();
    const { id } = await anAcknowledged(district);
    at("2025-01-19T08:30");
    const runs = await Promise.all([tick(), tick(), tick(), tick()]);
    const units = runs.flatMap((run) => run.filter(({ directiveId }) => directiveId === id));
    expect(units).toEqual([{ directiveId: id, units: 3, steps: 3 }]);
    expect(await stepsOf(id)).toHaveLength(3);
    expect(await listNotices(district.lead)).toHaveLength(1);
  });

  test("leaves alone whoever has reported, and takes back what it told them", async () => {
    const district = await aDistrict();
    const { lead } = district;
    const { id } = await anAcknowledged(district);
    at("2025-01-17T08:30");
    await tick();
    expect(await listNotices(lead)).toHaveLength(1);

    const assignment = await db.assignment.findFirstOrThrow({
      where: { directiveId: id, unitId: lead.unitId },
    });
    await reportProgress(lead, {
      assignmentId: assignment.id,
      requestId: randomUUID(),
      kind: "result",
      text: "Đã xong.",
      files: [],
    });
    at("2025-01-21T08:30");
    await tick();
    expect(await listNotices(lead)).toEqual([]);
    expect(await offsetsOf(id, lead.unitId)).toEqual([-3]);
    expect(await offsetsOf(id, district.otherLead.unitId)).toEqual([-3, 1]);
  });

  test("starts anew for a deadline that was moved", async () => {
    const district = await aDistrict();
    const { id } = await anAcknowledged(district);
    at("2025-01-19T08:30");
    await tick();
    await db.assignment.updateMany({
      where: { directiveId: id, unitId: district.lead.unitId },
      data: { dueAt: new Date("2025-01-30T10:00:00Z") },
    });
    at("2025-01-27T08:30");
    await tick();
    expect(await offsetsOf(id, district.lead.unitId)).toEqual([-1, -3]);
    expect(await listNotices(district.lead)).toHaveLength(1);
  });

  test("tells the person in charge of the work as well, privately", async () => {
    const district = await aDistrict();
    const { lead, staff } = district;
    const { id } = await anAcknowledged(district);
    await db.assignment.updateMany({
      where: { directiveId: id, unitId: lead.unitId },
      data: { assigneeId: staff.userId },
    });
    at("2025-01-19T08:30");
    await tick();
    expect(await listNotices(staff)).toHaveLength(2);
    expect(await listNotices(lead)).toHaveLength(1);
  });

  test("ends with the directive", async () => {
    const district = await aDistrict();
    const { id } = await anAcknowledged(district);
    await db.directive.update({ where: { id }, data: { state: "closed", closedAt: new Date() } });
    at("2025-01-21T08:30");
    await tick();
    expect(await stepsOf(id)).toEqual([]);
  });

  test("asks for the acknowledgement a day after delivery, and stops once it is given", async () => {
    const district = await aDistrict();
    const { lead, otherLead } = district;
    const { id } = await anIssuedDirective(district);
    at("2025-01-06T08:59");
    await tick();
    expect(await stepsOf(id)).toEqual([]);
    at("2025-01-06T09:01");
    await tick();
    expect(await titlesOf(lead)).toEqual([expect.stringContaining("đơn vị chưa tiếp nhận")]);

    await acknowledgeDirective(lead, {
      directiveId: id,
      contactName: "Hoàng Thị Đầu Mối",
      contactPhone: "0912345678",
    });
    at("2025-01-07T09:01");
    await tick();
    expect(await offsetsOf(id, lead.unitId)).toEqual([24]);
    expect(await listNotices(lead)).toEqual([]);
    expect(await offsetsOf(id, otherLead.unitId)).toEqual([24, 48]);
  });

  test("is the clock's: no person raises it", async () => {
    const district = await aDistrict();
    await expect(raiseReminders(district.officer)).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("in SQL agrees with the rule in words", async () => {
    const district = await aDistrict();
    const { id } = await anAcknowledged(district, ["2025-01-20T06:30"]);
    const anchor = new Date("2025-01-20T06:30:00+07:00");
    const rules = await db.reminderRule.findMany({ where: { ladder: { usedByDefault: true } } });
    let raised: Date | null = null;
    for (let hour = 0; hour < 24 * 20; hour += 13) {
      const look = new Date(Date.parse("2025-01-05T10:00:00+07:00") + hour * 3_600_000);
      setClock(look.toISOString());
      await tick();
      const since = new Date("2025-01-05T09:00:00+07:00");
      const step: { at: Date } | null = dueStep(
        rules,
        { subject: "report", anchor, since, raised },
        look,
      );
      raised = step?.at ?? raised;
      const last = (await stepsOf(id, district.lead.unitId)).at(-1);
      expect(last?.stepAt ?? null).toEqual(raised);
      if (last) expect(last.stepAt).toEqual(stepAt(last.rule, anchor));
      if (last) expect(last.dueDay.toISOString().slice(0, 10)).toBe(isoDay(anchor));
    }
    expect(raised).not.toBeNull();
  });
});
