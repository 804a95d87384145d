import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { escalateDuty } from "@/lib/duty/alerts/commands";
import { storeBatch } from "@/lib/duty/batch/commands";
import { batchSchema } from "@/lib/duty/batch/schema";
import { handOver, signHandover } from "@/lib/duty/handovers/commands";
import { writeLog } from "@/lib/duty/log/commands";
import { checkIn } from "@/lib/duty/shifts/commands";
import { findShift, findWatch, listHandoversToSign, listLog } from "@/lib/duty/shifts/queries";
import { setClock } from "@/lib/time";
import { aPerson, auditOf } from "@/tests/support/district";
import { aPublishedRoster, aRosterDraft, aShift, aWatcher, publishNow } from "@/tests/support/duty";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-20T08:00"));
afterEach(() => setClock(undefined));

const take = (actor: Actor, shiftId: string, more: { requestId?: string; deviceAt?: Date } = {}) =>
  checkIn(actor, { requestId: randomUUID(), shiftId, kind: "start", deviceAt: null, ...more });

const entry = (shiftId: string, text = "Kiểm tra máy chủ", correctsId: string | null = null) => ({
  requestId: randomUUID(),
  shiftId,
  kind: "routine" as const,
  text,
  correctsId,
  deviceAt: null,
});

describe("taking a shift", () => {
  test("from half an hour before, once, and it leaves its audit entry", async () => {
    const { staff, shifts } = await aPublishedRoster();
    clock("2025-01-28T06:29");
    await expect(take(staff, shifts[0])).rejects.toMatchObject({ reason: "invalid" });
    clock("2025-01-28T06:30");
    const requestId = randomUUID();
    await Promise.all([
      take(staff, shifts[0], { requestId }),
      take(staff, shifts[0], { requestId }),
    ]);
    await take(staff, shifts[0], { requestId });
    expect(await auditOf(shifts[0])).toEqual(["shift.check-in"]);
    await expect(take(staff, shifts[0])).rejects.toMatchObject({ reason: "conflict" });
  });

  test("by the person or the lead; a colleague may not, another unit does not find it", async () => {
    const { staff, lead, shifts, district } = await aPublishedRoster();
    clock("2025-01-28T19:00");
    await expect(take(staff, shifts[1])).rejects.toMatchObject({ reason: "forbidden" });
    await expect(take(district.otherLead, shifts[1])).rejects.toMatchObject({
      reason: "not-found",
    });
    await take(lead, shifts[1]);
    expect(await findShift(district.otherLead, shifts[1])).toBeNull();
    expect(await findShift(district.observer, shifts[1])).toMatchObject({ state: "on" });
  });

  test("the server's time counts; a clock that is wrong on the phone is kept beside it", async () => {
    const { staff, shifts } = await aPublishedRoster();
    clock("2025-01-28T07:10");
    const deviceAt = new Date("2024-06-01T00:00:00Z");
    await take(staff, shifts[0], { deviceAt });
    const shift = await findShift(staff, shifts[0]);
    expect(shift?.checkIns[0]?.deviceAt).toEqual(deviceAt);
    expect(shift?.checkedInAt?.toISOString().slice(0, 16)).toBe("2025-01-28T00:10");
  });
});

