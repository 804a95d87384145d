import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import {
  acceptResult,
  acknowledgeDirective,
  reportProgress,
} from "@/lib/directives/assignments/commands";
import { findAssignment, findReceipt } from "@/lib/directives/assignments/queries";
import { createDraft } from "@/lib/directives/drafts/commands";
import { findMatrix, summariseDirective } from "@/lib/directives/matrix/queries";
import { matrixFilterSchema } from "@/lib/directives/matrix/schema";
import { findDirective } from "@/lib/directives/queries";
import { remindUnits } from "@/lib/directives/reminders/commands";
import { listReminders } from "@/lib/directives/reminders/queries";
import { listFormerWork } from "@/lib/directives/standing/queries";
import { listNotices } from "@/lib/notifications/queries";
import { importUnits } from "@/lib/organization/import/commands";
import {
  applyReorganisation,
  previewReorganisation,
  undoReorganisation,
} from "@/lib/organization/reorganisation/commands";
import { listReorganisations } from "@/lib/organization/reorganisation/queries";
import { listUnitsToCall } from "@/lib/overview/queries";
import { listUnitTasks, summariseUnit } from "@/lib/overview/tasks/queries";
import { aDistrictOfficer, anObserver, aUnitLead } from "@/tests/support/actors";
import { aDraft, anIssuedDirective, auditOf } from "@/tests/support/district";
import {
  aDistrictAtWork,
  administrator,
  aPlan,
  applied,
  assignmentsOf,
  DAY,
  snapshotOf,
  today,
} from "@/tests/support/reorganisation";

const report = (assignmentId: string, kind: "progress" | "result" = "result") => ({
  assignmentId,
  requestId: randomUUID(),
  kind,
  text: "Đã phát thanh bốn buổi",
  files: [],
});
const contact = (directiveId: string) => ({
  directiveId,
  contactName: "Hoàng Thị Đầu Mối",
  contactPhone: "0912345678",
});

