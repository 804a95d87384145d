import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  acceptResult,
  acknowledgeDirective,
  assignPerson,
  recordOpening,
  reportProgress,
  sendBackResult,
} from "@/lib/directives/assignments/commands";
import { findAssignment, findReceipt } from "@/lib/directives/assignments/queries";
import { closeDirective } from "@/lib/directives/commands";
import { findMatrix, summariseDirective } from "@/lib/directives/matrix/queries";
import { dismissReminder, remindUnits } from "@/lib/directives/reminders/commands";
import { listReminders } from "@/lib/directives/reminders/queries";
import { findFile } from "@/lib/files/queries";
import { listUnitTasks } from "@/lib/overview/tasks/queries";
import { aDistrict, anIssuedDirective, auditOf, type District } from "@/tests/support/district";

const contact = { contactName: "Hoàng Văn Đầu Mối", contactPhone: "0912345678" };
const everyone = { waiting: undefined, kind: undefined, q: "", page: 1 };

async function firstAssignment(district: District, directiveId: string) {
  const receipt = await findReceipt(district.lead, directiveId);
  return receipt!.assignments[0]!.id;
}

const report = (assignmentId: string, overrides = {}) => ({
  assignmentId,
  requestId: randomUUID(),
  kind: "result" as const,
  text: "Đã phân công hai cán bộ trực.",
  files: [] as File[],
  ...overrides,
});

async function reported(district: District) {
  const { id } = await anIssuedDirective(district);
  const assignmentId = await firstAssignment(district, id);
  await reportProgress(district.lead, report(assignmentId));
  const { reportedAt } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  return { directiveId: id, assignmentId, reportedAt: reportedAt!.toISOString() };
}

describe("the unit's side", () => {
  test("the first opening is recorded, later ones are not", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await recordOpening(district.staff, id);
    const first = await findReceipt(district.lead, id);
    await recordOpening(district.lead, id);
    const second = await findReceipt(district.lead, id);
    expect(second?.openedAt).toEqual(first?.openedAt);
    expect((await auditOf(id)).filter((action) => action === "directive.open")).toHaveLength(1);
  });

  test("of many acknowledging at once, one names the contact officer", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const outcomes = await Promise.allSettled(
      [district.lead, district.staff, district.lead].map((actor) =>
        acknowledgeDirective(actor, { directiveId: id, ...contact }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await auditOf(id)).filter((action) => action === "directive.acknowledge")).toHaveLength(
      1,
    );
    expect(await findReceipt(district.lead, id)).toMatchObject(contact);
  });

  test("no acknowledgement or report lands after the closing", async () => {
    const district = await aDistrict();
    for (let round = 0; round < 20; round++) {
      const { id } = await anIssuedDirective(district);
      const assignmentId = await firstAssignment(district, id);
      const [reporting] = await Promise.allSettled([
        reportProgress(district.lead, report(assignmentId)),
        closeDirective(district.officer, { directiveId: id }),
      ]);
      const [order] = await db.$queryRaw<{ late: boolean }[]>`
        SELECT a."reportedAt" > d."closedAt" AND ${reporting.status} = 'fulfilled' AS late
        FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId" WHERE a.id = ${assignmentId}::uuid`;
      if (reporting.status === "rejected")
        expect(reporting.reason).toMatchObject({ reason: "forbidden" });
      expect(order?.late ?? false).toBe(false);
    }
  });

  test("the same report sent twice is one report", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const assignmentId = await firstAssignment(district, id);
    const input = report(assignmentId);
    await Promise.allSettled([1, 2, 3].map(() => reportProgress(district.lead, input)));
    await reportProgress(district.lead, input);
    expect(await db.progressReport.count({ where: { assignmentId } })).toBe(1);
  });

  test("evidence is kept under its SHA-256, and only the unit and the district find it", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const assignmentId = await firstAssignment(district, id);
    const picture = new File([png], "../../ảnh trực ca.png");
    await reportProgress(district.lead, report(assignmentId, { files: [picture] }));

    const view = await findAssignment(district.lead, assignmentId);
    const file = view!.reports[0]!.evidence[0]!.file;
    expect(file).toMatchObject({
      name: "ảnh trực ca.png",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await findFile(district.officer, file.id)).not.toBeNull();
    expect(await findFile(district.staff, file.id)).not.toBeNull();
    expect(await findFile(district.otherLead, file.id)).toBeNull();
  });

  test.each([
    ["một trang HTML", "<html><script>alert(1)</script></html>", "anh.png"],
    ["một ảnh SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>', "anh.svg"],
    ["một tệp trống", "", "trong.pdf"],
  ])("%s is refused and the report is not made", async (_what, content, name) => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const assignmentId = await firstAssignment(district, id);
    await expect(
      reportProgress(district.lead, report(assignmentId, { files: [new File([content], name)] })),
    ).rejects.toMatchObject({ reason: "invalid" });
    expect(await db.progressReport.count({ where: { assignmentId } })).toBe(0);
  });

  test("another unit's obligation is not found; the district does not report for a unit", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const assignmentId = await firstAssignment(district, id);
    expect(await findAssignment(district.otherLead, assignmentId)).toBeNull();
    await expect(reportProgress(district.otherLead, report(assignmentId))).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(reportProgress(district.officer, report(assignmentId))).rejects.toMatchObject({
      reason: "forbidden",
    });
  });

  test("the lead hands work to a colleague, never to a stranger", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const assignmentId = await firstAssignment(district, id);
    await assignPerson(district.lead, { assignmentId, assigneeId: district.staff.userId });
    expect((await findAssignment(district.lead, assignmentId))?.assignee?.id).toBe(
      district.staff.userId,
    );
    await expect(
      assignPerson(district.lead, { assignmentId, assigneeId: district.otherLead.userId }),
    ).rejects.toMatchObject({ reason: "not-found" });
    await expect(
      assignPerson(district.staff, { assignmentId, assigneeId: district.staff.userId }),
    ).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("home lists what is owed in order of due time, and no more once it is done", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const tasks = (await listUnitTasks(district.lead)).filter((task) => task.directiveId === id);
    expect(tasks.map((task) => task.kind)).toEqual(["acknowledge", "report", "report"]);
    expect(tasks[1]?.dueAt).toBeInstanceOf(Date);
    expect(tasks[2]?.dueAt).toBeNull();

    await acknowledgeDirective(district.lead, { directiveId: id, ...contact });
    await reportProgress(
      district.lead,
      report(await firstAssignment(district, id), { kind: "nil", text: "" }),
    );
    const left = (await listUnitTasks(district.lead)).filter((task) => task.directiveId === id);
    expect(left.map((task) => task.text)).toEqual(["Tuyên truyền"]);
  });
});

