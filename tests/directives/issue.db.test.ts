import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import {
  closeDirective,
  issueDirective,
  returnDirective,
  withdrawDirective,
} from "@/lib/directives/commands";
import { createDraft, saveDraft } from "@/lib/directives/drafts/commands";
import { findDirective, suggestNumber } from "@/lib/directives/queries";
import {
  aDistrict,
  aDraft,
  anIssuedDirective,
  auditOf,
  type District,
} from "@/tests/support/district";

async function submitted(district: District) {
  const { id } = await createDraft(district.officer, {
    requestId: randomUUID(),
    intent: "submit",
    sourceText: "",
    draft: aDraft(district),
  });
  return id;
}

describe("issuing", () => {
  test("gives every addressed unit its copy and its obligations at once", async () => {
    const district = await aDistrict();
    const id = await submitted(district);
    const counts = await issueDirective(district.leader, {
      directiveId: id,
      version: 1,
      number: 7,
      issuedOn: "2025-01-05",
    });
    expect(counts).toEqual({ units: 3, assignments: 6 });
    expect(await findDirective(district.lead, id)).toMatchObject({ state: "issued", number: 7 });
    expect(await auditOf(id)).toEqual(["directive.draft", "directive.submit", "directive.issue"]);
    expect(await suggestNumber(district.leader, "2025-03-01")).toBe(8);
    expect(await suggestNumber(district.leader, "2026-01-02")).toBe(1);
  });

  test("pressed five times at once, happens once", async () => {
    const district = await aDistrict();
    const id = await submitted(district);
    const input = { directiveId: id, version: 1, number: 1, issuedOn: "2025-01-05" };
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(() => issueDirective(district.leader, input)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.directiveReceipt.count({ where: { directiveId: id } })).toBe(3);
    expect(await db.assignment.count({ where: { directiveId: id } })).toBe(6);
    expect((await auditOf(id)).filter((action) => action === "directive.issue")).toHaveLength(1);
  });

  test("counts a unit once, however many of its names stand in a section", async () => {
    const district = await aDistrict();
    const [commune] = district.communes;
    const draft = aDraft(district);
    draft.sections[0]!.recipients.push({ kind: "unit", id: commune.id });
    const { id } = await anIssuedDirective(district, { sections: draft.sections });
    expect(await db.assignment.count({ where: { directiveId: id, unitId: commune.id } })).toBe(2);
  });

  test("leaves out a unit that has ended, and refuses when none is left", async () => {
    const district = await aDistrict();
    const [gone] = district.communes;
    await db.unit.update({ where: { id: gone.id }, data: { validTo: new Date("2025-01-01") } });
    const { id } = await anIssuedDirective(district);
    expect(await db.directiveReceipt.count({ where: { directiveId: id } })).toBe(2);

    const sections = aDraft(district).sections;
    sections[0]!.recipients = [{ kind: "unit", id: gone.id }];
    await expect(anIssuedDirective(district, { sections })).rejects.toMatchObject({
      reason: "invalid",
    });
  });

  test("a number is used once a year", async () => {
    const district = await aDistrict();
    const first = await submitted(district);
    const second = await submitted(district);
    const input = { version: 1, number: 3, issuedOn: "2025-01-05" };
    await issueDirective(district.leader, { ...input, directiveId: first });
    await expect(
      issueDirective(district.leader, { ...input, directiveId: second }),
    ).rejects.toMatchObject({
      reason: "conflict",
      message: expect.stringContaining("Số 3"),
    });
    await issueDirective(district.leader, {
      ...input,
      directiveId: second,
      issuedOn: "2026-01-05",
    });
  });

  test("is the leader's alone, and only what they have read", async () => {
    const district = await aDistrict();
    const id = await submitted(district);
    const input = { directiveId: id, version: 1, number: 4, issuedOn: "2025-01-05" };
    await expect(issueDirective(district.officer, input)).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(issueDirective(district.lead, input)).rejects.toMatchObject({
      reason: "not-found",
    });

    await withdrawDirective(district.officer, { directiveId: id, version: 1 });
    await saveDraft(district.officer, {
      directiveId: id,
      version: 2,
      intent: "submit",
      draft: aDraft(district, { subject: "Nội dung đã đổi sau khi lãnh đạo mở trang" }),
    });
    await expect(issueDirective(district.leader, input)).rejects.toMatchObject({
      reason: "conflict",
    });
  });

  test("a returned draft says why and can be sent again", async () => {
    const district = await aDistrict();
    const id = await submitted(district);
    await returnDirective(district.leader, {
      directiveId: id,
      version: 1,
      reason: "Bổ sung thời hạn",
    });
    const directive = await db.directive.findUniqueOrThrow({ where: { id } });
    expect(directive).toMatchObject({
      state: "draft",
      returnReason: "Bổ sung thời hạn",
      version: 2,
    });
  });
});

describe("what has been issued", () => {
  test("is frozen by the database itself", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const frozen = /frozen/;
    await expect(db.directive.update({ where: { id }, data: { subject: "khác" } })).rejects.toThrow(
      frozen,
    );
    await expect(db.directive.update({ where: { id }, data: { state: "draft" } })).rejects.toThrow(
      frozen,
    );
    await expect(
      db.obligation.updateMany({ where: { section: { directiveId: id } }, data: { text: "khác" } }),
    ).rejects.toThrow(frozen);
    await expect(db.directiveSection.deleteMany({ where: { directiveId: id } })).rejects.toThrow(
      frozen,
    );
  });

  test("is not found by a unit that was not addressed", async () => {
    const district = await aDistrict();
    const [commune] = district.communes;
    const sections = aDraft(district).sections;
    sections[0]!.recipients = [{ kind: "unit", id: commune.id }];
    const { id } = await anIssuedDirective(district, { sections });
    expect(await findDirective(district.lead, id)).not.toBeNull();
    expect(await findDirective(district.otherLead, id)).toBeNull();
    await expect(closeDirective(district.otherLead, { directiveId: id })).rejects.toMatchObject({
      reason: "not-found",
    });
  });

  test("is closed by the district, once", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await expect(closeDirective(district.lead, { directiveId: id })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await closeDirective(district.officer, { directiveId: id });
    await expect(closeDirective(district.officer, { directiveId: id })).rejects.toMatchObject({
      reason: "forbidden",
    });
    expect((await auditOf(id)).at(-1)).toBe("directive.close");
  });
});
