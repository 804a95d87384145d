import { randomUUID } from "node:crypto";
import readExcelFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { acknowledgeDirective, recordOpening } from "@/lib/directives/assignments/commands";
import { noteCall, recordCall } from "@/lib/directives/calls/commands";
import {
  countSilences,
  findCalledUnit,
  listCallSheet,
  listContacts,
  listSilentUnits,
} from "@/lib/directives/calls/queries";
import { callSheets } from "@/lib/directives/calls/rules";
import { type CallFilter, callFilterSchema, type Silence } from "@/lib/directives/calls/schema";
import { raiseReminders } from "@/lib/directives/ladders/steps/commands";
import { remindUnits } from "@/lib/directives/reminders/commands";
import { writeWorkbook } from "@/lib/documents/workbook";
import { listUnitsToCall } from "@/lib/overview/queries";
import { setClock } from "@/lib/time";
import { aDistrict, anIssuedDirective, auditOf } from "@/tests/support/district";

const at = (local: string) => setClock(`${local}:00+07:00`);

beforeEach(() => at("2025-01-05T08:00"));
afterEach(() => setClock(undefined));

async function aSilentUnit() {
  const district = await aDistrict();
  const { id, number } = await anIssuedDirective(district);
  at("2025-01-21T08:15");
  const [unit] = district.communes;
  const call = (actor: Actor, more = {}) =>
    recordCall(actor, { directiveId: id, unitId: unit.id, requestId: randomUUID(), ...more });
  const find = () => findCalledUnit(district.officer, id, unit.id);
  return { ...district, directiveId: id, number, unit, call, find };
}

const filter = (change: Partial<CallFilter> = {}) => callFilterSchema.parse(change);

