import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { reportProgress } from "@/lib/directives/assignments/commands";
import { findReceipt } from "@/lib/directives/assignments/queries";
import { linkDocument, unlinkDocument } from "@/lib/directives/implementing/commands";
import { listImplementingDocuments, summariseCascade } from "@/lib/directives/implementing/queries";
import { findMatrix, summariseDirective } from "@/lib/directives/matrix/queries";
import { listPartners } from "@/lib/directives/partners/queries";
import { askQuestion, replyToQuestion, shareQuestion } from "@/lib/directives/questions/commands";
import { listOpenQuestions, listQuestions } from "@/lib/directives/questions/queries";
import { decideReturn, returnReceipt } from "@/lib/directives/returns/commands";
import { listReturns } from "@/lib/directives/returns/queries";
import { listNotices } from "@/lib/notifications/queries";
import { listUnitTasks } from "@/lib/overview/tasks/queries";
import { aDistrict, aDraft, anIssuedDirective, auditOf } from "@/tests/support/district";

const everyone = { waiting: undefined, kind: undefined, q: "", page: 1 };
const back = (directiveId: string) => ({
  directiveId,
  requestId: randomUUID(),
  reason: "Xã không có hệ thống thông tin nào.",
});

async function firstOf(actor: Actor, directiveId: string) {
  const receipt = await findReceipt(actor, directiveId);
  return receipt?.assignments[0]?.id ?? "";
}

describe("giving a directive back", () => {
  test("waits for the district; released, the unit owes nothing and is counted nowhere", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await returnReceipt(district.lead, back(id));
    expect(await listUnitTasks(district.lead)).toEqual([]);
    const [open] = await listReturns(district.officer, id);
    await decideReturn(district.officer, {
      returnId: open?.id ?? "",
      decision: "release",
      answer: "",
    });

    const summary = await summariseDirective(district.officer, id);
    expect(summary).toMatchObject({ units: 2, total: 4 });
    const matrix = await findMatrix(district.officer, id, everyone);
    const released = matrix?.rows.find(({ unitId }) => unitId === district.lead.unitId);
    expect(released).toMatchObject({ exchange: "02", cells: [] });
    await expect(
      reportProgress(district.lead, {
        assignmentId: await firstOf(district.lead, id),
        requestId: randomUUID(),
        kind: "nil",
        text: "",
        files: [],
      }),
    ).rejects.toMatchObject({ reason: "forbidden" });
    expect((await listNotices(district.lead)).map(({ kind }) => kind)).toContain(
      "directive.return-decided",
    );
    expect(await auditOf(id)).toEqual(
      expect.arrayContaining(["directive.return-receipt", "directive.release-unit"]),
    );
  });

  test("is sent out again with a reason, and the work is back", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await returnReceipt(district.lead, back(id));
    const [open] = await listReturns(district.officer, id);
    const returnId = open?.id ?? "";
    await decideReturn(district.officer, {
      returnId,
      decision: "resend",
      answer: "Xã có trang tin.",
    });
    expect((await listUnitTasks(district.lead)).length).toBe(3);
    await expect(
      decideReturn(district.leader, { returnId, decision: "release", answer: "" }),
    ).rejects.toMatchObject({ reason: "conflict" });
  });

  test("is the lead's, once at a time, and not after a report", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await expect(returnReceipt(district.staff, back(id))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(returnReceipt((await aDistrict()).lead, back(id))).rejects.toMatchObject({
      reason: "not-found",
    });
    const outcomes = await Promise.allSettled([
      returnReceipt(district.lead, back(id)),
      returnReceipt(district.lead, back(id)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listReturns(district.otherLead, id)).toEqual([]);

    const assignmentId = await firstOf(district.otherLead, id);
    await reportProgress(district.otherLead, {
      assignmentId,
      requestId: randomUUID(),
      kind: "nil",
      text: "",
      files: [],
    });
    await expect(returnReceipt(district.otherLead, back(id))).rejects.toMatchObject({
      reason: "forbidden",
    });
  });
});