describe("two communes become one in the middle of a directive", () => {
  test("the successor owes what is open, once; what was done stays where it was done", async () => {
    const work = await aDistrictAtWork();
    const { directive, lead, otherLead, officer } = work;
    const [watch, awareness] = await assignmentsOf(directive.id, lead.unitId);
    await acknowledgeDirective(lead, contact(directive.id));
    await reportProgress(lead, report(watch?.id ?? ""));
    const { reportedAt } = await db.assignment.findUniqueOrThrow({ where: { id: watch?.id } });
    await acceptResult(officer, {
      assignmentId: watch?.id ?? "",
      reportedAt: reportedAt?.toISOString() ?? "",
    });
    await reportProgress(lead, report(awareness?.id ?? ""));
    const { view, successorId } = await applied(work.merging);

    expect(view.created).toEqual([
      { code: expect.any(String), name: "UBND xã Hợp Nhất", from: expect.any(Array) },
    ]);
    expect(view.totals).toMatchObject({ people: 3, assignments: 3, receipts: 2 });
    const heirs = await assignmentsOf(directive.id, successorId);
    expect(heirs).toHaveLength(2);
    // Only one of the two had reported on awareness: the other's part is still to be done.
    expect(heirs.map((row) => row.reportedAt)).toEqual([null, null]);

    const mine = await today(lead);
    expect(mine.unitId).toBe(successorId);
    expect((await today(otherLead)).unitId).toBe(successorId);
    const kept = await assignmentsOf(directive.id, lead.unitId);
    expect(kept.map((row) => [row.acceptedAt !== null, row.passedToId])).toEqual([
      [true, null],
      [false, successorId],
    ]);

    const receipt = await findReceipt(mine, directive.id);
    expect(receipt).toMatchObject({ acknowledgedAt: null, openedAt: null });
    const former = await listFormerWork(mine, { directiveId: directive.id, unitId: successorId });
    expect(former.map(({ unit, state }) => `${unit.name.slice(8, 15)} ${state}`).sort()).toEqual([
      expect.stringMatching(/An Bình accepted/),
      expect.stringMatching(/An Bình reported/),
      expect.stringMatching(/Đồng Tâ not_started/),
      expect.stringMatching(/Đồng Tâ not_started/),
    ]);
    expect((await findAssignment(mine, awareness?.id ?? ""))?.reports).toHaveLength(1);
    expect(await findAssignment(await today(work.third), awareness?.id ?? "")).toBeNull();
  });

  test("nothing of the old units counts as open or late any more, anywhere", async () => {
    const work = await aDistrictAtWork();
    const { directive, lead, officer, observer } = work;
    await db.assignment.updateMany({
      where: { directiveId: directive.id },
      data: { dueAt: new Date("2025-01-20T10:00:00Z") },
    });
    const before = await summariseDirective(officer, directive.id);
    expect(before).toMatchObject({ units: 3, total: 6, overdue: 6 });
    const { successorId } = await applied(work.merging);

    const after = await summariseDirective(officer, directive.id);
    expect(after).toMatchObject({ units: 2, total: 4, overdue: 4, acknowledged: 0 });
    const matrix = await findMatrix(officer, directive.id, matrixFilterSchema.parse({}));
    expect(matrix?.rows.map(({ unitId }) => unitId).sort()).toEqual(
      [successorId, work.communes[2].id].sort(),
    );
    expect(await listUnitTasks(lead)).toEqual([]);
    expect(await summariseUnit(lead)).toMatchObject({ total: 0, overdue: 0 });
    expect(await listUnitTasks(await today(lead))).toHaveLength(3);
    const late = (await listUnitsToCall(observer)).units.map(({ unitId }) => unitId);
    expect(late).not.toContain(lead.unitId);
  });

  test("taken on and reported by all, it is taken on and reported for the successor", async () => {
    const work = await aDistrictAtWork();
    const { directive, lead, otherLead, officer } = work;
    for (const person of [lead, otherLead]) {
      await acknowledgeDirective(person, contact(directive.id));
      const [watch] = await assignmentsOf(directive.id, person.unitId);
      await reportProgress(person, report(watch?.id ?? ""));
    }
    const { successorId } = await applied(work.merging);
    const receipt = await findReceipt(await today(lead), directive.id);
    expect(receipt).toMatchObject({ contactName: "Hoàng Thị Đầu Mối" });
    expect(receipt?.acknowledgedAt).not.toBeNull();
    const [watch] = await assignmentsOf(directive.id, successorId);
    const reportedAt = watch?.reportedAt?.toISOString() ?? "";
    const [old] = await assignmentsOf(directive.id, lead.unitId);
    const judge = (id = "") => acceptResult(officer, { assignmentId: id, reportedAt });
    await expect(judge(old?.id)).rejects.toMatchObject({ reason: "forbidden" });
    await judge(watch?.id);
  });

  test("nudges, notices, groups and drafts follow; a report of the old unit comes too late", async () => {
    const work = await aDistrictAtWork();
    const { directive, lead, otherLead, officer, communes } = work;
    const unitIds = [communes[0].id, communes[1].id];
    await db.recipientGroup.update({
      where: { id: work.group.id },
      data: { units: { connect: unitIds.map((id) => ({ id })) } },
    });
    const nudge = { directiveId: directive.id, requestId: randomUUID(), unitIds };
    await remindUnits(officer, { ...nudge, message: "Đề nghị báo cáo" });
    const named = aDraft(work);
    const [section] = named.sections;
    if (!section) throw new Error("a draft has a section");
    const recipients = unitIds.map((id) => ({ kind: "unit" as const, id }));
    const draft = await createDraft(officer, {
      requestId: randomUUID(),
      intent: "save",
      sourceText: "",
      draft: { ...named, sections: [{ ...section, recipients }] },
    });
    const { successorId, view } = await applied(work.merging);
    expect(view.totals).toMatchObject({ reminders: 2, groups: 2 });

    const mine = await today(otherLead);
    expect(await listReminders(mine)).toHaveLength(1);
    expect(await listNotices(mine)).toMatchObject([{ kind: "reorganisation.moved" }]);
    const group = await db.recipientGroup.findUniqueOrThrow({
      where: { id: work.group.id },
      include: { units: { select: { id: true } } },
    });
    expect(group.units.map(({ id }) => id)).toContain(successorId);
    const kept = await db.sectionRecipient.findMany({
      where: { section: { directiveId: draft.id } },
      select: { unitId: true },
    });
    expect(kept).toEqual([{ unitId: successorId }]);

    const [old] = await assignmentsOf(directive.id, lead.unitId);
    await expect(reportProgress(lead, report(old?.id ?? ""))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(acknowledgeDirective(lead, contact(directive.id))).rejects.toMatchObject({
      reason: "forbidden",
    });
  });

  test("a unit that goes on and takes another in has its work open again", async () => {
    const work = await aDistrictAtWork();
    const { directive, lead } = work;
    const [first, second] = work.communes;
    const [watch] = await assignmentsOf(directive.id, lead.unitId);
    await reportProgress(lead, report(watch?.id ?? ""));
    const before = await snapshotOf(work, directive.id);
    const { id, view } = await applied(aPlan([[second, [first.code, first.name]]]));
    expect(view).toMatchObject({ created: [], continuing: [{ takesIn: [second.name] }] });
    const [again] = await assignmentsOf(directive.id, first.id);
    expect(again).toMatchObject({ id: watch?.id, reportedAt: null });
    await undoReorganisation(administrator, { reorganisationId: id });
    expect(await snapshotOf(work, directive.id)).toEqual(before);
  });
});

describe("undoing", () => {
  test("leaves every row exactly as it was, and the plan may be applied again", async () => {
    const work = await aDistrictAtWork();
    const { directive, officer, lead } = work;
    await acknowledgeDirective(lead, contact(directive.id));
    const unitIds = [lead.unitId];
    const nudge = { directiveId: directive.id, requestId: randomUUID(), unitIds };
    await remindUnits(officer, { ...nudge, message: "Đề nghị báo cáo" });
    const before = await snapshotOf(work, directive.id);
    const { id } = await applied(work.merging);
    expect(await snapshotOf(work, directive.id)).not.toEqual(before);

    await undoReorganisation(administrator, { reorganisationId: id });
    expect(await snapshotOf(work, directive.id)).toEqual(before);
    expect(await auditOf(id)).toEqual(["reorganisation.apply", "reorganisation.undo"]);
    expect((await listNotices(lead)).map(({ kind }) => kind)).toEqual(["reorganisation.undone"]);
    const again = undoReorganisation(administrator, { reorganisationId: id });
    await expect(again).rejects.toMatchObject({ reason: "conflict" });
    await applied(work.merging);
  });

  test("is refused once the successor's people have recorded something, and says what", async () => {
    const work = await aDistrictAtWork();
    const { id, successorId } = await applied(work.merging);
    const [watch] = await assignmentsOf(work.directive.id, successorId);
    await reportProgress(await today(work.lead), report(watch?.id ?? "", "progress"));
    await expect(undoReorganisation(administrator, { reorganisationId: id })).rejects.toThrow(
      /Không hoàn tác được: sau khi áp dụng, Người unit_lead .* “Báo cáo tiến độ”/,
    );
  });

  test("is refused once the district has given the successor more to do", async () => {
    const work = await aDistrictAtWork();
    const { id } = await applied(work.merging);
    const recipients = { sections: aDraft(work).sections };
    await db.unit.updateMany({
      where: { kindCode: work.kindCode, validFrom: new Date(DAY) },
      data: { validFrom: new Date("2025-01-01") },
    });
    await anIssuedDirective(work, recipients);
    const undo = undoReorganisation(administrator, { reorganisationId: id });
    await expect(undo).rejects.toThrow(/giao thêm việc/);
  });
});

describe("a plan", () => {
  test("is the administrator's; others are refused and see none", async () => {
    const work = await aDistrictAtWork();
    const input = { text: work.merging, effectiveOn: null };
    for (const actor of [aDistrictOfficer(), anObserver(), aUnitLead()]) {
      const refused = { reason: "forbidden" };
      await expect(previewReorganisation(actor, input)).rejects.toMatchObject(refused);
      await expect(applyReorganisation(actor, { ...input, planHash: "" })).rejects.toMatchObject(
        refused,
      );
      await expect(
        undoReorganisation(actor, { reorganisationId: randomUUID() }),
      ).rejects.toMatchObject(refused);
      expect(await listReorganisations(actor)).toEqual([]);
    }
  });

  test("looked at leaves no trace, and one with a fault changes nothing", async () => {
    const work = await aDistrictAtWork();
    const before = await snapshotOf(work, work.directive.id);
    await previewReorganisation(administrator, { text: work.merging, effectiveOn: null });
    expect(await snapshotOf(work, work.directive.id)).toEqual(before);
    const unknown = { code: randomUUID(), name: "Xã Không Có" };
    const text = aPlan([
      [work.communes[0], [randomUUID(), "Xã Mới"]],
      [unknown, [randomUUID(), "Xã Khác"]],
    ]);
    const outcome = await applyReorganisation(administrator, {
      text,
      effectiveOn: null,
      planHash: "",
    });
    expect(outcome).toMatchObject({ status: "refused", errors: [{ row: 2 }] });
    expect(await snapshotOf(work, work.directive.id)).toEqual(before);
  });

  test("is applied once, also by two at once; before its day not at all", async () => {
    const { merging: text } = await aDistrictAtWork();
    const input = { text, effectiveOn: null };
    await expect(
      previewReorganisation(administrator, { text, effectiveOn: "2999-01-01" }),
    ).rejects.toThrow(/Chưa đến ngày hiệu lực 01\/01\/2999/);
    const preview = await previewReorganisation(administrator, input);
    const planHash = preview.status === "planned" ? preview.view.planHash : "";
    await expect(
      applyReorganisation(administrator, { ...input, planHash: "other" }),
    ).rejects.toThrow(/khác bản xem trước/);
    const both = await Promise.allSettled(
      [1, 2].map(() => applyReorganisation(administrator, { ...input, planHash })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(previewReorganisation(administrator, input)).rejects.toThrow(
      /đã được .* áp dụng lúc/,
    );
  });

  test("waits for a report that is being written, and passes it on", async () => {
    const work = await aDistrictAtWork();
    const [watch] = await assignmentsOf(work.directive.id, work.lead.unitId);
    const [, { successorId }] = await Promise.all([
      reportProgress(work.lead, report(watch?.id ?? "")).catch(() => null),
      applied(work.merging),
    ]);
    const old = await db.assignment.findUniqueOrThrow({ where: { id: watch?.id } });
    const reports = await db.progressReport.count({ where: { assignmentId: watch?.id } });
    expect(old.passedToId).toBe(successorId);
    expect(old.reportedAt !== null).toBe(reports === 1);
  });
});

test("the reorganisation of 01/07/2025 on the real list: twenty-three end, eight begin", async () => {
  const mark = `T${randomUUID().slice(0, 4)}`;
  const csv = readFileSync("prisma/seed/units-huu-lung.csv", "utf8");
  await importUnits(systemActor, csv.replaceAll("HL-", `${mark}-`).replaceAll("LS-", `L${mark}-`));
  const file = readFileSync("tests/fixtures/reorganisation/huu-lung-2025-07-01.json", "utf8");
  const text = file.replace(/"(code|successorCode)": "(06\d{3})"/g, `"$1": "${mark}-$2"`);
  const { id, view } = await applied(text);
  expect([view.ending.length, view.created.length]).toEqual([23, 8]);

  const held = await db.unit.findMany({
    where: { code: `${mark}-06400` },
    select: { name: true, validTo: true, successor: { select: { name: true } } },
    orderBy: { validFrom: "asc" },
  });
  expect(held).toEqual([
    {
      name: "UBND xã Yên Thịnh",
      validTo: new Date(DAY),
      successor: { name: "UBND xã Hữu Liên" },
    },
    { name: "UBND xã Hữu Liên", validTo: null, successor: null },
  ]);
  const former = await db.unit.findFirstOrThrow({ where: { code: `${mark}-06388` } });
  expect(former.validTo).toEqual(new Date(DAY));
  const open = await db.unit.count({
    where: { code: { startsWith: `${mark}-06` }, validTo: null },
  });
  expect(open).toBe(8);
  await undoReorganisation(administrator, { reorganisationId: id });
  expect(await db.unit.count({ where: { code: { startsWith: `${mark}-06` } } })).toBe(23);
  expect(await findDirective(administrator, randomUUID())).toBeNull();
});
