import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { dismissNotice } from "@/lib/notifications/commands";
import { climbEscalations } from "@/lib/notifications/escalation/climbing/commands";
import {
  addEscalationLadder,
  addEscalationStep,
  updateEscalationLadder,
  updateEscalationStep,
} from "@/lib/notifications/escalation/commands";
import { listEscalationLadders } from "@/lib/notifications/escalation/queries";
import { dueRound, roundAt } from "@/lib/notifications/escalation/rules";
import { listNotices } from "@/lib/notifications/queries";
import { setClock } from "@/lib/time";
import { anAdministrator } from "@/tests/support/actors";
import { aDistrict, auditOf } from "@/tests/support/district";
import { aPublishedRoster } from "@/tests/support/duty";
import { reachable, tellPerson, tellUnit } from "@/tests/support/notices";

/** Alarms of other stories reach every officer of this database as well. */
beforeEach(() =>
  db.notice.updateMany({ where: { seenAt: null }, data: { seenAt: new Date("2025-01-01") } }),
);
afterEach(() => setClock(undefined));

const climbAt = (clock: string) => {
  setClock(`2025-01-28T${clock}:00+07:00`);
  return climbEscalations(systemActor);
};

/** What the ladder has told this person since, oldest first. */
const raisedTo = async ({ userId }: Actor) => {
  const told = await db.notice.findMany({
    where: { userId, kind: { startsWith: "escalation." } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return told.map(({ at }) => at.toISOString().slice(11, 16));
};

/** Told at 08:00 district time, 01:00 UTC: 15 and 30 and 45 minutes, lead at 45 and 75, district at 90. */
describe("the ladder for alarms", () => {
  test("tells addressee and watch again, then the lead, then the district, until someone has seen it", async () => {
    const { district, lead, staff } = await aPublishedRoster();
    setClock("2025-01-28T08:00:00+07:00");
    await reachable(staff);
    await tellUnit(lead, { kind: "advisory.urgent", title: "Lỗ hổng nghiêm trọng" });
    await climbAt("08:14");
    expect(await raisedTo(staff)).toEqual([]);
    await climbAt("08:16");
    await climbAt("08:16");
    expect(await raisedTo(staff)).toEqual(["01:16"]);
    await climbAt("08:31");
    await climbAt("08:46");
    expect(await raisedTo(staff)).toEqual(["01:16", "01:31", "01:46"]);
    expect(await raisedTo(district.officer)).toEqual([]);
    await climbAt("09:31");
    expect(await raisedTo(district.officer)).toEqual(["02:31"]);
    expect(await listNotices(district.officer)).toMatchObject([{ kind: "escalation.raised" }]);

    const [alarm] = await listNotices(lead);
    expect(alarm?.kind).toBe("escalation.raised");
    const original = (await listNotices(staff)).find(({ kind }) => kind === "advisory.urgent");
    await dismissNotice(staff, { noticeId: original?.id ?? "" });
    await climbAt("11:00");
    expect(await raisedTo(district.officer)).toEqual(["02:31"]);
    expect(await listNotices(district.officer)).toEqual([]);
    expect(await listNotices(lead)).toEqual([]);
  });

  test("goes on for one addressee when another has acknowledged", async () => {
    const { lead, otherLead } = await aDistrict();
    setClock("2025-01-28T08:00:00+07:00");
    for (const one of [lead, otherLead]) await tellPerson(one, { kind: "advisory.urgent" });
    const [notice] = await listNotices(lead);
    await dismissNotice(lead, { noticeId: notice?.id ?? "" });
    await climbAt("08:20");
    expect(await raisedTo(lead)).toEqual([]);
    expect(await raisedTo(otherLead)).toEqual(["01:20"]);
  });

  test("is quiet for who has acknowledged what was raised to them, and goes on for the others", async () => {
    const { lead, staff, officer, secondOfficer } = await aDistrict();
    setClock("2025-01-28T08:00:00+07:00");
    await tellPerson(staff, { kind: "advisory.urgent" });
    await climbAt("09:31");
    expect(await raisedTo(officer)).toEqual(["02:31"]);
    const [raised] = await listNotices(officer);
    await dismissNotice(officer, { noticeId: raised?.id ?? "" });
    await climbAt("10:31");
    expect(await raisedTo(officer)).toEqual(["02:31"]);
    expect(await raisedTo(secondOfficer)).toEqual(["02:31", "03:31"]);
    expect(await raisedTo(lead)).toEqual(["02:31"]);
  });

  test("raises each round once when two workers climb at once", async () => {
    const { staff } = await aDistrict();
    setClock("2025-01-28T08:00:00+07:00");
    await tellPerson(staff, { kind: "advisory.urgent" });
    setClock("2025-01-28T08:16:00+07:00");
    await Promise.all([climbEscalations(systemActor), climbEscalations(systemActor)]);
    expect(await raisedTo(staff)).toEqual(["01:16"]);
  });
});

test("a round is due when its time has come, the latest alone, and never behind one raised", () => {
  const step = { id: "s", afterMinutes: 10, repeatTimes: 3, repeatMinutes: 5, active: true };
  const start = new Date("2025-01-28T01:00:00Z");
  for (let minute = 0; minute < 60; minute++) {
    const at = new Date(start.getTime() + minute * 60_000);
    for (const last of [null, 0, 1, 2, 3]) {
      const round = dueRound(step, start, last, at);
      if (round === null) continue;
      expect(roundAt(step, start, round).getTime()).toBeLessThanOrEqual(at.getTime());
      expect(round).toBeGreaterThan(last ?? -1);
      const next = roundAt(step, start, round + 1);
      expect(round === step.repeatTimes || next > at).toBe(true);
    }
  }
  expect(dueRound({ ...step, active: false }, start, null, new Date("2025-01-29"))).toBeNull();
});

describe("an administrator", () => {
  test("writes ladders and steps, with their entries; nobody else does", async () => {
    const { lead, officer, committee } = await aDistrict();
    const admin = anAdministrator({ unitId: committee.id });
    const name = `Thang ${committee.id}`;
    const input = { name, description: "", kinds: ["sweep.missing"] };
    await expect(addEscalationLadder(officer, input)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await addEscalationLadder(admin, input);
    const find = async () =>
      (await listEscalationLadders(admin)).find((ladder) => ladder.name === name);
    const { id: ladderId = "", version = 0 } = (await find()) ?? {};
    expect(await auditOf(ladderId)).toEqual(["escalation-ladder.add"]);
    await expect(
      addEscalationLadder(admin, { ...input, name: `${name} nữa` }),
    ).rejects.toMatchObject({ reason: "conflict" });

    const step = {
      afterMinutes: 5,
      tell: ["unit_lead" as const],
      repeatTimes: 0,
      repeatMinutes: 15,
    };
    await addEscalationStep(admin, { ladderId, ...step });
    await expect(addEscalationStep(admin, { ladderId, ...step })).rejects.toMatchObject({
      reason: "conflict",
    });
    const [kept] = (await find())?.steps ?? [];
    const edited = { stepId: kept?.id ?? "", version: 1, ...step, active: false };
    await updateEscalationStep(admin, edited);
    await expect(updateEscalationStep(admin, edited)).rejects.toMatchObject({ reason: "conflict" });
    await updateEscalationLadder(admin, { ladderId, version, ...input, active: false });
    expect(await find()).toMatchObject({ active: false, steps: [{ active: false }] });
    expect(await listEscalationLadders(lead)).toEqual([]);
  });
});
