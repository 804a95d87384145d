import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { openField, sealField } from "@/lib/auth/field-cipher";
import { setFieldKeys } from "@/lib/auth/field-keys";
import { systemActor } from "@/lib/auth/system-actor";
import { addComplaint } from "@/lib/complaints/commands";
import { revealComplainant, rotateComplainants } from "@/lib/complaints/complainants/commands";
import {
  handleComplaint,
  passComplaint,
  rejectComplaint,
  routeComplaint,
  verifyComplaint,
} from "@/lib/complaints/moves/commands";
import { reopenComplaint } from "@/lib/complaints/moves/reopening/commands";
import { visibleComplaints } from "@/lib/complaints/policy";
import {
  exportComplaints,
  findComplaint,
  listComplaints,
  summariseComplaints,
} from "@/lib/complaints/queries";
import { countFigures } from "@/lib/complaints/reports/queries";
import { eraseComplainants } from "@/lib/complaints/retention/commands";
import { dueAfterReopening } from "@/lib/complaints/rules";
import { type ComplaintFilter, complaintFilterSchema } from "@/lib/complaints/schema";
import { saveComplaintSetting } from "@/lib/complaints/settings/commands";
import { findPart } from "@/lib/complaints/standing/queries";
import { db } from "@/lib/db";
import { isoDay, now, setClock } from "@/lib/time";
import {
  aComplaint,
  aDistrictWithTelcos,
  aNumber,
  anEnteredComplaint,
} from "@/tests/support/complaints";
import { auditOf } from "@/tests/support/district";

const filter = (more: Partial<ComplaintFilter> = {}) => ({
  ...complaintFilterSchema.parse({ show: "all" }),
  ...more,
});
const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const seen = (complaintId: string, version = 1) => ({ complaintId, version });
const handled = { step: "blocked_two_way", note: "", outcome: "handled", scope: "one" } as const;

afterEach(() => {
  setFieldKeys(undefined);
  setClock(undefined);
});

