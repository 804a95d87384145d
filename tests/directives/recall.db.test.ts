import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  acknowledgeDirective,
  recordOpening,
  reportProgress,
} from "@/lib/directives/assignments/commands";
import { findReceipt } from "@/lib/directives/assignments/queries";
import { issueDirective } from "@/lib/directives/commands";
import { saveDraft } from "@/lib/directives/drafts/commands";
import { findDraft } from "@/lib/directives/drafts/queries";
import { findMatrix } from "@/lib/directives/matrix/queries";
import { findContinued } from "@/lib/directives/partners/queries";
import { answerRecall, recallDirective } from "@/lib/directives/recalls/commands";
import { draftReplacement } from "@/lib/directives/replacements/commands";
import { listNotices } from "@/lib/notifications/queries";
import { listUnitTasks } from "@/lib/overview/tasks/queries";
import { aDistrict, anIssuedDirective, auditOf, type District } from "@/tests/support/district";

const reason = "Nhầm thời hạn báo cáo.";
const everyone = { waiting: undefined, kind: undefined, q: "", page: 1 };

async function begun(district: District) {
  const { id, number } = await anIssuedDirective(district);
  await recordOpening(district.lead, id);
  await acknowledgeDirective(district.lead, {
    directiveId: id,
    contactName: "Hoàng Văn Đầu Mối",
    contactPhone: "0912345678",
  });
  const receipt = await findReceipt(district.lead, id);
  const assignmentId = receipt?.assignments[0]?.id ?? "";
  await reportProgress(district.lead, {
    assignmentId,
    requestId: randomUUID(),
    kind: "result",
    text: "Đã phát thanh 4 buổi.",
    files: [],
  });
  return { id, number, assignmentId };
}

async function replaced(district: District, id: string, number: number) {
  const draft = await draftReplacement(district.officer, {
    directiveId: id,
    requestId: randomUUID(),
  });
  const found = await findDraft(district.officer, draft.id);
  if (!found) throw new Error("no draft");
  await saveDraft(district.officer, {
    directiveId: draft.id,
    version: 1,
    intent: "submit",
    draft: { ...found.draft, subject: "Bảo đảm an toàn thông tin mạng, thay thế" },
  });
  await issueDirective(district.leader, {
    directiveId: draft.id,
    version: 2,
    number: number + 5_000,
    issuedOn: "2025-01-08",
  });
  return draft.id;
}

describe("a recall", () => {
  test("stops the work, tells everyone who had it, and keeps what was done", async () => {
    const district = await aDistrict();
    const { id, assignmentId } = await begun(district);
    const { units } = await recallDirective(district.officer, { directiveId: id, reason });
    expect(units).toBe(3);

    const [notice] = await listNotices(district.otherLead);
    expect(notice).toMatchObject({ kind: "directive.recall", subjectId: id });
    await expect(
      reportProgress(district.lead, {
        assignmentId,
        requestId: randomUUID(),
        kind: "progress",
        text: "Còn làm tiếp.",
        files: [],
      }),
    ).rejects.toMatchObject({ reason: "forbidden" });
    const receipt = await findReceipt(district.lead, id);
    expect(receipt?.assignments[0]?.state).toBe("reported");
    expect((await auditOf(id)).at(-1)).toBe("directive.recall");
  });

  test("is answered once by each unit, and the district sees 13, 15 and 16", async () => {
    const district = await aDistrict();
    const { id } = await begun(district);
    await recallDirective(district.leader, { directiveId: id, reason });
    const tasks = await listUnitTasks(district.lead);
    expect(tasks.map(({ kind }) => kind)).toContain("recall");

    await answerRecall(district.staff, { directiveId: id, answer: "agree", note: "" });
    await answerRecall(district.otherLead, {
      directiveId: id,
      answer: "refuse",
      note: "Đã phát thanh xong.",
    });
    await expect(
      answerRecall(district.lead, { directiveId: id, answer: "agree", note: "" }),
    ).rejects.toMatchObject({ reason: "conflict" });

    const matrix = await findMatrix(district.officer, id, everyone);
    expect(matrix?.rows.map(({ exchange }) => exchange).sort()).toEqual(["13", "15", "16"]);
    expect(await listUnitTasks(district.lead)).toEqual([]);
  });

  test("is the district's alone, and once", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const input = { directiveId: id, reason };
    await expect(recallDirective(district.lead, input)).rejects.toMatchObject({
      reason: "forbidden",
    });
    const stranger = (await aDistrict()).lead;
    await expect(recallDirective(stranger, input)).rejects.toMatchObject({ reason: "not-found" });
    const outcomes = await Promise.allSettled([
      recallDirective(district.officer, input),
      recallDirective(district.leader, input),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(
      answerRecall(stranger, { directiveId: id, answer: "agree", note: "" }),
    ).rejects.toMatchObject({ reason: "not-found" });
  });

  test("leaves the text as frozen as it was", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await recallDirective(district.officer, { directiveId: id, reason });
    await expect(
      db.directive.update({ where: { id }, data: { subject: "Sửa trộm" } }),
    ).rejects.toThrow(/frozen/);
    await expect(db.directive.update({ where: { id }, data: { state: "draft" } })).rejects.toThrow(
      /frozen/,
    );
    const section = await db.directiveSection.findFirstOrThrow({ where: { directiveId: id } });
    await expect(
      db.sectionRecipient.deleteMany({ where: { sectionId: section.id } }),
    ).rejects.toThrow(/frozen/);
  });
});

