import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { reportProgress } from "@/lib/directives/assignments/commands";
import { findReceipt } from "@/lib/directives/assignments/queries";
import { findMatrix, summariseDirective } from "@/lib/directives/matrix/queries";
import { filePeriodicReport, raiseMissingReports } from "@/lib/directives/periodic/commands";
import { listPeriodicReports } from "@/lib/directives/periodic/queries";
import { listNotices } from "@/lib/notifications/queries";
import { listUnitsToCall } from "@/lib/overview/queries";
import { listUnitTasks } from "@/lib/overview/tasks/queries";
import { setClock } from "@/lib/time";
import { aDistrict, anIssuedDirective, auditOf, type District } from "@/tests/support/district";

afterEach(() => setClock(undefined));

const live = (local: string) => setClock(`${local}:00+07:00`);
const nil = (periodicReportId: string) => ({
  periodicReportId,
  requestId: randomUUID(),
  kind: "nil" as const,
  text: "",
  files: [],
});

/** Daily at 16:30 on the 5th, 6th and 7th, issued in the morning of the 5th. */
async function daily(district: District) {
  live("2025-01-05T09:00");
  const { id } = await anIssuedDirective(district, {
    sections: [
      {
        heading: "UBND các xã",
        recipients: [{ kind: "group", id: district.group.id }],
        obligations: [
          {
            text: "Báo cáo nhanh hằng ngày",
            measures: ["free"],
            dueAt: null,
            recurrence: { kind: "daily", times: ["16:30"], until: "2025-01-07" },
          },
        ],
      },
    ],
  });
  return id;
}

async function owed(actor: Actor, directiveId: string) {
  const receipt = await findReceipt(actor, directiveId);
  const assignmentId = receipt?.assignments[0]?.id ?? "";
  return { assignmentId, periods: await listPeriodicReports(actor, assignmentId) };
}

describe("a periodic obligation", () => {
  test("asks every unit for each report, each with its own deadline", async () => {
    const district = await aDistrict();
    const id = await daily(district);
    const { periods } = await owed(district.lead, id);
    expect(periods.map(({ state }) => state)).toEqual(["waiting", "waiting", "waiting"]);
    const [task] = (await listUnitTasks(district.lead)).filter(({ kind }) => kind === "report");
    expect(task?.periodic).toBe(true);
    expect(task?.dueAt).toEqual(periods[0]?.dueAt);
    expect(await db.periodicReport.count({ where: { assignment: { directiveId: id } } })).toBe(9);
  });

  test("is done with its last report, on time when all were", async () => {
    const district = await aDistrict();
    const id = await daily(district);
    const { assignmentId, periods } = await owed(district.lead, id);
    for (const [index, period] of periods.entries()) {
      live(`2025-01-0${5 + index}T16:00`);
      await filePeriodicReport(district.staff, nil(period.id));
    }
    const receipt = await findReceipt(district.lead, id);
    expect(receipt?.assignments[0]).toMatchObject({ state: "reported", timeliness: "on_time" });
    expect(await auditOf(assignmentId)).toEqual(["periodic.nil", "periodic.nil", "periodic.nil"]);
  });

  test("one late report makes it late for ever", async () => {
    const district = await aDistrict();
    const id = await daily(district);
    const { periods } = await owed(district.lead, id);
    live("2025-01-05T18:00");
    expect((await listUnitTasks(district.lead)).at(-1)?.timeliness).toBe("overdue");
    for (const period of periods) await filePeriodicReport(district.lead, nil(period.id));
    const receipt = await findReceipt(district.lead, id);
    expect(receipt?.assignments[0]?.timeliness).toBe("late");
    const summary = await summariseDirective(district.officer, id);
    expect(summary).toMatchObject({ doneLate: 1, doneOnTime: 0 });
  });

  test("a missing report is raised once, to the unit and to the district", async () => {
    const district = await aDistrict();
    const id = await daily(district);
    const { periods } = await owed(district.lead, id);
    await filePeriodicReport(district.lead, nil(periods[0]?.id ?? ""));
    live("2025-01-05T16:31");
    await Promise.all([raiseMissingReports(systemActor), raiseMissingReports(systemActor)]);
    await raiseMissingReports(systemActor);

    const raised = { kind: "periodic.missing", subjectId: id };
    expect(await listNotices(district.otherLead)).toEqual([expect.objectContaining(raised)]);
    expect(await listNotices(district.lead)).toEqual([]);
    const told = (await listNotices(district.officer)).filter(({ subjectId }) => subjectId === id);
    expect(told).toHaveLength(1);
    expect(told[0]?.title).toContain("2 đơn vị thiếu");
    const { units } = await listUnitsToCall(district.officer);
    expect(units.filter((unit) => unit.directiveId === id)).toHaveLength(2);
  });

  test("of the same report sent twice one counts, and of two at once one wins", async () => {
    const district = await aDistrict();
    const id = await daily(district);
    const { assignmentId, periods } = await owed(district.lead, id);
    const [first, second] = periods;
    const same = nil(first?.id ?? "");
    await filePeriodicReport(district.lead, same);
    await filePeriodicReport(district.lead, same);
    expect(await db.progressReport.count({ where: { assignmentId } })).toBe(1);
    const outcomes = await Promise.allSettled([
      filePeriodicReport(district.lead, nil(second?.id ?? "")),
      filePeriodicReport(district.staff, nil(second?.id ?? "")),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.progressReport.count({ where: { assignmentId } })).toBe(2);
  });

  test("another unit's is not found, the district does not report, a result is not sent besides", async () => {
    const district = await aDistrict();
    const id = await daily(district);
    const { assignmentId, periods } = await owed(district.lead, id);
    const input = nil(periods[0]?.id ?? "");
    await expect(filePeriodicReport(district.otherLead, input)).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(filePeriodicReport(district.officer, input)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(
      reportProgress(district.lead, {
        assignmentId,
        requestId: randomUUID(),
        kind: "result",
        text: "Xong cả rồi.",
        files: [],
      }),
    ).rejects.toMatchObject({ reason: "invalid" });
  });

  test("the matrix counts the periods whose time has come", async () => {
    const district = await aDistrict();
    const id = await daily(district);
    const { periods } = await owed(district.lead, id);
    await filePeriodicReport(district.lead, nil(periods[0]?.id ?? ""));
    live("2025-01-06T20:00");
    const filter = { waiting: undefined, kind: undefined, q: "", page: 1 };
    const matrix = await findMatrix(district.officer, id, filter);
    const counts = matrix?.rows.map(({ cells }) => [
      cells[0]?.periodsReported,
      cells[0]?.periodsDue,
      cells[0]?.periods,
    ]);
    expect(counts?.sort()).toEqual([
      [0, 2, 3],
      [0, 2, 3],
      [1, 2, 3],
    ]);
  });
});
