import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { handleComplaint, rejectComplaint } from "@/lib/complaints/moves/commands";
import {
  askForReports,
  raiseMissingPeriodReports,
  returnPeriodReport,
  sendPeriodReport,
} from "@/lib/complaints/reports/commands";
import { periodDocument, periodSheet } from "@/lib/complaints/reports/paper/rules";
import {
  countFigures,
  findPeriod,
  findPeriodReport,
  listPeriods,
} from "@/lib/complaints/reports/queries";
import { imbalances, perThousand, totalOf } from "@/lib/complaints/reports/rules";
import {
  extras,
  type Figures,
  fieldName,
  sendPeriodReportSchema,
} from "@/lib/complaints/reports/schema";
import { complaintKinds } from "@/lib/complaints/schema";
import { db } from "@/lib/db";
import { writeDocument } from "@/lib/documents/official/rules";
import { now, setClock } from "@/lib/time";
import { aDistrictWithTelcos, anEnteredComplaint } from "@/tests/support/complaints";
import { auditOf } from "@/tests/support/district";

afterEach(() => setClock(undefined));
const clock = (text: string) => setClock(`${text}:00+07:00`);
/** Periods are of the whole district and their days are theirs alone: each test has a year of its own. */
let year = 2031;

async function aPeriod() {
  const made = await aDistrictWithTelcos();
  const mine = year++;
  const day = (text: string) => `${mine}-${text}`;
  clock(`${mine}-01-13T08:00`);
  const { id } = await askForReports(made.officer, {
    name: `Tuần 2/${mine}`,
    startsOn: day("01-06"),
    endsOn: day("01-12"),
    dueAt: new Date(`${mine}-01-14T17:00:00+07:00`),
  });
  const reportOf = async (telcoId: string) =>
    (
      await db.periodReport.findUniqueOrThrow({
        where: { periodId_telcoId: { periodId: id, telcoId } },
      })
    ).id;
  return { ...made, periodId: id, day, reportOf };
}

const figures = (more: Partial<Figures["rows"]["spam_sms"]> = {}): Figures => ({
  rows: Object.fromEntries(
    complaintKinds.map((kind) => [
      kind,
      {
        opening: 0,
        received: 0,
        resolved: 0,
        rejected: 0,
        closing: 0,
        ...(kind === "spam_sms" ? more : {}),
      },
    ]),
  ) as Figures["rows"],
  extra: Object.fromEntries(extras.map((name) => [name, 0])) as Figures["extra"],
  subscribers: null,
});

const send = (
  actor: Actor,
  reportId: string,
  told: Figures,
  edition = 0,
  requestId: string = randomUUID(),
) =>
  sendPeriodReport(actor, {
    reportId,
    requestId,
    edition,
    figures: told,
    note: "",
    reason: edition ? "đính chính" : "",
  });

describe("the balance", () => {
  test("holds for whatever is counted, and what breaks it is named", () => {
    const count = fc.nat(1000);
    fc.assert(
      fc.property(count, count, count, count, (opening, received, resolved, rejected) => {
        const closing = opening + received - resolved - rejected;
        expect(imbalances(figures({ opening, received, resolved, rejected, closing }))).toEqual([]);
        const [named] = imbalances(
          figures({ opening, received, resolved, rejected, closing: closing + 1 }),
        );
        expect(named).toContain("Tin nhắn rác");
        expect(named).toContain("lệch 1");
      }),
    );
  });

  test("of the cases is that of the days they came and ended on", async () => {
    const { liaison, telco, day } = await aPeriod();
    const at = async (text: string, end?: "handle" | "reject") => {
      clock(`${day(text)}T10:00`);
      const { complaintId } = await anEnteredComplaint(liaison, {
        kind: "spam_sms",
        receivedAt: now(),
      });
      const of = { complaintId, version: 1 };
      if (end === "handle")
        await handleComplaint(liaison, {
          ...of,
          step: "blocked_one_way",
          takenAt: now(),
          note: "",
          outcome: "handled",
          scope: "one",
        });
      if (end === "reject") await rejectComplaint(liaison, { ...of, reason: "không đúng" });
    };
    await at("01-03");
    await at("01-04", "handle");
    await at("01-06", "handle");
    await at("01-12", "reject");
    await at("01-12");
    await at("01-13");
    const span = { startsOn: new Date(day("01-06")), endsOn: new Date(day("01-12")) };
    const counted = await countFigures(db, telco.id, span);
    expect(counted.rows.spam_sms).toEqual({
      opening: 1,
      received: 3,
      resolved: 1,
      rejected: 1,
      closing: 2,
    });
    expect(counted.extra.blockedOneWay).toBe(1);
    expect(imbalances(counted)).toEqual([]);
  });
});