describe("the log", () => {
  test("is only added to: a correction points at what it corrects", async () => {
    const { staff, lead, shifts, district } = await aPublishedRoster();
    clock("2025-01-28T09:00");
    const wrong = entry(shifts[0], "Máy chủ hỏng");
    await writeLog(staff, wrong);
    await writeLog(staff, wrong);
    await writeLog(staff, entry(shifts[0], "Máy chủ khởi động lại theo lịch", wrong.requestId));
    const log = await listLog(lead, { shiftId: shifts[0] });
    expect(log.map(({ text, correctsId }) => [text, correctsId])).toEqual([
      ["Máy chủ hỏng", null],
      ["Máy chủ khởi động lại theo lịch", wrong.requestId],
    ]);
    expect(await auditOf(shifts[0])).toEqual(["shift.log", "shift.log"]);
    await expect(
      db.shiftLogEntry.update({ where: { id: wrong.requestId }, data: { text: "x" } }),
    ).rejects.toThrow(/append-only/);
    await expect(writeLog(staff, entry(shifts[1]))).rejects.toMatchObject({ reason: "forbidden" });
    expect(await listLog(district.otherLead, { shiftId: shifts[0] })).toEqual([]);
  });

  test("the same off-line batch in any order, and repeated, gives the same log", async () => {
    const { staff, shifts } = await aPublishedRoster();
    clock("2025-01-28T12:00");
    const device = (minutes: number) =>
      new Date(Date.parse("2019-01-01T00:00:00Z") + minutes * 60_000);
    const first = randomUUID();
    const log = (
      minutes: number,
      text: string,
      requestId: string,
      correctsId: string | null = null,
    ) => ({
      type: "log" as const,
      data: {
        requestId,
        shiftId: shifts[0],
        kind: "call",
        text,
        correctsId,
        deviceAt: device(minutes).toISOString(),
      },
    });
    const start = randomUUID();
    const items = [
      {
        type: "check_in" as const,
        data: {
          requestId: start,
          shiftId: shifts[0],
          kind: "start",
          deviceAt: device(5).toISOString(),
        },
      },
      log(20, "Mục thứ nhất", first),
      log(30, "Mục thứ hai", randomUUID()),
      log(40, "Đính chính mục thứ nhất", randomUUID(), first),
    ];
    const sentAt = device(280).toISOString();
    const send = (sent: typeof items) =>
      storeBatch(staff, batchSchema.parse({ personId: staff.userId, sentAt, items: sent }));

    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(items, { minLength: 4 }), async (shuffled) => {
        const answers = await send([...shuffled, ...shuffled]);
        expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["kept"]));
        const kept = await listLog(staff, { shiftId: shifts[0] });
        expect(kept.map(({ text }) => text)).toEqual([
          "Mục thứ nhất",
          "Mục thứ hai",
          "Đính chính mục thứ nhất",
        ]);
        // Written 260 minutes before it was sent at noon, whatever year the phone lives in.
        expect(kept[0]?.happenedAt.toISOString().slice(0, 16)).toBe("2025-01-28T00:40");
        expect(await db.checkIn.count({ where: { shiftId: shifts[0] } })).toBe(1);
      }),
      { numRuns: 8 },
    );
  });

  test("one bad item of a batch does not hold up the others", async () => {
    const { staff, shifts } = await aPublishedRoster();
    clock("2025-01-28T12:00");
    const answers = await storeBatch(staff, {
      personId: staff.userId,
      sentAt: null,
      items: [
        { type: "log", data: entry(shifts[1]) },
        { type: "log", data: entry(shifts[0]) },
      ],
    });
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["kept", "refused"]);
  });
});

