import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { writeLog } from "@/lib/duty/log/commands";
import type { LogKind } from "@/lib/duty/log/schema";
import { askReports, watchQuickReports } from "@/lib/duty/quick-reports/asking/commands";
import { fileQuickReport } from "@/lib/duty/quick-reports/commands";
import {
  exportQuickReports,
  listDueTimes,
  listQuickReports,
  listRecentDueTimes,
} from "@/lib/duty/quick-reports/overview/queries";
import { quickReportSheet } from "@/lib/duty/quick-reports/paper/rules";
import {
  draftQuickReport,
  findQuickReport,
  listOwedQuickReports,
  listUnitQuickReports,
} from "@/lib/duty/quick-reports/queries";
import {
  type FileQuickReport,
  fileQuickReportSchema,
  quickReportFilterSchema,
} from "@/lib/duty/quick-reports/schema";
import { saveReportTimes } from "@/lib/duty/quick-reports/times/commands";
import { saveReportTimesSchema } from "@/lib/duty/quick-reports/times/schema";
import { checkIn } from "@/lib/duty/shifts/commands";
import { setClock } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aPublishedRoster, at } from "@/tests/support/duty";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-27T08:00"));
afterEach(() => setClock(undefined));

/** The campaign of the first commune's roster is open and asks at 07:00 and 16:00. */
async function asked(times = "07:00, 16:00") {
  const made = await aPublishedRoster();
  await db.campaign.update({ where: { id: made.campaign.id }, data: { openedAt: new Date() } });
  clock("2025-01-28T08:00");
  await setTimes(made.district.officer, made.campaign.id, times);
  return made;
}

const setTimes = (actor: Actor, campaignId: string, times: string, version = 0) =>
  saveReportTimes(actor, saveReportTimesSchema.parse({ campaignId, times, version }));

const dueOf = async (unitId: string) =>
  (await db.quickReport.findMany({ where: { unitId }, orderBy: { dueAt: "asc" } })).map((row) =>
    row.dueAt.toISOString(),
  );

async function theReport(unitId: string, due: string) {
  return db.quickReport.findFirstOrThrow({ where: { unitId, dueAt: at(due) } });
}

const file = (actor: Actor, reportId: string, more: Partial<FileQuickReport> = {}) =>
  fileQuickReport(actor, {
    reportId,
    requestId: randomUUID(),
    edition: 0,
    kind: "nil",
    situation: "",
    openPoints: "",
    proposals: "",
    reason: "",
    ...more,
  });

const log = (actor: Actor, shiftId: string, kind: LogKind, text: string) =>
  writeLog(actor, {
    requestId: randomUUID(),
    shiftId,
    kind,
    text,
    correctsId: null,
    deviceAt: null,
  });

