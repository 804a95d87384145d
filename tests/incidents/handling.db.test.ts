import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import {
  createIncidentRule,
  meetDeadline,
  saveIncidentRule,
} from "@/lib/incidents/deadlines/commands";
import { findIncident } from "@/lib/incidents/detail/queries";
import { addEntry } from "@/lib/incidents/entries/commands";
import { escalateIncident } from "@/lib/incidents/escalation/commands";
import { addEvidence, openEvidence } from "@/lib/incidents/evidence/commands";
import { assignIncident, classifyIncident, takeIncident } from "@/lib/incidents/handling/commands";
import { addIndicators } from "@/lib/incidents/indicators/commands";
import { listMatches } from "@/lib/incidents/indicators/queries";
import { mergeIncident } from "@/lib/incidents/merging/commands";
import { moveIncident } from "@/lib/incidents/moves/commands";
import { tickStep } from "@/lib/incidents/reflex/commands";
import { fileIncidentReport } from "@/lib/incidents/reports/commands";
import { caseCode } from "@/lib/incidents/rules";
import type { IncidentState } from "@/lib/incidents/schema";
import { addSystemSchema } from "@/lib/incidents/systems/schema";
import { finishTask } from "@/lib/incidents/tasks/commands";
import { now } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aDistrictWithPolice, aReportedIncident } from "@/tests/support/incidents";

const versionOf = async (id: string) =>
  (await db.incident.findUniqueOrThrow({ where: { id } })).version;

const move = async (actor: Actor, id: string, to: IncidentState, more = {}) =>
  moveIncident(actor, {
    incidentId: id,
    version: await versionOf(id),
    to,
    reason: "",
    cause: "",
    resolution: "",
    lessons: "",
    ...more,
  });

const finishAll = async (actor: Actor, id: string) => {
  const tasks = await db.incidentTask.findMany({ where: { incidentId: id, mandatory: true } });
  for (const { id: taskId } of tasks) await finishTask(actor, { incidentId: id, taskId, note: "" });
};

const toReview = async (actor: Actor, id: string) => {
  for (const to of ["verified", "containing", "eradicating", "recovering", "review"] as const) {
    await move(actor, id, to);
  }
};

/** Reported by the commune and taken by the police. */
async function aTakenIncident() {
  const district = await aDistrictWithPolice();
  const id = await aReportedIncident(district.staff);
  await takeIncident(district.policeStaff, { incidentId: id });
  return { ...district, id };
}

describe("taking a case", () => {
  test("of two at once one has it and the other is told who", async () => {
    const { staff, policeLead, policeStaff, supportLead } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    await escalateIncident(staff, { incidentId: id, reason: "Không tự làm được" });
    const outcomes = await Promise.allSettled(
      [policeLead, policeStaff, supportLead].map((actor) =>
        takeIncident(actor, { incidentId: id }),
      ),
    );
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(2);
    for (const one of refused) expect(String(one.reason)).toMatch(/đã tiếp nhận sự cố này lúc/);
    const deadline = await db.incidentDeadline.findFirst({
      where: { incidentId: id, duty: "acknowledgement" },
    });
    expect(deadline?.metAt).not.toBeNull();
    expect((await auditOf(id)).filter((action) => action === "incident.take")).toHaveLength(1);
  });

  test("is told to the unit that reported", async () => {
    const { staff, id, policeStaff } = await aTakenIncident();
    const told = await db.notice.findFirst({
      where: { unitId: staff.unitId, subjectId: id, kind: "incident.state" },
    });
    expect(told?.title).toContain(policeStaff.unitName);
  });
});