describe("a replacement", () => {
  test("recalls the old directive when it is issued, and shows what was done under it", async () => {
    const district = await aDistrict();
    const { id, number } = await begun(district);
    const newId = await replaced(district, id, number);

    expect(await db.directive.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "recalled",
    });
    const kinds = (await listNotices(district.lead)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["directive.recall", "directive.replace"]));

    const receipt = await findReceipt(district.lead, newId);
    const first = receipt?.assignments[0];
    expect(first?.state).toBe("not_started");
    const continued = await findContinued(district.lead, first?.id ?? "");
    expect(continued?.directive.id).toBe(id);
    expect(continued?.reports[0]?.text).toBe("Đã phát thanh 4 buổi.");
    expect(await findContinued(district.otherLead, first?.id ?? "")).toBeNull();
  });

  test("is drafted once; another directive's obligations cannot be claimed as its own", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const other = await anIssuedDirective(district);
    const foreign = await db.obligation.findFirstOrThrow({
      where: { section: { directiveId: other.id } },
    });
    const requestId = randomUUID();
    const draft = await draftReplacement(district.officer, { directiveId: id, requestId });
    expect(await draftReplacement(district.officer, { directiveId: id, requestId })).toEqual(draft);
    await expect(
      draftReplacement(district.secondOfficer, { directiveId: id, requestId: randomUUID() }),
    ).rejects.toMatchObject({ reason: "conflict" });
    await expect(
      draftReplacement(district.lead, { directiveId: other.id, requestId: randomUUID() }),
    ).rejects.toMatchObject({ reason: "forbidden" });

    const found = await findDraft(district.officer, draft.id);
    if (!found) throw new Error("no draft");
    const [section] = found.draft.sections;
    if (!section) throw new Error("no section");
    const claimed = section.obligations.map((one) => ({ ...one, replacesId: foreign.id }));
    await saveDraft(district.officer, {
      directiveId: draft.id,
      version: 1,
      intent: "save",
      draft: { ...found.draft, sections: [{ ...section, obligations: claimed }] },
    });
    const kept = await db.obligation.findMany({ where: { section: { directiveId: draft.id } } });
    expect(kept.map(({ replacesId }) => replacesId)).toEqual([null, null]);
  });

  test("stays in the campaign; a deadline already past is left to be set anew", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const startsAt = new Date("2025-01-01T00:00:00Z");
    const campaign = await db.campaign.create({
      data: {
        name: `Đợt ${id}`,
        startsAt,
        endsAt: new Date("2025-02-01T00:00:00Z"),
        createdById: district.officer.userId,
      },
    });
    await db.directive.update({ where: { id }, data: { campaignId: campaign.id } });
    const draft = await draftReplacement(district.officer, {
      directiveId: id,
      requestId: randomUUID(),
    });
    const found = await findDraft(district.officer, draft.id);
    expect(found?.draft.campaignId).toBe(campaign.id);
    const deadlines = found?.draft.sections.flatMap(({ obligations }) =>
      obligations.map(({ dueAt }) => dueAt),
    );
    expect(deadlines).toEqual([null, null]);
  });
});