describe("a call", () => {
  test("is noted in one tap with who and when, and leaves its entry", async () => {
    const { officer, call, find, directiveId } = await aSilentUnit();
    await call(officer);
    const unit = await find();
    expect(unit?.call).toMatchObject({ calledBy: officer.fullName, result: null, other: null });
    expect((await auditOf(directiveId)).at(-1)).toBe("unit-call.record");
  });

  test("tells the second officer who called and when", async () => {
    const { officer, secondOfficer, call, find } = await aSilentUnit();
    await call(officer);
    at("2025-01-21T08:40");
    const sentence = expect.stringContaining(`${officer.fullName} đã gọi lúc 08:15`);
    await expect(call(secondOfficer)).rejects.toMatchObject({
      reason: "conflict",
      message: sentence,
    });
    at("2025-01-21T08:46");
    await call(secondOfficer);
    expect((await find())?.call?.calledBy).toBe(secondOfficer.fullName);
  });

  test("by two officers at once is one call; the other is told", async () => {
    const { officer, secondOfficer, unit, call } = await aSilentUnit();
    const outcomes = await Promise.allSettled([call(officer), call(secondOfficer)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.unitCall.count({ where: { unitId: unit.id } })).toBe(1);
  });

  test("pressed twice is one call", async () => {
    const { officer, unit, call } = await aSilentUnit();
    const requestId = randomUUID();
    await Promise.all([call(officer, { requestId }), call(officer, { requestId })]);
    expect(await db.unitCall.count({ where: { unitId: unit.id } })).toBe(1);
  });

  test("may be made again by naming the one that is known of, once", async () => {
    const { officer, secondOfficer, leader, unit, call, find } = await aSilentUnit();
    await call(officer);
    at("2025-01-21T08:20");
    const afterCallId = (await find())?.call?.id;
    const outcomes = await Promise.allSettled([
      call(secondOfficer, { afterCallId }),
      call(leader, { afterCallId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.unitCall.count({ where: { unitId: unit.id } })).toBe(2);
  });

  test("about another directive holds the unit as well, and says which", async () => {
    const district = await aSilentUnit();
    const { officer, secondOfficer, unit, call, number } = district;
    await call(officer);
    at("2025-01-21T08:20");
    const other = await anIssuedDirective(district);
    const input = { directiveId: other.id, unitId: unit.id, requestId: randomUUID() };
    const document = `về văn bản số ${String(number).padStart(2, "0")}/UBND-VH`;
    await expect(recordCall(secondOfficer, input)).rejects.toMatchObject({
      message: expect.stringContaining(document),
    });
    expect((await findCalledUnit(officer, other.id, unit.id))?.call?.other).toMatchObject({
      number,
    });
    at("2025-01-21T08:50");
    expect((await findCalledUnit(officer, other.id, unit.id))?.call).toBeNull();
  });

  test("that nobody answered frees the unit; the result is the caller's to write", async () => {
    const { officer, secondOfficer, call, find } = await aSilentUnit();
    await call(officer);
    const callId = (await find())?.call?.id ?? "";
    at("2025-01-21T08:17");
    const note = { callId, result: "no_answer" as const, note: "Chuông đổ, không ai nhấc" };
    await expect(noteCall(secondOfficer, note)).rejects.toMatchObject({ reason: "not-found" });
    await noteCall(officer, note);
    expect(await auditOf(callId)).toEqual(["unit-call.note"]);
    expect((await find())?.call).toMatchObject({ result: "no_answer", note: note.note });
    await call(secondOfficer);
  });

  test("is the district's: refused to others, and to a unit that was not addressed", async () => {
    const district = await aSilentUnit();
    const { observer, lead, officer, call } = district;
    await expect(call(observer)).rejects.toMatchObject({ reason: "forbidden" });
    await expect(call(lead)).rejects.toMatchObject({ reason: "forbidden" });
    const stranger = (await aDistrict()).communes[0];
    await expect(call(officer, { unitId: stranger.id })).rejects.toMatchObject({
      reason: "not-found",
    });
    const outsider = (await aDistrict()).lead;
    await expect(call(outsider)).rejects.toMatchObject({ reason: "not-found" });
    await db.directive.update({
      where: { id: district.directiveId },
      data: { state: "closed", closedAt: new Date() },
    });
    await expect(call(officer)).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("is never seen by units", async () => {
    const { officer, lead, unit, call, directiveId } = await aSilentUnit();
    await call(officer);
    expect(await listSilentUnits(lead, directiveId, filter())).toBeNull();
    expect(await listCallSheet(lead, directiveId, filter())).toBeNull();
    expect(await countSilences(lead, directiveId, "need")).toBeNull();
    expect(await findCalledUnit(lead, directiveId, unit.id)).toBeNull();
    expect(await listContacts(lead, directiveId, unit.id)).toEqual([]);
    expect(await listUnitsToCall(lead)).toEqual({ units: [], called: 0, more: 0 });
  });

  test("is kept apart by the database itself", async () => {
    const { officer, unit, call, directiveId } = await aSilentUnit();
    await call(officer);
    const row = {
      requestId: randomUUID(),
      directiveId,
      unitId: unit.id,
      calledById: officer.userId,
      calledAt: new Date("2025-01-21T01:20:00Z"),
      heldUntil: new Date("2025-01-21T01:50:00Z"),
    };
    await expect(db.unitCall.create({ data: row })).rejects.toThrow(/unit_call_alone/);
  });
});

describe("the phone list", () => {
  test("holds the silent units in each way of being silent", async () => {
    const district = await aSilentUnit();
    const { officer, lead, otherLead, directiveId } = district;
    await recordOpening(otherLead, directiveId);
    await acknowledgeDirective(lead, {
      directiveId,
      contactName: "Hoàng Thị Đầu Mối",
      contactPhone: "0912345678",
    });
    const silent = async (waiting: Silence) =>
      (await listSilentUnits(officer, directiveId, filter({ waiting })))?.rows.length;
    expect(await silent("need")).toBe(3);
    expect(await silent("opening")).toBe(1);
    expect(await silent("acknowledgement")).toBe(2);
    expect(await silent("overdue")).toBe(3);
    expect(await silent("report")).toBe(3);
    expect(await countSilences(officer, directiveId, "opening")).toMatchObject({
      need: 3,
      opening: 1,
      acknowledgement: 2,
      overdue: 3,
      report: 3,
      called: 0,
      kinds: [{ code: district.kindCode, units: 1 }],
    });
  });

  test("names contact officer, lead and the unit's own phone", async () => {
    const { officer, lead, directiveId, find } = await aSilentUnit();
    await db.user.update({ where: { id: lead.userId }, data: { phone: "0912000108" } });
    await acknowledgeDirective(lead, {
      directiveId,
      contactName: "Hoàng Thị Đầu Mối",
      contactPhone: "0912345678",
    });
    expect(await find()).toMatchObject({
      contactName: "Hoàng Thị Đầu Mối",
      contactPhone: "0912345678",
      leadName: lead.fullName,
      leadPhone: "0912000108",
      phone: "02053818657",
      owed: 2,
      overdue: 1,
    });
    const rows = (await listCallSheet(officer, directiveId, filter())) ?? [];
    const heading = { title: "GỌI ĐIỆN", subject: "trích yếu", takenAt: "08:15 21/01/2025" };
    const [sheet] = await readExcelFile(await writeWorkbook(callSheets(heading, rows)));
    expect(sheet?.data).toHaveLength(3 + 1 + 3);
    expect(sheet?.data.flat()).toContain("0912345678");
  });

  test("leaves out on request who was called today, and forgets by the next day", async () => {
    const { officer, call, directiveId } = await aSilentUnit();
    await call(officer);
    const uncalled = async () =>
      (await listSilentUnits(officer, directiveId, filter({ called: "no" })))?.rows.length;
    expect(await uncalled()).toBe(2);
    at("2025-01-22T08:00");
    expect(await uncalled()).toBe(3);
  });

  test("tells by hand, by rule and by phone in one line of time", async () => {
    const { officer, unit, call, find, directiveId } = await aSilentUnit();
    await raiseReminders(systemActor);
    at("2025-01-21T08:16");
    await remindUnits(officer, {
      directiveId,
      requestId: randomUUID(),
      unitIds: [unit.id],
      message: "Đề nghị báo cáo.",
    });
    at("2025-01-21T08:20");
    await call(officer);
    await noteCall(officer, {
      callId: (await find())?.call?.id ?? "",
      result: "reached",
      note: "",
    });
    const contacts = await listContacts(officer, directiveId, unit.id);
    expect(contacts.map(({ kind }) => kind)).toEqual(["call", "hand", "rule", "rule"]);
    expect(contacts[0]).toMatchObject({ by: officer.fullName, result: "reached" });
    expect(contacts[2]?.told.length).toBeGreaterThan(0);
  });
});