describe("a question", () => {
  const ask = (directiveId: string) => ({
    directiveId,
    requestId: randomUUID(),
    text: "Xã không có máy chủ thì báo cáo thế nào?",
  });
  const answer = (questionId: string, share?: "on") => ({
    questionId,
    requestId: randomUUID(),
    text: "Báo cáo “không phát sinh”.",
    share,
  });

  test("is read by its unit and the district until the district shares it", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await askQuestion(district.staff, ask(id));
    const [open] = (await listOpenQuestions(district.officer)).filter(
      ({ directive }) => directive.id === id,
    );
    const questionId = open?.id ?? "";
    expect(await listQuestions(district.otherLead, id)).toEqual([]);

    await replyToQuestion(district.officer, answer(questionId));
    expect(await listQuestions(district.otherLead, id)).toEqual([]);
    expect((await listNotices(district.lead)).map(({ kind }) => kind)).toContain("question.answer");

    await shareQuestion(district.officer, { questionId, shared: "yes" });
    const [shared] = await listQuestions(district.otherLead, id);
    expect(shared?.replies.map(({ official }) => official)).toEqual([true]);
    const stranger = (await aDistrict()).lead;
    expect(await listQuestions(stranger, id)).toEqual([]);
  });

  test("an answer for all is told to all; a further word opens it again", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await askQuestion(district.lead, ask(id));
    const [question] = await listQuestions(district.lead, id);
    const questionId = question?.id ?? "";
    await replyToQuestion(district.officer, answer(questionId, "on"));
    expect((await listNotices(district.otherLead)).map(({ kind }) => kind)).toEqual([
      "question.answer",
    ]);
    await replyToQuestion(district.lead, answer(questionId));
    const [again] = await listQuestions(district.officer, id);
    expect(again?.answeredAt).toBeNull();
    expect(again?.replies.map(({ official }) => official)).toEqual([true, false]);
  });

  test("another unit neither answers nor shares; the observer only reads", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await askQuestion(district.lead, ask(id));
    const [question] = await listQuestions(district.observer, id);
    const questionId = question?.id ?? "";
    await expect(replyToQuestion(district.otherLead, answer(questionId))).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(replyToQuestion(district.observer, answer(questionId))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(shareQuestion(district.lead, { questionId, shared: "yes" })).rejects.toMatchObject(
      { reason: "forbidden" },
    );
    await expect(askQuestion((await aDistrict()).lead, ask(id))).rejects.toMatchObject({
      reason: "not-found",
    });
  });
});

describe("beside the lead unit", () => {
  test("cooperating units get the directive and a share of their own; lead wins over both", async () => {
    const district = await aDistrict();
    const [first, second] = district.communes;
    const base = aDraft(district);
    const { id } = await anIssuedDirective(district, {
      sections: [
        {
          heading: "UBND xã An Bình",
          recipients: [{ kind: "unit", id: first.id }],
          obligations: [
            {
              text: "Rà soát hệ thống",
              measures: ["sweep"],
              dueAt: base.sections[0]?.obligations[0]?.dueAt ?? null,
              cooperators: [
                { kind: "unit", id: second.id },
                { kind: "unit", id: first.id },
              ],
            },
          ],
        },
      ],
    });
    const roles = await db.assignment.findMany({
      where: { directiveId: id },
      select: { unitId: true, role: true },
    });
    expect(new Map(roles.map(({ unitId, role }) => [unitId, role]))).toEqual(
      new Map([
        [first.id, "lead"],
        [second.id, "cooperating"],
      ]),
    );
    const partners = await listPartners(district.lead, await firstOf(district.lead, id));
    expect(partners.map(({ name }) => name)).toEqual([second.name]);
    const leads = await listPartners(district.otherLead, await firstOf(district.otherLead, id));
    expect(leads.map(({ name }) => name)).toEqual([first.name]);
  });
});

describe("a unit's own document", () => {
  const document = (directiveId: string, issuedOn = "2025-01-08") => ({
    directiveId,
    requestId: randomUUID(),
    number: "15/KH-UBND",
    subject: "Kế hoạch bảo đảm an toàn thông tin dịp Tết",
    issuedOn,
    file: undefined,
  });

  test("stands under the directive and counts the days it took", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await linkDocument(district.lead, document(id));
    await linkDocument(district.otherLead, document(id, "2025-01-10"));
    expect(await summariseCascade(district.officer, id)).toEqual({
      units: 3,
      documented: 2,
      medianDays: 3,
      longestDays: 5,
    });
    expect(await listImplementingDocuments(district.lead, id)).toHaveLength(1);
    expect(await listImplementingDocuments(district.observer, id)).toHaveLength(2);
    expect(await summariseCascade(district.lead, id)).toBeNull();
  });

  test("cannot be older than the directive, nor another unit's, nor linked by a stranger", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await expect(linkDocument(district.lead, document(id, "2025-01-04"))).rejects.toMatchObject({
      reason: "invalid",
    });
    await expect(linkDocument((await aDistrict()).lead, document(id))).rejects.toMatchObject({
      reason: "not-found",
    });
    const same = document(id);
    await linkDocument(district.lead, same);
    await linkDocument(district.lead, same);
    const [linked] = await listImplementingDocuments(district.lead, id);
    const documentId = linked?.id ?? "";
    await expect(unlinkDocument(district.otherLead, { documentId })).rejects.toMatchObject({
      reason: "not-found",
    });
    await unlinkDocument(district.staff, { documentId });
    expect(await listImplementingDocuments(district.lead, id)).toEqual([]);
    expect((await auditOf(id)).at(-1)).toBe("directive.unlink-document");
  });
});