describe("moving a case", () => {
  test("of two handlers at once the second is told, and nothing is lost", async () => {
    const { policeLead, policeStaff, id } = await aTakenIncident();
    const version = await versionOf(id);
    const step = { incidentId: id, version, to: "verified" as const };
    const words = { reason: "", cause: "", resolution: "", lessons: "" };
    const outcomes = await Promise.allSettled([
      moveIncident(policeLead, { ...step, ...words }),
      moveIncident(policeStaff, { ...step, ...words }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((one) => one.status === "rejected");
    expect(String(refused?.reason)).toMatch(/Người khác vừa cập nhật sự cố này/);
    expect(await versionOf(id)).toBe(version + 1);
    expect((await auditOf(id)).filter((action) => action === "incident.move")).toHaveLength(1);
  });

  test("to its end wants the mandatory tasks, the outcome and a closing report after an initial one", async () => {
    const { policeLead, id } = await aTakenIncident();
    await toReview(policeLead, id);
    await expect(move(policeLead, id, "closed", { resolution: "Đã xong" })).rejects.toThrow(
      /việc bắt buộc/,
    );
    await finishAll(policeLead, id);
    await expect(move(policeLead, id, "closed")).rejects.toThrow(/kết quả xử lý/);
    const report = { incidentId: id, reference: "", content: { a: 1 } };
    await fileIncidentReport(policeLead, { ...report, requestId: randomUUID(), kind: "initial" });
    await expect(move(policeLead, id, "closed", { resolution: "Đã xong" })).rejects.toThrow(
      /Mẫu 04/,
    );
    await fileIncidentReport(policeLead, { ...report, requestId: randomUUID(), kind: "closing" });
    await move(policeLead, id, "closed", { resolution: "Đã xong", cause: "Mật khẩu yếu" });
    const closed = await db.incident.findUniqueOrThrow({ where: { id } });
    expect(closed).toMatchObject({
      state: "closed",
      resolution: "Đã xong",
      closedById: policeLead.userId,
    });
    const owed = await db.incidentDeadline.findFirst({
      where: { incidentId: id, duty: "closing" },
    });
    expect(owed?.metAt).not.toBeNull();
    expect((await auditOf(id)).at(-1)).toBe("incident.close");
  });

  test("closed takes nothing more until it is opened again, with a reason", async () => {
    const { policeLead, staff, id } = await aTakenIncident();
    await toReview(policeLead, id);
    await finishAll(policeLead, id);
    await move(policeLead, id, "closed", { resolution: "Đã xong" });
    const entry = { incidentId: id, requestId: randomUUID(), text: "Lại bị", happenedAt: now() };
    await expect(addEntry(staff, entry)).rejects.toMatchObject({ reason: "conflict" });
    await expect(move(policeLead, id, "containing")).rejects.toThrow(/Ghi lý do/);
    await move(policeLead, id, "containing", { reason: "Tái phát" });
    await addEntry(staff, entry);
    const again = await db.incident.findUniqueOrThrow({ where: { id } });
    expect(again).toMatchObject({ state: "containing", closedAt: null, containedAt: null });
    expect(await auditOf(id)).toContain("incident.reopen");
  });

  test("that turns out to be none owes nothing, and owes again when looked at anew", async () => {
    const { policeLead, id } = await aTakenIncident();
    await move(policeLead, id, "rejected", { reason: "Bảo trì theo lịch" });
    const open = { incidentId: id, metAt: null, droppedAt: null };
    expect(await db.incidentDeadline.count({ where: open })).toBe(0);
    await move(policeLead, id, "received", { reason: "Có thêm thông tin" });
    expect(await db.incidentDeadline.count({ where: open })).toBeGreaterThan(0);
  });
});

describe("the law by the day of detection", () => {
  test.each([
    ["2025-01-29T02:00:00+07:00", ["acknowledgement", "notice"], "TT 20/2017"],
    ["2026-11-20T02:00:00+07:00", ["acknowledgement", "cause"], "NĐ 331/2026"],
  ])("asks of a case of %s for %j", async (detected, duties, source) => {
    const { staff } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff, { detectedAt: new Date(detected) });
    const owed = await db.incidentDeadline.findMany({
      where: { incidentId: id },
      orderBy: { duty: "asc" },
    });
    expect(owed.map(({ duty }) => duty)).toEqual(duties);
    expect(owed.some((one) => one.source.includes(source))).toBe(true);
  });

  test("asks more of a serious one, and less again when it is not", async () => {
    const { staff, policeLead } = await aDistrictWithPolice();
    const detectedAt = new Date("2026-11-20T02:00:00+07:00");
    const id = await aReportedIncident(staff, { detectedAt });
    await takeIncident(policeLead, { incidentId: id });
    const classify = async (statutoryClass: "ordinary" | "serious") =>
      classifyIncident(policeLead, {
        incidentId: id,
        version: await versionOf(id),
        kind: "data_encryption",
        severity: "critical",
        statutoryClass,
        tlp: "red",
      });
    const notice = () =>
      db.incidentDeadline.findFirst({ where: { incidentId: id, duty: "notice" } });
    expect(await notice()).toBeNull();
    await classify("serious");
    expect((await notice())?.dueAt).toEqual(new Date("2026-11-21T02:00:00+07:00"));
    await classify("ordinary");
    expect((await notice())?.droppedAt).not.toBeNull();
    await classify("serious");
    expect((await notice())?.droppedAt).toBeNull();
  });

  test("stays as it was when the rule changes afterwards", async () => {
    const { staff, policeLead, administrator } = await aDistrictWithPolice();
    const input = {
      duty: "cause" as const,
      trigger: "detected" as const,
      statutoryClass: null,
      kind: "dos" as const,
      amount: 2,
      unit: "days" as const,
      recipients: ["Chủ quản"],
      source: "Quy định thử",
      confidence: "district" as const,
      note: "",
      validFrom: "2019-03-01",
      validTo: "2019-03-02",
    };
    await createIncidentRule(administrator, input);
    const detectedAt = new Date("2019-03-01T08:00:00+07:00");
    const id = await aReportedIncident(staff, { sign: "dos", detectedAt });
    await takeIncident(policeLead, { incidentId: id });
    const due = () =>
      db.incidentDeadline.findFirstOrThrow({ where: { incidentId: id, duty: "cause" } });
    const before = await due();
    await saveIncidentRule(administrator, {
      ...input,
      amount: 1,
      ruleId: before.ruleId ?? "",
      version: 1,
    });
    await classifyIncident(policeLead, {
      incidentId: id,
      version: await versionOf(id),
      kind: "dos",
      severity: "low",
      statutoryClass: "ordinary",
      tlp: "amber",
    });
    expect((await due()).dueAt).toEqual(before.dueAt);
    const next = await aReportedIncident(staff, { sign: "dos", detectedAt });
    const owed = await db.incidentDeadline.findFirst({
      where: { incidentId: next, duty: "cause" },
    });
    expect(owed?.dueAt).toEqual(new Date("2019-03-02T08:00:00+07:00"));
  });

  test("is met once, by whoever handles the case", async () => {
    const { staff, policeLead, id } = await aTakenIncident();
    const deadline = await db.incidentDeadline.findFirstOrThrow({
      where: { incidentId: id, metAt: null },
    });
    const input = { incidentId: id, version: 1, deadlineId: deadline.id, note: "Gửi email 9 giờ" };
    await expect(meetDeadline(staff, input)).rejects.toMatchObject({ reason: "forbidden" });
    await meetDeadline(policeLead, input);
    await expect(meetDeadline(policeLead, input)).rejects.toMatchObject({ reason: "conflict" });
  });
});

describe("beyond one's means", () => {
  test("brings in police, support and district at once, and asks for the initial report", async () => {
    const { staff, supportLead, committee, police, support } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    expect(await findIncident(supportLead, id)).toBeNull();
    await escalateIncident(staff, { incidentId: id, reason: "Cần người đến tận nơi" });
    expect(await findIncident(supportLead, id)).not.toBeNull();
    const told = await db.notice.findMany({ where: { subjectId: id, kind: "incident.escalate" } });
    expect(told.map(({ unitId }) => unitId)).toEqual(
      expect.arrayContaining([committee.id, police.id, support.id]),
    );
    expect(
      await db.incidentDeadline.findFirst({ where: { incidentId: id, duty: "initial" } }),
    ).not.toBeNull();
    await expect(
      escalateIncident(staff, { incidentId: id, reason: "Lần nữa" }),
    ).rejects.toMatchObject({ reason: "conflict" });
    expect(await auditOf(id)).toEqual(["incident.report", "incident.escalate"]);
  });
});

describe("first steps", () => {
  test("ticked by two are ticked once, with the time and the person in the timeline", async () => {
    const { staff, lead, id } = await aTakenIncident();
    await Promise.all(
      [staff, lead].map((actor) => tickStep(actor, { incidentId: id, step: "unplug" })),
    );
    const view = await findIncident(lead, id);
    expect(view?.steps).toHaveLength(1);
    expect(view?.entries.filter(({ kind }) => kind === "step")).toHaveLength(1);
    await expect(tickStep(staff, { incidentId: id, step: "nosuch" })).rejects.toMatchObject({
      reason: "not-found",
    });
  });
});

describe("the same thing twice", () => {
  test("becomes one case that both units follow; the other points at it", async () => {
    const { staff, otherLead, policeLead, id } = await aTakenIncident();
    const other = await aReportedIncident(otherLead);
    const code = caseCode(await db.incident.findUniqueOrThrow({ where: { id } }));
    const input = { incidentId: other, version: 1, into: code };
    await expect(mergeIncident(otherLead, input)).rejects.toMatchObject({ reason: "not-found" });
    await expect(mergeIncident(policeLead, { ...input, incidentId: id })).rejects.toMatchObject({
      reason: "invalid",
    });
    await mergeIncident(policeLead, input);
    expect((await findIncident(otherLead, id))?.may.add).toBe(false);
    expect((await findIncident(otherLead, other))?.mergedInto?.id).toBe(id);
    expect((await findIncident(staff, id))?.merged).toHaveLength(1);
    await expect(mergeIncident(policeLead, { ...input, version: 2 })).rejects.toMatchObject({
      reason: "conflict",
    });
  });
});

describe("an indicator in two units", () => {
  test("is shown to both handlers and told to the district once", async () => {
    const { officer, staff, policeLead, otherLead, committee, id } = await aTakenIncident();
    const other = await aReportedIncident(otherLead, { sign: "phishing" });
    await takeIncident(otherLead, { incidentId: other });
    const domain = `xau-${randomUUID().slice(0, 8)}.com`;
    const add = (actor: Actor, incidentId: string, text: string[]) =>
      addIndicators(actor, { incidentId, kind: "auto", text, note: "" });
    await add(policeLead, id, [domain]);
    const { matches } = await add(otherLead, other, [`hxxps://${domain.replace(".", "[.]")}/a`]);
    expect(matches).toBe(1);
    const view = async (actor: Actor, incidentId: string) => {
      const found = await findIncident(actor, incidentId);
      return found ? listMatches(actor, found) : null;
    };
    expect((await view(policeLead, id))?.map(({ incidentId }) => incidentId)).toEqual([other]);
    expect((await view(otherLead, other))?.[0]).toMatchObject({ incidentId: id, mayOpen: false });
    expect(await view(officer, other)).toHaveLength(1);
    expect(await view(staff, id)).toEqual([]);
    const told = await db.notice.findMany({
      where: { kind: "incident.match", subjectId: { in: [id, other] } },
    });
    expect(told.map(({ unitId }) => unitId)).toEqual(
      expect.arrayContaining([committee.id, otherLead.unitId, policeLead.unitId]),
    );
    await expect(add(policeLead, id, ["không phải gì <b>"])).rejects.toThrow(/Không đọc được/);
  });
});

describe("who sees what", () => {
  test("a resident's number is whole for the handlers alone", async () => {
    const { staff, officer, policeLead, liaison } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff, {
      what: "Bà Lan 0977 000 222 báo",
      informantPhone: "0977 000 222",
    });
    await takeIncident(policeLead, { incidentId: id });
    expect(await findIncident(policeLead, id)).toMatchObject({
      informantPhone: "0977 000 222",
      what: "Bà Lan 0977 000 222 báo",
    });
    for (const actor of [staff, officer]) {
      const seen = JSON.stringify(await findIncident(actor, id));
      expect(seen).not.toContain("0977 000 222");
      expect(seen).toContain("0977 ••• 222");
    }
    expect(await findIncident(liaison, id)).toBeNull();
    const told = JSON.stringify(await db.notice.findMany({ where: { subjectId: id } }));
    expect(told).toContain("0977 ••• 222");
    expect(told).not.toContain("0977 000 222");
  });

  test("every look at a restricted case is in the read log, also at its evidence", async () => {
    const { staff, policeLead } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff, { sign: "data_leak" });
    await takeIncident(policeLead, { incidentId: id });
    await findIncident(staff, id);
    await findIncident(staff, id);
    const requestId = randomUUID();
    const files = [new File(["danh sách"], "ds.txt")];
    await addEvidence(staff, { incidentId: id, requestId, note: "", files });
    await addEvidence(staff, { incidentId: id, requestId, note: "", files });
    await openEvidence(policeLead, requestId);
    const views = await db.incidentView.findMany({ where: { incidentId: id } });
    const by = (userId: string) =>
      new Set(views.filter((v) => v.userId === userId).map((v) => v.what));
    expect(by(staff.userId)).toEqual(new Set(["page"]));
    expect(by(policeLead.userId)).toEqual(new Set(["evidence"]));
    const view = await findIncident(policeLead, id);
    expect(view?.evidence).toHaveLength(1);
    expect(view?.evidence[0]?.custody.map(({ act }) => act)).toEqual(["collected", "opened"]);
    await expect(db.incidentView.deleteMany({ where: { incidentId: id } })).rejects.toThrow(
      /append-only/,
    );
  });
});

