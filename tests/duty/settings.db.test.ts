import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { escalateDuty } from "@/lib/duty/alerts/commands";
import { measureWatch } from "@/lib/duty/coverage/queries";
import { addAbsence, removeAbsence } from "@/lib/duty/people/commands";
import { discardRoster, submitRoster, withdrawRoster } from "@/lib/duty/rosters/commands";
import { saveDutyPolicy, saveUnitRule } from "@/lib/duty/settings/commands";
import { findDutyPolicy, findUnitRule } from "@/lib/duty/settings/queries";
import { type SaveDutyPolicy, saveDutyPolicySchema } from "@/lib/duty/settings/schema";
import { checkIn } from "@/lib/duty/shifts/commands";
import { findShift } from "@/lib/duty/shifts/queries";
import { setClock } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aPublishedRoster, aRosterDraft, aShift, at } from "@/tests/support/duty";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-20T08:00"));
afterEach(() => setClock(undefined));

const form = (campaignId: string, more: Record<string, unknown> = {}): SaveDutyPolicy =>
  saveDutyPolicySchema.parse({
    campaignId,
    requiredPosts: ["staff"],
    missedCheckInMinutes: "15",
    unsignedHandoverMinutes: "30",
    escalationStepMinutes: "10",
    minimumRestMinutes: "480",
    midShiftCheck: "true",
    holidays: "2025-01-28 2025-01-29",
    night: "1.5",
    weekend: "1.5",
    holiday: "2",
    eve: "3",
    newYear: "3",
    ...more,
  });

const oneWins = (outcomes: PromiseSettledResult<unknown>[]) =>
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

describe("the rules of a campaign's watch", () => {
  test("are settled by the district and hold from then on", async () => {
    const { district, campaign } = await aPublishedRoster();
    const measure = async () =>
      measureWatch(district.officer, { ...campaign, name: "" }).then(({ complete }) => complete);
    expect(await measure()).toBe(1);
    await saveDutyPolicy(district.officer, form(campaign.id, { requiredPosts: ["leader"] }));
    expect(await measure()).toBe(0);
    expect((await findDutyPolicy(district.officer, campaign.id))?.policy).toMatchObject({
      requiredPosts: ["leader"],
      midShiftCheck: true,
      holidays: ["2025-01-28", "2025-01-29"],
      weights: { eve: 3 },
    });
    expect(await auditOf(campaign.id)).toEqual(["duty-policy.save"]);
  });

  test("are not a unit's, nor the province's, to settle; an unknown campaign is not found", async () => {
    const { district, campaign, lead } = await aPublishedRoster();
    for (const actor of [lead, district.observer]) {
      await expect(saveDutyPolicy(actor, form(campaign.id))).rejects.toMatchObject({
        reason: "forbidden",
      });
      expect(await findDutyPolicy(actor, campaign.id)).toBeNull();
    }
    await expect(saveDutyPolicy(district.officer, form(randomUUID()))).rejects.toMatchObject({
      reason: "not-found",
    });
    expect(await auditOf(campaign.id)).toEqual([]);
  });

  test("saved by two at once are saved one after the other, and the trail says from what to what", async () => {
    const { district, campaign } = await aPublishedRoster();
    const minutes = (value: string) => form(campaign.id, { missedCheckInMinutes: value });
    await Promise.all([
      saveDutyPolicy(district.officer, minutes("20")),
      saveDutyPolicy(district.secondOfficer, minutes("25")),
    ]);
    expect(await auditOf(campaign.id)).toEqual(["duty-policy.save", "duty-policy.save"]);
    const saved = (await findDutyPolicy(district.officer, campaign.id))?.policy;
    expect([20, 25]).toContain(saved?.missedCheckInMinutes);
  });

  test("badly filled in are told by their field", () => {
    const bad = saveDutyPolicySchema.safeParse({
      ...form(randomUUID()),
      requiredPosts: [],
      missedCheckInMinutes: "0",
      holidays: "mùng 1",
      eve: "0.5",
    });
    expect(bad.error?.issues.map(({ path }) => path[0])).toEqual(
      expect.arrayContaining(["requiredPosts", "missedCheckInMinutes", "holidays", "eve"]),
    );
  });
});