describe("a period report", () => {
  test("is sent once, amended with a reason, returned and sent again; late stays late", async () => {
    const { liaison, officer, telco, reportOf, day } = await aPeriod();
    const id = await reportOf(telco.id);
    await expect(send(liaison, id, figures({ received: 1 }))).rejects.toMatchObject({
      reason: "invalid",
    });
    const requestId = randomUUID();
    await send(liaison, id, figures(), 0, requestId);
    await send(liaison, id, figures(), 0, requestId);
    await expect(send(liaison, id, figures())).rejects.toMatchObject({ reason: "conflict" });
    await returnPeriodReport(officer, { reportId: id, edition: 1, reason: "Thiếu cuộc gọi rác" });
    expect((await findPeriodReport(liaison, id))?.state).toBe("returned");
    clock(`${day("01-20")}T08:00`);
    await send(liaison, id, figures({ received: 2, closing: 2 }), 1);
    const seen = await findPeriodReport(officer, id);
    expect(seen).toMatchObject({ state: "sent", edition: 2, mayReturn: true });
    expect(seen?.remarks).toContain("Tin nhắn rác, tiếp nhận: báo 2, hồ sơ đếm được 0.");
    expect(await auditOf(id)).toEqual([
      "period-report.send",
      "period-report.return",
      "period-report.amend",
    ]);
    await expect(
      db.periodReportEdition.updateMany({ where: { reportId: id }, data: { note: "x" } }),
    ).rejects.toThrow(/append-only/);
  });

  test("that is missing is told once, to telco and district", async () => {
    const { liaison, officer, otherTelco, telco, reportOf, periodId, day } = await aPeriod();
    await send(liaison, await reportOf(telco.id), figures());
    clock(`${day("01-15")}T08:00`);
    await Promise.all([
      raiseMissingPeriodReports(systemActor),
      raiseMissingPeriodReports(systemActor),
    ]);
    const missing = await reportOf(otherTelco.id);
    const told = await db.notice.findMany({
      where: { kind: "period-report.missing", subjectId: missing },
    });
    const units = told.map(({ unitId }) => unitId);
    expect(units).toContain(otherTelco.id);
    expect(units).toContain(officer.unitId);
    const period = await findPeriod(officer, periodId);
    const states = new Map(period?.reports.map(({ telcoId, state }) => [telcoId, state]));
    expect(states.get(telco.id)).toBe("sent");
    expect(states.get(otherTelco.id)).toBe("missing");
    const rows = period ? periodSheet(period, period.reports).rows : [];
    expect(rows.some((row) => row[1] === "Thiếu, quá hạn")).toBe(true);
  });

  test("of another telco is not there, by any door", async () => {
    const { liaison, otherLiaison, lead, observer, telco, reportOf, periodId } = await aPeriod();
    const id = await reportOf(telco.id);
    await send(liaison, id, figures());
    expect(await findPeriodReport(otherLiaison, id)).toBeNull();
    expect(await findPeriodReport(lead, id)).toBeNull();
    expect(await findPeriod(otherLiaison, periodId)).toBeNull();
    const [period] = (await listPeriods(otherLiaison)).filter((one) => one.id === periodId);
    expect(period?.reports.map(({ telcoId }) => telcoId)).toEqual([otherLiaison.unitId]);
    await expect(send(otherLiaison, id, figures(), 1)).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(
      returnPeriodReport(liaison, { reportId: id, edition: 1, reason: "xyz" }),
    ).rejects.toMatchObject({ reason: "not-found" });
    const asked = { name: "Kỳ lạ", startsOn: "2019-01-01", endsOn: "2019-01-02", dueAt: now() };
    await expect(askForReports(observer, asked)).rejects.toMatchObject({ reason: "forbidden" });
    expect((await findPeriod(observer, periodId))?.id).toBe(periodId);
  });

  test("of the same days is asked for once", async () => {
    const { officer, day } = await aPeriod();
    const again = { name: "Trùng", startsOn: day("01-06"), endsOn: day("01-12"), dueAt: now() };
    await expect(askForReports(officer, again)).rejects.toMatchObject({ reason: "conflict" });
  });

  test("is a document of the telco, and a form of plain numbers", async () => {
    const { liaison, telco, reportOf } = await aPeriod();
    const id = await reportOf(telco.id);
    const form: Record<string, string> = {
      reportId: id,
      requestId: randomUUID(),
      edition: "0",
      subscribers: "12000",
    };
    for (const kind of complaintKinds)
      for (const column of ["opening", "received", "resolved", "rejected", "closing"] as const)
        form[fieldName(kind, column)] = "0";
    for (const extra of extras) form[extra] = "3";
    await sendPeriodReport(liaison, sendPeriodReportSchema.parse(form));
    expect(sendPeriodReportSchema.safeParse({ ...form, edition: "1" }).success).toBe(false);
    const report = await findPeriodReport(liaison, id);
    const paper = report && periodDocument(report);
    expect(paper?.subject).toContain("từ ngày 06/01");
    if (!paper) throw new Error("no paper");
    expect((await writeDocument(paper, "docx")).subarray(0, 2).toString()).toBe("PK");
    expect((await writeDocument(paper, "pdf")).subarray(0, 4).toString()).toBe("%PDF");
    expect(report?.editions[0]?.figures.subscribers).toBe(12_000);
    expect(perThousand(30, 12_000)).toBe(2.5);
    expect(totalOf(figures({ received: 4 })).received).toBe(4);
  });
});