describe("giving a case on", () => {
  test("names people of the unit it goes to, and nobody else", async () => {
    const { officer, policeLead, supportLead, support, staff, id } = await aTakenIncident();
    const version = await versionOf(id);
    const input = {
      incidentId: id,
      version,
      handlerUnitId: support.id,
      ownerId: supportLead.userId,
    };
    await expect(assignIncident(staff, { ...input, handlerId: null })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(
      assignIncident(officer, { ...input, handlerId: policeLead.userId }),
    ).rejects.toThrow(/không thuộc/);
    await assignIncident(officer, { ...input, handlerId: supportLead.userId });
    expect((await findIncident(supportLead, id))?.may.handle).toBe(true);
    expect((await findIncident(policeLead, id))?.may.handle).toBe(false);
    await expect(assignIncident(officer, { ...input, handlerId: null })).rejects.toMatchObject({
      reason: "conflict",
    });
  });
});

test("an internal address is refused where a statutory form would print it", () => {
  const system = { incidentId: randomUUID(), requestId: randomUUID(), name: "Máy chủ", level: "1" };
  const parsed = addSystemSchema.safeParse({ ...system, publicIps: "103.27.237.15, 192.168.1.10" });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    "192.168.1.10 là địa chỉ nội bộ, không đưa vào biểu mẫu. Chỉ ghi IP công khai.",
  ]);
});