describe("whether a swap needs approval", () => {
  test("is each unit's own to say, by its lead", async () => {
    const { lead, staff, district } = await aRosterDraft();
    await saveUnitRule(lead, { swapNeedsApproval: false });
    expect([await findUnitRule(lead), await findUnitRule(district.otherLead)]).toEqual([
      false,
      true,
    ]);
    expect(await auditOf(lead.unitId)).toContain("duty-rule.save");
    for (const actor of [staff, district.observer]) {
      await expect(saveUnitRule(actor, { swapNeedsApproval: true })).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
    await Promise.all([
      saveUnitRule(lead, { swapNeedsApproval: true }),
      saveUnitRule(lead, { swapNeedsApproval: true }),
    ]);
    expect(await findUnitRule(lead)).toBe(true);
  });
});

describe("absences", () => {
  const leave = (personId: string, requestId: string = randomUUID()) => ({
    requestId,
    personId,
    kind: "leave" as const,
    startsAt: at("2025-01-28T00:00"),
    endsAt: at("2025-01-29T00:00"),
    note: "việc nhà",
  });
  const kept = (personId: string) => db.dutyAbsence.findMany({ where: { personId } });

  test("are told by the person or the lead, once however often it is sent", async () => {
    const { lead, staff, hoa, tuan } = await aRosterDraft();
    const own = leave(hoa);
    await Promise.all([addAbsence(staff, own), addAbsence(staff, own)]);
    await addAbsence(lead, leave(tuan));
    expect([(await kept(hoa)).length, (await kept(tuan)).length]).toEqual([1, 1]);
    expect(await auditOf(hoa)).toContain("duty-absence.add");
    await expect(addAbsence(staff, leave(tuan))).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("are taken back once; another unit does not find the person", async () => {
    const { lead, hoa, district } = await aRosterDraft();
    const { requestId: absenceId, ...rest } = leave(hoa);
    await addAbsence(lead, { ...rest, requestId: absenceId });
    const remove = (actor: Actor) => removeAbsence(actor, { personId: hoa, absenceId });
    await expect(remove(district.otherLead)).rejects.toMatchObject({ reason: "not-found" });
    await expect(addAbsence(district.otherLead, leave(hoa))).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(remove(district.officer)).rejects.toMatchObject({ reason: "forbidden" });
    oneWins(await Promise.allSettled([remove(lead), remove(lead)]));
    expect(await kept(hoa)).toEqual([]);
    expect((await auditOf(hoa)).filter((action) => action === "duty-absence.remove")).toHaveLength(
      1,
    );
  });
});

describe("the check in the middle of a shift", () => {
  const press = (actor: Actor, shiftId: string, kind: "start" | "mid") =>
    checkIn(actor, { requestId: randomUUID(), shiftId, kind, deviceAt: null });

  test("when missed raises an alarm that ends as soon as it is made", async () => {
    const { staff, shifts, campaign, district } = await aPublishedRoster();
    await saveDutyPolicy(district.officer, form(campaign.id));
    clock("2025-01-28T07:00");
    await press(staff, shifts[0], "start");
    const open = () =>
      db.dutyAlert.findMany({
        where: { shiftId: shifts[0], kind: "missed_mid_check", resolvedAt: null },
      });
    clock("2025-01-28T13:14");
    await escalateDuty(systemActor);
    expect(await open()).toEqual([]);
    clock("2025-01-28T13:16");
    await Promise.all([escalateDuty(systemActor), escalateDuty(systemActor)]);
    expect(await open()).toMatchObject([{ step: 1 }]);
    expect(
      await db.notice.count({ where: { kind: "duty.missed_mid_check", userId: staff.userId } }),
    ).toBe(1);
    await press(staff, shifts[0], "mid");
    expect(await open()).toEqual([]);
    expect(await auditOf(shifts[0])).toEqual(["shift.check-in", "shift.mid-check"]);
    clock("2025-01-28T14:30");
    await escalateDuty(systemActor);
    expect(await open()).toEqual([]);
  });

  test("is not asked for where the campaign does not, nor of whoever came after the middle", async () => {
    const plain = await aPublishedRoster();
    const asked = await aPublishedRoster();
    await saveDutyPolicy(asked.district.officer, form(asked.campaign.id));
    clock("2025-01-28T07:00");
    await press(plain.staff, plain.shifts[0], "start");
    clock("2025-01-28T13:30");
    await press(asked.staff, asked.shifts[0], "start");
    clock("2025-01-28T15:00");
    await escalateDuty(systemActor);
    const shiftId = { in: [plain.shifts[0], asked.shifts[0]] };
    expect(await db.dutyAlert.count({ where: { shiftId, kind: "missed_mid_check" } })).toBe(0);
    expect((await findShift(plain.staff, plain.shifts[0]))?.may.midCheck).toBe(false);
    expect((await findShift(asked.staff, asked.shifts[0]))?.may.midCheck).toBe(true);
  });

  test("comes after the shift was taken, by whose it is", async () => {
    const { staff, shifts, campaign, district } = await aPublishedRoster();
    await saveDutyPolicy(district.officer, form(campaign.id));
    clock("2025-01-28T13:00");
    await expect(press(staff, shifts[0], "mid")).rejects.toMatchObject({ reason: "conflict" });
    await press(staff, shifts[0], "start");
    await expect(press(district.otherLead, shifts[0], "mid")).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(press(district.observer, shifts[0], "mid")).rejects.toMatchObject({
      reason: "forbidden",
    });
  });
});

describe("a roster that is not published", () => {
  async function submitted() {
    const draft = await aRosterDraft();
    await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]);
    const seen = async () => {
      const { version } = await db.roster.findUniqueOrThrow({ where: { id: draft.rosterId } });
      return { rosterId: draft.rosterId, version };
    };
    await submitRoster(draft.lead, await seen());
    return { ...draft, seen };
  }

  test("is taken back from the district by its lead alone, once", async () => {
    const { lead, staff, district, seen, rosterId } = await submitted();
    const now = await seen();
    await expect(withdrawRoster(district.otherLead, now)).rejects.toMatchObject({
      reason: "not-found",
    });
    for (const actor of [staff, district.officer, district.observer]) {
      await expect(withdrawRoster(actor, now)).rejects.toMatchObject({ reason: "forbidden" });
    }
    oneWins(await Promise.allSettled([withdrawRoster(lead, now), withdrawRoster(lead, now)]));
    expect(await db.roster.findUnique({ where: { id: rosterId } })).toMatchObject({
      state: "draft",
      submittedAt: null,
    });
    expect((await auditOf(rosterId)).slice(-2)).toEqual(["roster.submit", "roster.withdraw"]);
  });

  test("is discarded with its shifts while it is a draft, by its lead alone, once", async () => {
    const { lead, staff, district, seen, rosterId } = await submitted();
    await expect(discardRoster(lead, await seen())).rejects.toMatchObject({ reason: "forbidden" });
    await withdrawRoster(lead, await seen());
    const now = await seen();
    await expect(discardRoster(district.otherLead, now)).rejects.toMatchObject({
      reason: "not-found",
    });
    for (const actor of [staff, district.officer]) {
      await expect(discardRoster(actor, now)).rejects.toMatchObject({ reason: "forbidden" });
    }
    await expect(discardRoster(lead, { ...now, version: now.version - 1 })).rejects.toMatchObject({
      reason: "conflict",
    });
    oneWins(await Promise.allSettled([discardRoster(lead, now), discardRoster(lead, now)]));
    expect(await db.shift.count({ where: { rosterId } })).toBe(0);
    expect((await auditOf(rosterId)).at(-1)).toBe("roster.discard");
  });

  test("once published is not discarded", async () => {
    const { lead, rosterId } = await aPublishedRoster();
    const { version } = await db.roster.findUniqueOrThrow({ where: { id: rosterId } });
    await expect(discardRoster(lead, { rosterId, version })).rejects.toMatchObject({
      reason: "forbidden",
    });
  });
});