describe("a complaint", () => {
  test("is entered once however often it is sent, with its code, due time and entry", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const input = await anEnteredComplaint(liaison, { source: "+84 165 512 3456" });
    await addComplaint(liaison, input);
    const found = await findComplaint(liaison, input.complaintId);
    expect(found).toMatchObject({ sourceValue: "0355123456", state: "new", mayHandle: true });
    expect(found?.code).toMatch(/^PA-\d{4}-\d{6}$/);
    expect(found?.dueAt.getTime()).toBe(input.receivedAt.getTime() + 72 * 3_600_000);
    expect(await auditOf(input.complaintId)).toEqual(["complaint.enter"]);
  });

  test("goes up the ladder against its source and ends once", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(liaison);
    await verifyComplaint(liaison, seen(complaintId));
    const takenAt = new Date(now().getTime() - 1000);
    await handleComplaint(liaison, {
      ...seen(complaintId, 2),
      step: "blocked_one_way",
      takenAt,
      note: "chờ xác minh chủ thuê bao",
      outcome: "goes_on",
      scope: "one",
    });
    const ends = await Promise.allSettled([
      handleComplaint(liaison, { ...seen(complaintId, 3), ...handled, takenAt }),
      rejectComplaint(liaison, { ...seen(complaintId, 3), reason: "không đúng" }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const found = await findComplaint(liaison, complaintId);
    expect(found?.measures[0]).toMatchObject({ step: "blocked_one_way", takenAt });
    expect(found?.closedAt).not.toBeNull();
    expect(await auditOf(complaintId)).toHaveLength(4);
    await expect(
      db.complaint.update({ where: { id: complaintId }, data: { state: "new", closedAt: null } }),
    ).rejects.toThrow(/keeps its telco/);
  });

  test("from the future, or without a source, is refused", async () => {
    const { liaison } = await aDistrictWithTelcos();
    await expect(
      anEnteredComplaint(liaison, { receivedAt: new Date(now().getTime() + 60_000) }),
    ).rejects.toMatchObject({ reason: "invalid" });
  });

  test("of a fake station needs no source", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(liaison, { kind: "fake_station", source: "" });
    expect(await findComplaint(liaison, complaintId)).toMatchObject({ sourceKind: null });
    await handleComplaint(liaison, { ...seen(complaintId), ...handled, takenAt: now() });
  });

  test("that a commune took down is seen closed by it, also where it was routed", async () => {
    const { lead, liaison, telco, otherTelco, otherLiaison } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(lead, { telcoId: telco.id });
    await routeComplaint(liaison, { ...seen(complaintId), telcoId: otherTelco.id });
    const { rows } = await listComplaints(otherLiaison, filter());
    expect(rows).toHaveLength(1);
    const routed = rows[0]?.id ?? "";
    expect(await revealComplainant(otherLiaison, { complaintId: routed })).toContain("0977000222");
    await handleComplaint(otherLiaison, {
      ...seen(routed),
      ...handled,
      takenAt: now(),
    });
    const outcome = await findComplaint(lead, complaintId);
    expect(outcome?.outcome.state).toBe("handled");
    expect(outcome?.complainant).toEqual({ name: "N. T. Lan", phone: "0977 ••• 222" });
    expect(await findComplaint(lead, routed)).toBeNull();
    const notices = await db.notice.findMany({ where: { unitId: lead.unitId } });
    expect(notices).toMatchObject([{ kind: "complaint.closed", subjectId: complaintId }]);
    // The one who sent it on learns nothing of what the other did.
    expect(await findComplaint(liaison, complaintId)).toMatchObject({
      followed: [],
      measures: [{ step: "not_in_network" }],
    });
  });

  test("ends together with the others of its source, this telco's alone", async () => {
    const { liaison, otherLiaison, lead, telco } = await aDistrictWithTelcos();
    const source = aNumber();
    const { complaintId } = await anEnteredComplaint(liaison, { source });
    const taken = await anEnteredComplaint(lead, { source, telcoId: telco.id });
    const others = await anEnteredComplaint(otherLiaison, { source });
    expect(await findComplaint(liaison, complaintId)).toMatchObject({ alike: 1 });
    const input = { ...seen(complaintId), ...handled, scope: "source" as const, takenAt: now() };
    expect(await handleComplaint(liaison, input)).toEqual({ others: 1 });
    expect((await findComplaint(lead, taken.complaintId))?.outcome.state).toBe("handled");
    expect((await findComplaint(otherLiaison, others.complaintId))?.state).toBe("new");
    expect(
      await db.notice.count({ where: { unitId: lead.unitId, subjectId: taken.complaintId } }),
    ).toBe(1);
    const tally = await db.complaintTally.findMany({
      where: { telcoId: telco.id, event: "handled" },
    });
    expect(tally).toMatchObject([{ count: 2 }]);
  });

  test("passed on is read whole by the police", async () => {
    const { liaison, policeStaff, officer } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(liaison);
    await expect(revealComplainant(policeStaff, { complaintId })).rejects.toMatchObject({
      reason: "not-found",
    });
    await passComplaint(liaison, { ...seen(complaintId), reason: "Có dấu hiệu lừa đảo" });
    expect(await revealComplainant(policeStaff, { complaintId })).toContain("Nông Thị Lan");
    await expect(revealComplainant(officer, { complaintId })).rejects.toMatchObject({
      reason: "not-found",
    });
    expect(await auditOf(complaintId)).toContain("complaint.reveal");
  });

  test("is found by source and by the number of who complained, however written", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const phone = aNumber();
    const input = await anEnteredComplaint(liaison, { complainantPhone: phone });
    for (const q of [input.source, `+84${input.source.slice(1)}`, phone, `84 ${phone.slice(1)}`]) {
      const { rows } = await listComplaints(liaison, filter({ q }));
      expect(
        rows.map(({ id }) => id),
        q,
      ).toEqual([input.complaintId]);
    }
  });

  test("is listed page by page, each once", async () => {
    const { liaison } = await aDistrictWithTelcos();
    for (let n = 0; n < 33; n++) {
      await anEnteredComplaint(liaison, {
        receivedAt: new Date(now().getTime() - (n % 5) * 60_000),
      });
    }
    for (const show of ["all", "open"] as const) {
      const first = await listComplaints(liaison, filter({ show }));
      const second = await listComplaints(
        liaison,
        filter({ show, after: first.next ?? undefined }),
      );
      const ids = [...first.rows, ...second.rows].map(({ id }) => id);
      expect(new Set(ids).size).toBe(33);
      expect(second.next).toBeNull();
    }
  });
});