describe("the district's side", () => {
  test("a result is accepted once", async () => {
    const district = await aDistrict();
    const { assignmentId, reportedAt } = await reported(district);
    const outcomes = await Promise.allSettled(
      [district.officer, district.secondOfficer].map((actor) =>
        acceptResult(actor, { assignmentId, reportedAt }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await auditOf(assignmentId)).toEqual(["assignment.report", "assignment.accept"]);
    await expect(acceptResult(district.lead, { assignmentId, reportedAt })).rejects.toMatchObject({
      reason: "forbidden",
    });
  });

  test("sent back, it is open again with its reason and a new deadline", async () => {
    const district = await aDistrict();
    const { assignmentId, reportedAt } = await reported(district);
    await sendBackResult(district.officer, {
      assignmentId,
      reportedAt,
      reason: "Thiếu ảnh",
      dueAt: "2099-01-01T08:00",
    });
    const view = await findAssignment(district.lead, assignmentId);
    expect(view).toMatchObject({
      state: "sent_back",
      sentBackReason: "Thiếu ảnh",
      reportedAt: null,
    });
    expect(view?.dueAt?.toISOString()).toBe("2099-01-01T01:00:00.000Z");
    await expect(
      sendBackResult(district.officer, { assignmentId, reportedAt, reason: "Lần nữa", dueAt: "" }),
    ).rejects.toMatchObject({ reason: "conflict" });
    await reportProgress(district.lead, report(assignmentId));
    expect((await findAssignment(district.lead, assignmentId))?.state).toBe("reported");
  });

  test("the matrix shows each unit's state and agrees with its totals", async () => {
    const district = await aDistrict();
    const { directiveId } = await reported(district);
    const matrix = await findMatrix(district.officer, directiveId, everyone);
    const summary = await summariseDirective(district.observer, directiveId);
    expect(matrix?.rows).toHaveLength(3);
    const states = matrix!.rows.flatMap((row) => row.cells.map((cell) => cell.state));
    expect(states).toHaveLength(6);
    expect(states.filter((state) => state === "reported")).toHaveLength(summary!.reported);
    expect(summary).toMatchObject({
      units: 3,
      total: 6,
      reported: 1,
      doneLate: 1,
      overdue: 2,
      openInTime: 3,
    });
    expect(await findMatrix(district.lead, directiveId, everyone)).toBeNull();

    const silent = await findMatrix(district.officer, directiveId, {
      ...everyone,
      waiting: "judgement",
    });
    expect(silent?.rows.map((row) => row.unitId)).toEqual([district.lead.unitId]);
  });

  test("a reminder stands on the home page of the chosen until it is put away", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const requestId = randomUUID();
    const input = {
      directiveId: id,
      requestId,
      unitIds: [district.lead.unitId],
      message: "Đề nghị báo cáo",
    };
    expect(await remindUnits(district.officer, input)).toEqual({ sent: 1 });
    expect(await remindUnits(district.officer, input)).toEqual({ sent: 0 });
    expect(await listReminders(district.otherLead)).toHaveLength(0);
    const [reminder] = await listReminders(district.lead);
    await expect(
      dismissReminder(district.otherLead, { reminderId: reminder!.id }),
    ).rejects.toMatchObject({
      reason: "not-found",
    });
    await dismissReminder(district.lead, { reminderId: reminder!.id });
    expect(await listReminders(district.lead)).toHaveLength(0);
    await expect(remindUnits(district.lead, input)).rejects.toMatchObject({ reason: "forbidden" });
  });
});

/** The smallest picture there is: one pixel. */
const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
