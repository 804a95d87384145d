import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { storeBatch } from "@/lib/duty/batch/commands";
import { batchSchema } from "@/lib/duty/batch/schema";
import { reassignShift } from "@/lib/duty/rosters/planning/commands";
import { listLog } from "@/lib/duty/shifts/queries";
import { setClock } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aPublishedRoster } from "@/tests/support/duty";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-20T08:00"));
afterEach(() => setClock(undefined));

const checkInOf = (shiftId: string, deviceAt: string | null = null) => ({
  type: "check_in",
  data: { requestId: randomUUID(), shiftId, kind: "start", deviceAt },
});

const entryOf = (shiftId: string, text: string, deviceAt: string | null = null) => ({
  type: "log",
  data: { requestId: randomUUID(), shiftId, kind: "call", text, deviceAt },
});

/** As the route reads it. */
const send = (actor: Actor, items: unknown[], { sentAt = "2025-01-28T12:00:00+07:00" } = {}) =>
  storeBatch(actor, batchSchema.parse({ personId: actor.userId, sentAt, items }));

const outcomes = (answers: Awaited<ReturnType<typeof send>>) =>
  Object.fromEntries(answers.map(({ id, outcome }) => [id, outcome]));

const textsOf = async (actor: Actor, shiftId: string) =>
  (await listLog(actor, { shiftId })).map(({ text }) => text);

describe("what a phone sends late", () => {
  test("a check-in sent twice, and twice at once, is one with one audit entry", async () => {
    const { staff, shifts } = await aPublishedRoster();
    clock("2025-01-28T07:30");
    const item = checkInOf(shifts[0]);
    const sent = { sentAt: "2025-01-28T07:30:00+07:00" };
    await Promise.all([send(staff, [item, item], sent), send(staff, [item], sent)]);
    expect(await send(staff, [item], sent)).toEqual([{ id: item.data.requestId, outcome: "kept" }]);
    expect(await db.checkIn.count({ where: { shiftId: shifts[0] } })).toBe(1);
    expect(await auditOf(shifts[0])).toEqual(["shift.check-in"]);
  });

  test("another unit's shift, and one that cannot be read, hold up no other", async () => {
    const { staff, shifts } = await aPublishedRoster();
    const elsewhere = await aPublishedRoster();
    clock("2025-01-28T12:00");
    const foreign = entryOf(elsewhere.shifts[0], "Ghi vào sổ đơn vị khác");
    const empty = entryOf(shifts[0], "");
    const unknown = { type: "dance", data: { requestId: randomUUID() } };
    const good = entryOf(shifts[0], "Kiểm tra phòng máy");
    const answers = await send(staff, [foreign, empty, unknown, null, "x", good]);
    expect(outcomes(answers)).toEqual({
      [foreign.data.requestId]: "refused",
      [empty.data.requestId]: "refused",
      [unknown.data.requestId]: "refused",
      [good.data.requestId]: "kept",
    });
    expect(answers.find(({ id }) => id === empty.data.requestId)?.message).toMatch(/Ghi nội dung/);
    expect(await textsOf(staff, shifts[0])).toEqual(["Kiểm tra phòng máy"]);
    expect(await auditOf(shifts[0])).toEqual(["shift.log"]);
    expect(await auditOf(elsewhere.shifts[0])).toEqual([]);
  });

  test("is its writer's alone: whoever else is signed in on the phone sends none of it", async () => {
    const { staff, lead, shifts } = await aPublishedRoster();
    clock("2025-01-28T12:00");
    const batch = batchSchema.parse({
      personId: staff.userId,
      sentAt: null,
      items: [entryOf(shifts[0], "Của người trực ban ngày")],
    });
    await expect(storeBatch(lead, batch)).rejects.toMatchObject({ reason: "conflict" });
    expect(await textsOf(lead, shifts[0])).toEqual([]);
    await storeBatch(staff, batch);
    const [entry] = await db.shiftLogEntry.findMany({ where: { shiftId: shifts[0] } });
    expect(entry?.writtenById).toBe(staff.userId);
  });

  test("stored, but the answer was lost and the shift is another's now: still kept", async () => {
    const { staff, lead, tuan, shifts } = await aPublishedRoster();
    clock("2025-01-28T06:40");
    const item = entryOf(shifts[0], "Nhận chìa khóa phòng máy", "2025-01-28T06:39:00+07:00");
    const sent = { sentAt: "2025-01-28T06:40:00+07:00" };
    await send(staff, [item], sent);
    await reassignShift(lead, {
      shiftId: shifts[0],
      personId: tuan,
      reason: "Chị Hoa bị ốm",
    });
    const late = entryOf(shifts[0], "Ghi sau khi đã đổi ca");
    expect(outcomes(await send(staff, [item, late], sent))).toEqual({
      [item.data.requestId]: "kept",
      [late.data.requestId]: "refused",
    });
    expect(await db.shiftLogEntry.count({ where: { id: item.data.requestId } })).toBe(1);
  });

  test("a phone whose clock was set back meanwhile loses nothing", async () => {
    const { staff, shifts } = await aPublishedRoster();
    clock("2025-01-28T12:00");
    const items = [
      checkInOf(shifts[0], "1970-01-01T00:03:00Z"),
      entryOf(shifts[0], "Máy vừa khởi động lại", "1970-01-01T00:04:00Z"),
    ];
    expect(new Set(Object.values(outcomes(await send(staff, items))))).toEqual(new Set(["kept"]));
    const [entry] = await listLog(staff, { shiftId: shifts[0] });
    expect(entry?.happenedAt).toEqual(new Date("2025-01-28T06:30:00+07:00"));
    expect(entry?.deviceAt).toEqual(new Date("1970-01-01T00:04:00Z"));
    const [taken] = await db.checkIn.findMany({ where: { shiftId: shifts[0] } });
    expect(taken?.at.toISOString().slice(0, 16)).toBe("2025-01-28T05:00");
  });

  test("cut into any batches, in any order, sent again and again: the same log", async () => {
    const { staff, shifts } = await aPublishedRoster();
    clock("2025-01-28T12:00");
    const minute = (at: number) => `2025-01-28T07:${String(at).padStart(2, "0")}:00+07:00`;
    const items = [
      checkInOf(shifts[0], minute(1)),
      ...[2, 3, 5, 8].map((at) => entryOf(shifts[0], `Việc lúc 07:0${at}`, minute(at))),
    ];
    const some = fc.array(fc.subarray(items), { maxLength: 3 });
    const whole = fc.shuffledSubarray(items, { minLength: items.length });
    await fc.assert(
      fc.asyncProperty(some, whole, async (first, last) => {
        for (const batch of [...first, last, last]) await send(staff, batch);
        expect(await textsOf(staff, shifts[0])).toEqual([
          "Việc lúc 07:02",
          "Việc lúc 07:03",
          "Việc lúc 07:05",
          "Việc lúc 07:08",
        ]);
        expect(await db.checkIn.count({ where: { shiftId: shifts[0] } })).toBe(1);
        expect(await db.shiftLogEntry.count({ where: { shiftId: shifts[0] } })).toBe(4);
      }),
      { numRuns: 6 },
    );
    const actions = await auditOf(shifts[0]);
    expect(actions.sort()).toEqual(["shift.check-in", ...Array(4).fill("shift.log")]);
  });
});