describe("a case that ended", () => {
  const ended = async (by: Actor, more = {}) => {
    const { complaintId } = await anEnteredComplaint(by, more);
    await rejectComplaint(by, { ...seen(complaintId), reason: "Không đúng" });
    return complaintId;
  };
  const again = (complaintId: string, version = 2) => ({
    ...seen(complaintId, version),
    reason: "Vẫn gọi tiếp",
  });

  test("is taken up again with a reason, counted on its day, and may end once more", async () => {
    const { officer, liaison, telco } = await aDistrictWithTelcos();
    const complaintId = await ended(liaison);
    const before = await findComplaint(officer, complaintId);
    expect(before).toMatchObject({ state: "rejected", mayReopen: true });
    const tries = await Promise.allSettled([
      reopenComplaint(officer, again(complaintId)),
      reopenComplaint(officer, again(complaintId)),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const open = await findComplaint(liaison, complaintId);
    expect(open).toMatchObject({ state: "verifying", closedAt: null, mayHandle: true });
    expect(open?.dueAt.getTime()).toBeGreaterThan(before?.dueAt.getTime() ?? 0);
    expect(open?.entries.map(({ kind }) => kind)).toEqual(["enter", "reject", "reopen"]);
    expect(await auditOf(complaintId)).toEqual([
      "complaint.enter",
      "complaint.reject",
      "complaint.reopen",
    ]);
    expect(await db.notice.count({ where: { unitId: telco.id, kind: "complaint.reopened" } })).toBe(
      1,
    );
    await handleComplaint(liaison, { ...seen(complaintId, 3), ...handled, takenAt: now() });
    const day = new Date(isoDay(now()));
    const { rows } = await countFigures(db, telco.id, { startsOn: day, endsOn: day });
    expect(rows.scam_call).toEqual({
      opening: 0,
      received: 2,
      resolved: 1,
      rejected: 1,
      closing: 0,
    });
  });

  test("gets no new time from the telco itself", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const complaintId = await ended(liaison);
    const before = await findComplaint(liaison, complaintId);
    await reopenComplaint(liaison, again(complaintId));
    expect((await findComplaint(liaison, complaintId))?.dueAt).toEqual(before?.dueAt);
  });

  test("that a commune took down tells it of both ends", async () => {
    const { liaison, lead, telco, policeLead } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(lead, { telcoId: telco.id });
    await rejectComplaint(liaison, { ...seen(complaintId), reason: "Không đúng" });
    await reopenComplaint(policeLead, again(complaintId));
    await handleComplaint(liaison, { ...seen(complaintId, 3), ...handled, takenAt: now() });
    const told = await db.notice.findMany({
      where: { unitId: lead.unitId, subjectId: complaintId },
      orderBy: { at: "asc" },
    });
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      "complaint.closed",
      "complaint.closed",
      "complaint.reopened",
    ]);
  });

  test("is another's, a commune's or a routed one: not to be taken up", async () => {
    const { liaison, otherLiaison, lead, telco, otherTelco, observer } =
      await aDistrictWithTelcos();
    const complaintId = await ended(liaison);
    for (const person of [otherLiaison, lead, observer]) {
      await expect(reopenComplaint(person, again(complaintId))).rejects.toMatchObject({
        reason: "not-found",
      });
    }
    const taken = await anEnteredComplaint(lead, { telcoId: telco.id });
    await expect(reopenComplaint(lead, again(taken.complaintId, 1))).rejects.toMatchObject({
      reason: "conflict",
    });
    await routeComplaint(liaison, { ...seen(taken.complaintId), telcoId: otherTelco.id });
    for (const person of [lead, liaison]) {
      await expect(reopenComplaint(person, again(taken.complaintId))).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
  });

  test("keeps its time or gets more, and a late one never", () => {
    const instant = fc.date({
      min: new Date("2025-01-01"),
      max: new Date("2025-03-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, instant, fc.boolean(), (dueAt, closedAt, own) => {
        const at = new Date("2025-03-02");
        const due = dueAfterReopening({ dueAt, closedAt }, at, { hours: 72, own });
        expect(due >= dueAt).toBe(true);
        if (own || closedAt > dueAt) expect(due).toEqual(dueAt);
      }),
    );
  });
});