describe("handing over", () => {
  test("has two signatures, the second by who comes next or the lead", async () => {
    const { staff, lead, shifts, district } = await aPublishedRoster();
    clock("2025-01-28T07:00");
    const form = {
      requestId: randomUUID(),
      shiftId: shifts[0],
      points: "Gọi lại Viettel",
      deviceAt: null,
    };
    await expect(handOver(staff, form)).rejects.toMatchObject({ reason: "conflict" });
    await take(staff, shifts[0]);
    clock("2025-01-28T18:55");
    await handOver(staff, form);
    await handOver(staff, form);
    expect(await listHandoversToSign(staff)).toEqual([]);
    expect(await listHandoversToSign(lead)).toHaveLength(1);
    const sign = (actor: Actor) => signHandover(actor, { handoverId: form.requestId, note: "" });
    await expect(sign(staff)).rejects.toMatchObject({ reason: "forbidden" });
    await expect(sign(district.otherLead)).rejects.toMatchObject({ reason: "not-found" });
    const outcomes = await Promise.allSettled([sign(lead), sign(lead)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await auditOf(shifts[0])).toEqual([
      "shift.check-in",
      "shift.hand-over",
      "shift.sign-handover",
    ]);
    await expect(
      db.handover.update({ where: { id: form.requestId }, data: { points: "x" } }),
    ).rejects.toThrow(/signed once/);
  });

  test("what the actor must look after now stands first", async () => {
    const { staff, lead } = await aPublishedRoster();
    clock("2025-01-28T08:00");
    const watch = await findWatch(staff);
    expect(watch.mine[0]).toMatchObject({ state: "missing", may: { checkIn: true, log: false } });
    expect((await findWatch(lead)).others[0]).toMatchObject({
      mine: false,
      may: { checkIn: true },
    });
  });
});

describe("escalation", () => {
  test("climbs person, deputy, lead, district, each once, until the shift is taken", async () => {
    const draft = await aRosterDraft();
    const { lead, staff, district } = draft;
    const deputy = await aPerson("unit_staff", district.communes[0], "locality");
    const leader = await aWatcher(lead, { posts: ["leader"], userId: deputy.userId });
    const shiftId = await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]);
    await aShift(draft, leader, ["2025-01-28T07:00", "2025-01-29T07:00"], { post: "leader" });
    await publishNow(draft, "chỉ trực ban ngày");

    const told = async (actor: Actor) =>
      (
        await db.notice.findMany({
          where: { userId: actor.userId, kind: "duty.missed_check_in", subjectId: shiftId },
        })
      ).length;
    const everyone = [staff, deputy, lead, district.officer];
    const reached = async () => Promise.all(everyone.map(told));
    const tick = async (text: string) => {
      clock(text);
      await Promise.all([escalateDuty(systemActor), escalateDuty(systemActor)]);
      return reached();
    };

    expect(await tick("2025-01-28T07:14")).toEqual([0, 0, 0, 0]);
    expect(await tick("2025-01-28T07:15")).toEqual([1, 0, 0, 0]);
    expect(await tick("2025-01-28T07:20")).toEqual([1, 0, 0, 0]);
    expect(await tick("2025-01-28T07:26")).toEqual([1, 1, 0, 0]);
    expect(await tick("2025-01-28T07:37")).toEqual([1, 1, 1, 0]);
    await take(staff, shiftId);
    expect(await tick("2025-01-28T08:30")).toEqual([1, 1, 1, 0]);
    const shift = await findShift(district.officer, shiftId);
    expect(shift?.alerts).toMatchObject([{ kind: "missed_check_in", step: 3 }]);
    expect(shift?.alerts[0]?.resolvedAt).not.toBeNull();
  });

  test("passes over a step where nobody has an account, and ends at the district", async () => {
    const { lead, shifts, district } = await aPublishedRoster();
    clock("2025-01-28T19:16");
    await escalateDuty(systemActor);
    const night = await db.dutyAlert.findMany({ where: { shiftId: shifts[1] } });
    expect(night).toMatchObject([{ kind: "missed_check_in", step: 3 }]);
    clock("2025-01-28T19:27");
    await escalateDuty(systemActor);
    const notices = await db.notice.findMany({ where: { subjectId: shifts[1] } });
    expect(notices.map(({ userId }) => userId)).toEqual(
      expect.arrayContaining([lead.userId, district.officer.userId]),
    );
    clock("2025-01-28T23:00");
    await escalateDuty(systemActor);
    expect(await db.notice.count({ where: { subjectId: shifts[1] } })).toBe(notices.length);
  });

  test("an unsigned handover is flagged, and signing it ends the alarm", async () => {
    const { staff, lead, shifts } = await aPublishedRoster();
    clock("2025-01-28T07:00");
    await take(staff, shifts[0]);
    clock("2025-01-28T19:31");
    await escalateDuty(systemActor);
    const kinds = async () =>
      (await db.dutyAlert.findMany({ where: { shiftId: shifts[0], resolvedAt: null } })).map(
        ({ kind }) => kind,
      );
    expect(await kinds()).toEqual(["unsigned_handover"]);
    const requestId = randomUUID();
    await handOver(staff, { requestId, shiftId: shifts[0], points: "", deviceAt: null });
    await signHandover(lead, { handoverId: requestId, note: "" });
    expect(await kinds()).toEqual([]);
  });
});