describe("the times of day", () => {
  test("are set by the district, and each unit on watch owes one report at each", async () => {
    const { district, campaign, lead } = await asked();
    expect(await dueOf(lead.unitId)).toEqual(
      [at("2025-01-28T16:00"), at("2025-01-29T07:00")].map((due) => due.toISOString()),
    );
    expect(await dueOf(district.otherLead.unitId)).toEqual([]);
    expect(await auditOf(campaign.id)).toEqual(["quick-report.set-times"]);
  });

  test("ask a day ahead, once, and to the end of the campaign alone", async () => {
    const { lead } = await asked();
    clock("2025-01-29T09:00");
    await Promise.all([watchQuickReports(systemActor), watchQuickReports(systemActor)]);
    expect((await dueOf(lead.unitId)).slice(2)).toEqual([
      at("2025-01-29T16:00").toISOString(),
      at("2025-01-30T07:00").toISOString(),
    ]);
    clock("2025-01-30T06:00");
    await watchQuickReports(systemActor);
    expect(await dueOf(lead.unitId)).toHaveLength(4);
  });

  test("when changed, move what is to come and nothing that was", async () => {
    const { lead, district, campaign } = await asked();
    clock("2025-01-28T17:00");
    await watchQuickReports(systemActor);
    await setTimes(district.officer, campaign.id, "20:00", 1);
    expect(await dueOf(lead.unitId)).toEqual(
      [at("2025-01-28T16:00"), at("2025-01-28T20:00")].map((due) => due.toISOString()),
    );
    await setTimes(district.officer, campaign.id, "", 2);
    expect(await dueOf(lead.unitId)).toHaveLength(1);
  });

  test("are not set by a unit, nor over someone else's, nor badly written", async () => {
    const { lead, district, campaign } = await asked();
    await expect(setTimes(lead, campaign.id, "08:00", 1)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(setTimes(district.observer, campaign.id, "08:00", 1)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(setTimes(district.officer, randomUUID(), "08:00")).rejects.toMatchObject({
      reason: "not-found",
    });
    const outcomes = await Promise.allSettled([
      setTimes(district.officer, campaign.id, "08:00", 1),
      setTimes(district.secondOfficer, campaign.id, "09:00", 1),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const times of ["7:00", "24:00", "sáng", "07:00 16:60"]) {
      const parsed = saveReportTimesSchema.safeParse({
        campaignId: campaign.id,
        times,
        version: 1,
      });
      expect(parsed.success, times).toBe(false);
    }
  });

  test("of a closed campaign ask for nothing more", async () => {
    const { lead, campaign } = await asked();
    await db.campaign.update({ where: { id: campaign.id }, data: { closedAt: new Date() } });
    await db.$transaction((tx) => askReports(tx));
    expect(await dueOf(lead.unitId)).toEqual([]);
  });
});

describe("a report", () => {
  test("starts from the log: kinds counted, noteworthy entries, who is on duty, what is open", async () => {
    const { staff, lead, shifts } = await asked();
    await checkIn(staff, {
      requestId: randomUUID(),
      shiftId: shifts[0],
      kind: "start",
      deviceAt: null,
    });
    clock("2025-01-28T09:35");
    await log(staff, shifts[0], "call", "Dân báo cuộc gọi giả danh công an.");
    await log(staff, shifts[0], "routine", "Kiểm tra máy chủ.");
    await log(staff, shifts[0], "nil", "");
    clock("2025-01-28T15:00");
    const { id } = await theReport(lead.unitId, "2025-01-28T16:00");
    const report = await findQuickReport(lead, id);
    const draft = report && (await draftQuickReport(lead, report));
    expect(draft?.facts).toMatchObject({
      log: { call: 1, routine: 1, nil: 1, incident: 0 },
      onDuty: [{ name: "Lương Thị Hoa", post: "staff" }],
    });
    expect(draft?.situation).toBe("- 09:35: Dân báo cuộc gọi giả danh công an.");

    await file(staff, id, { kind: "report", situation: draft?.situation });
    const filed = await findQuickReport(lead, id);
    expect(filed).toMatchObject({ state: "on_time", edition: 1, nil: false });
    expect(filed?.editions[0]).toMatchObject({
      facts: { log: { call: 1 } },
      writtenBy: staff.fullName,
    });
    expect(await auditOf(id)).toEqual(["quick-report.report"]);

    // What is written after it was sent belongs to the next one: nothing is told twice or lost.
    clock("2025-01-28T15:30");
    await log(staff, shifts[0], "order", "Huyện yêu cầu kiểm tra mật khẩu.");
    clock("2025-01-29T06:00");
    const next = await findQuickReport(lead, (await theReport(lead.unitId, "2025-01-29T07:00")).id);
    const following = next && (await draftQuickReport(lead, next));
    expect(following?.facts.log).toMatchObject({ call: 0, order: 1 });
  });

  test("says in one tap that nothing happened, unless the log says otherwise", async () => {
    const { staff, lead, shifts } = await asked();
    clock("2025-01-28T12:59");
    const { id } = await theReport(lead.unitId, "2025-01-28T16:00");
    await expect(file(staff, id)).rejects.toMatchObject({ reason: "invalid" });
    clock("2025-01-28T14:00");
    await log(staff, shifts[0], "incident", "Trang thông tin bị đổi giao diện.");
    await expect(file(staff, id)).rejects.toMatchObject({ reason: "conflict" });
    const { id: next } = await theReport(lead.unitId, "2025-01-29T07:00");
    clock("2025-01-29T06:30");
    await file(staff, next);
    expect(await findQuickReport(lead, next)).toMatchObject({ state: "on_time", nil: true });
    expect(await auditOf(next)).toEqual(["quick-report.nil"]);
  });

  test("that is late is late for ever, also once corrected", async () => {
    const { staff, lead } = await asked();
    const { id } = await theReport(lead.unitId, "2025-01-28T16:00");
    clock("2025-01-28T16:01");
    await file(staff, id);
    const first = await theReport(lead.unitId, "2025-01-28T16:00");
    clock("2025-01-28T18:00");
    const correction = { edition: 1, kind: "report" as const, situation: "Có một cuộc gọi lạ." };
    expect(
      fileQuickReportSchema.safeParse({
        reportId: id,
        requestId: randomUUID(),
        ...correction,
      }).success,
    ).toBe(false);
    await file(lead, id, { ...correction, reason: "Quên ghi cuộc gọi" });
    const report = await findQuickReport(lead, id);
    expect(report).toMatchObject({ state: "late", edition: 2, nil: false });
    expect(report?.filedAt).toEqual(first.filedAt);
    expect(report?.editions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, "Quên ghi cuộc gọi"],
      [1, ""],
    ]);
    expect(await auditOf(id)).toEqual(["quick-report.nil", "quick-report.correct"]);
    await expect(
      db.quickReport.update({ where: { id }, data: { filedAt: at("2025-01-28T15:00") } }),
    ).rejects.toThrow(/never changes/);
    await expect(db.quickReport.delete({ where: { id } })).rejects.toThrow(/never deleted/);
    await expect(
      db.quickReportEdition.updateMany({ where: { reportId: id }, data: { situation: "x" } }),
    ).rejects.toThrow(/append-only/);
  });

  test("is filed by the unit alone: others do not find it, the district does not write it", async () => {
    const { district, lead } = await asked();
    const { id } = await theReport(lead.unitId, "2025-01-28T16:00");
    clock("2025-01-28T15:00");
    await expect(file(district.otherLead, id)).rejects.toMatchObject({ reason: "not-found" });
    await expect(file(district.officer, id)).rejects.toMatchObject({ reason: "forbidden" });
    await expect(file(district.observer, id)).rejects.toMatchObject({ reason: "forbidden" });
    expect(await findQuickReport(district.otherLead, id)).toBeNull();
    const seen = await findQuickReport(district.officer, id);
    expect(seen?.mayFile).toBe(false);
    expect(seen && (await draftQuickReport(district.officer, seen))).toBeNull();
  });

  test("sent twice is one; of two at once one wins and the other is told", async () => {
    const { staff, lead } = await asked();
    clock("2025-01-28T15:00");
    const { id } = await theReport(lead.unitId, "2025-01-28T16:00");
    const outcomes = await Promise.allSettled([file(staff, id), file(lead, id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    clock("2025-01-29T06:00");
    const { id: next } = await theReport(lead.unitId, "2025-01-29T07:00");
    const requestId = randomUUID();
    await Promise.all([file(staff, next, { requestId }), file(staff, next, { requestId })]);
    expect((await findQuickReport(lead, next))?.editions).toHaveLength(1);
  });

  test("stands on the unit's home from three hours before, and while it is missing", async () => {
    const { staff, lead, district } = await asked();
    const owed = async () => (await listOwedQuickReports(staff)).map(({ state }) => state);
    clock("2025-01-28T12:00");
    expect(await owed()).toEqual([]);
    clock("2025-01-28T13:00");
    expect(await owed()).toEqual(["open"]);
    clock("2025-01-28T16:30");
    expect(await owed()).toEqual(["missing"]);
    expect(await listOwedQuickReports(district.otherLead)).toEqual([]);
    await file(staff, (await theReport(lead.unitId, "2025-01-28T16:00")).id);
    expect(await owed()).toEqual([]);
    const { rows } = await listUnitQuickReports(staff, { page: 1 });
    expect(rows.map(({ state }) => state)).toEqual(["waiting", "late"]);
  });
});

describe("what did not come", () => {
  test("is told once to the unit and once to the district", async () => {
    const { lead, district, campaign } = await asked();
    const { id } = await theReport(lead.unitId, "2025-01-28T16:00");
    const told = async () => {
      const where = { kind: "quick-report.missing", subjectId: { in: [id, campaign.id] } };
      const notices = await db.notice.findMany({ where, orderBy: { subjectType: "asc" } });
      return notices.map(({ unitId }) => unitId);
    };
    clock("2025-01-28T15:59");
    await watchQuickReports(systemActor);
    expect(await told()).toEqual([]);
    clock("2025-01-28T16:01");
    await Promise.all([watchQuickReports(systemActor), watchQuickReports(systemActor)]);
    await watchQuickReports(systemActor);
    expect(await told()).toEqual([lead.unitId, district.officer.unitId]);
  });

  test("is listed for the district with whom to call, missing ones first", async () => {
    const { lead, staff, district, campaign } = await asked();
    clock("2025-01-28T16:30");
    const due = at("2025-01-28T16:00");
    const filter = quickReportFilterSchema.parse({});
    const sheet = { ...filter, campaign: campaign.id, due };
    const { rows } = await listQuickReports(district.officer, sheet);
    expect(rows).toMatchObject([
      { unitId: lead.unitId, state: "missing", dutyName: "Lương Thị Hoa", kind: "UBND xã" },
    ]);
    expect((await listQuickReports(lead, sheet)).rows).toEqual([]);
    await file(staff, rows[0]?.id ?? "");
    const only = async (chosen: "missing" | "late" | "nil" | "told") =>
      (await listQuickReports(district.officer, { ...sheet, only: chosen })).rows.length;
    expect([
      await only("missing"),
      await only("late"),
      await only("nil"),
      await only("told"),
    ]).toEqual([0, 1, 1, 0]);
    const count = { units: 1, filed: 1, nil: 1, late: 1, dueAt: due };
    expect((await listDueTimes(district.officer, campaign.id))[0]).toMatchObject(count);
    expect(await listDueTimes(lead, campaign.id)).toEqual([]);
    const recent = await listRecentDueTimes(district.observer);
    expect(recent.find(({ campaignId }) => campaignId === campaign.id)).toMatchObject(count);

    const exported = await exportQuickReports(district.officer, sheet);
    const paper = quickReportSheet("Tết", due, exported ?? []);
    expect(paper.rows[0]?.length).toBe(paper.columns.length);
    expect(paper.rows[0]).toContain("Không phát sinh");
    expect(await exportQuickReports(lead, sheet)).toBeNull();
  });
});