describe("a telco never sees another's", () => {
  test("by any query or command", async () => {
    const { liaison, otherLiaison, telco } = await aDistrictWithTelcos();
    const input = await anEnteredComplaint(liaison);
    const { complaintId } = input;
    expect(await findComplaint(otherLiaison, complaintId)).toBeNull();
    for (const more of [{}, { telco: telco.id }, { q: input.source }, { q: "0977000222" }]) {
      expect((await listComplaints(otherLiaison, filter(more))).rows).toEqual([]);
      expect(await exportComplaints(otherLiaison, filter(more))).toEqual([]);
    }
    expect(await summariseComplaints(otherLiaison)).toMatchObject({ open: 0 });
    const notFound = { reason: "not-found" };
    const of = seen(complaintId);
    await expect(verifyComplaint(otherLiaison, of)).rejects.toMatchObject(notFound);
    await expect(
      handleComplaint(otherLiaison, { ...of, ...handled, takenAt: now() }),
    ).rejects.toMatchObject(notFound);
    await expect(rejectComplaint(otherLiaison, { ...of, reason: "x x x" })).rejects.toMatchObject(
      notFound,
    );
    await expect(passComplaint(otherLiaison, { ...of, reason: "x x x" })).rejects.toMatchObject(
      notFound,
    );
    await expect(
      routeComplaint(otherLiaison, { ...of, telcoId: otherLiaison.unitId }),
    ).rejects.toMatchObject(notFound);
    await expect(revealComplainant(otherLiaison, { complaintId })).rejects.toMatchObject(notFound);
    await expect(
      addComplaint(otherLiaison, aComplaint({ telcoId: telco.id })),
    ).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("and the list shows what the policy allows, to everyone", async () => {
    const d = await aDistrictWithTelcos();
    const mine = [
      (await anEnteredComplaint(d.liaison)).complaintId,
      (await anEnteredComplaint(d.otherLiaison)).complaintId,
      (await anEnteredComplaint(d.lead, { telcoId: d.telco.id })).complaintId,
      (await anEnteredComplaint(d.otherLead, { telcoId: d.otherTelco.id })).complaintId,
    ];
    await routeComplaint(d.liaison, { ...seen(mine[0] ?? ""), telcoId: d.otherTelco.id });
    const people: Actor[] = [
      d.liaison,
      d.otherLiaison,
      d.lead,
      d.otherLead,
      d.officer,
      d.policeStaff,
      d.observer,
      d.administrator,
    ];
    for (const person of people) {
      const allowed = await db.complaint.findMany({
        where: {
          telcoId: { in: [d.telco.id, d.otherTelco.id] },
          AND: visibleComplaints(person, await findPart(person)),
        },
        select: { id: true },
      });
      const listed = await Promise.all(
        [d.telco.id, d.otherTelco.id].map((telco) => listComplaints(person, filter({ telco }))),
      );
      const ids = listed.flatMap(({ rows }) => rows.map(({ id }) => id));
      expect(ids.sort(), person.role).toEqual(allowed.map(({ id }) => id).sort());
    }
  });

  test("whoever reads figures alone enters and opens nothing", async () => {
    const { observer, liaison, telco } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(liaison);
    expect(await findComplaint(observer, complaintId)).toBeNull();
    expect(await exportComplaints(observer, filter())).toBeNull();
    await expect(addComplaint(observer, aComplaint({ telcoId: telco.id }))).rejects.toMatchObject({
      reason: "forbidden",
    });
  });
});

describe("who complained", () => {
  test("is not in the database to be read, nor moved to another row", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(liaison);
    const [row] = await db.$queryRaw<{ text: string; sealed: string }[]>`
      SELECT c::text AS text, complainant AS sealed FROM "Complaint" c WHERE id = ${complaintId}::uuid`;
    expect(row?.text).not.toMatch(/Nông Thị Lan|0977000222|An Ninh/);
    expect(() => openField(randomUUID(), row?.sealed ?? "")).toThrow();
    expect(sealField("a", "x")).not.toBe(sealField("a", "x"));
  });

  test("is sealed anew when the key is rotated, and then needs the old one no more", async () => {
    const [old, fresh] = [key("old"), key("fresh")];
    setFieldKeys(old);
    // What other tests sealed with keys that this one has not.
    await db.complaint.updateMany({ data: { complainant: null, complainantKey: null } });
    await db.complaintImport.updateMany({ data: { sealed: null } });
    const { liaison } = await aDistrictWithTelcos();
    const phone = aNumber();
    const { complaintId } = await anEnteredComplaint(liaison, { complainantPhone: phone });
    setFieldKeys(`${fresh},${old}`);
    expect(await revealComplainant(liaison, { complaintId })).toContain(phone);
    expect((await listComplaints(liaison, filter({ q: phone }))).rows).toHaveLength(1);
    expect(await rotateComplainants(systemActor)).toMatchObject({ key: "fresh", complaints: 1 });
    expect(await rotateComplainants(systemActor)).toMatchObject({ complaints: 0 });
    setFieldKeys(fresh);
    expect(await revealComplainant(liaison, { complaintId })).toContain(phone);
    expect((await listComplaints(liaison, filter({ q: phone }))).rows).toHaveLength(1);
    setFieldKeys(old);
    await expect(revealComplainant(liaison, { complaintId })).rejects.toThrow(/not among those/);
    const entry = await db.auditEntry.findFirst({ where: { action: "complaint-keys.rotate" } });
    expect(entry).not.toBeNull();
    await db.complaint.updateMany({ data: { complainant: null, complainantKey: null } });
  });

  test("is erased after the time that the district set; the case and its figures stay", async () => {
    const { liaison, officer, lead } = await aDistrictWithTelcos();
    const { complaintId } = await anEnteredComplaint(liaison, {
      content: "Gọi tôi số 0977 000 222",
    });
    const open = await anEnteredComplaint(liaison);
    await handleComplaint(liaison, { ...seen(complaintId), ...handled, takenAt: now() });
    const { version } = await db.complaintSetting.findUniqueOrThrow({ where: { id: 1 } });
    await expect(
      saveComplaintSetting(lead, { dueHours: 72, retentionDays: 1, version }),
    ).rejects.toMatchObject({ reason: "forbidden" });
    await saveComplaintSetting(officer, { dueHours: 72, retentionDays: 90, version });
    await expect(
      saveComplaintSetting(officer, { dueHours: 1, retentionDays: 1, version }),
    ).rejects.toMatchObject({ reason: "conflict" });

    setClock(new Date(Date.now() + 89 * 86_400_000).toISOString());
    await eraseComplainants(systemActor);
    expect(await findComplaint(liaison, complaintId)).toMatchObject({
      complainant: { name: "N. T. Lan" },
    });
    setClock(new Date(Date.now() + 91 * 86_400_000).toISOString());
    const { erased } = await eraseComplainants(systemActor);
    expect(erased).toBeGreaterThan(0);
    const after = await findComplaint(liaison, complaintId);
    expect(after).toMatchObject({ complainant: null, content: "Gọi tôi số •••", state: "handled" });
    expect(after?.erasedAt).not.toBeNull();
    expect(await findComplaint(liaison, open.complaintId)).toMatchObject({
      complainant: { name: "N. T. Lan" },
    });
    const tally = await db.complaintTally.findMany({
      where: { telcoId: liaison.unitId, event: "handled" },
    });
    expect(tally).toMatchObject([{ count: 1 }]);
    const entry = await db.auditEntry.findFirst({
      where: { action: "complaint.erase" },
      orderBy: { seq: "desc" },
    });
    expect(entry?.details).toMatchObject({ days: 90 });
    await db.complaintSetting.update({ where: { id: 1 }, data: { retentionDays: 365 } });
  });
});
