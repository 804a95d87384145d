import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { createDraft, deleteDraft, saveDraft } from "@/lib/directives/drafts/commands";
import { findDraft } from "@/lib/directives/drafts/queries";
import { aDistrict, aDraft, auditOf } from "@/tests/support/district";

const request = (draft: ReturnType<typeof aDraft>, intent: "save" | "submit" = "save") => ({
  requestId: randomUUID(),
  intent,
  sourceText: "văn bản gốc",
  draft,
});

describe("a draft", () => {
  test("comes back as it was written", async () => {
    const district = await aDistrict();
    const draft = aDraft(district);
    const { id } = await createDraft(district.officer, request(draft));

    const found = await findDraft(district.officer, id);
    expect(found?.draft).toEqual(draft);
    expect(found?.version).toBe(1);
    expect(await auditOf(id)).toEqual(["directive.draft"]);
  });

  test("is made once, however often the same form arrives", async () => {
    const district = await aDistrict();
    const input = request(aDraft(district));
    const made = await Promise.all([1, 2, 3].map(() => createDraft(district.officer, input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test("of two officers saving, the second is told and nothing is overwritten", async () => {
    const district = await aDistrict();
    const { id } = await createDraft(district.officer, request(aDraft(district)));
    const save = (actor: typeof district.officer, subject: string) =>
      saveDraft(actor, {
        directiveId: id,
        version: 1,
        intent: "save",
        draft: aDraft(district, { subject }),
      });

    await save(district.officer, "Bản của người thứ nhất");
    await expect(save(district.secondOfficer, "Bản của người thứ hai")).rejects.toMatchObject({
      reason: "conflict",
      message: expect.stringContaining(district.officer.fullName),
    });
    const found = await findDraft(district.officer, id);
    expect(found?.draft.subject).toBe("Bản của người thứ nhất");
  });

  test("many saving at once: exactly one wins each version", async () => {
    const district = await aDistrict();
    const { id } = await createDraft(district.officer, request(aDraft(district)));
    const saves = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) =>
        saveDraft(i % 2 ? district.officer : district.secondOfficer, {
          directiveId: id,
          version: 1,
          intent: "save",
          draft: aDraft(district, { subject: `Bản số ${i} gửi cùng lúc` }),
        }),
      ),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await auditOf(id)).toEqual(["directive.draft", "directive.save"]);
  });

  test("goes to signature only when it says who must do what", async () => {
    const district = await aDistrict();
    const nobody = aDraft(district);
    nobody.sections[0]!.recipients = [];
    await expect(createDraft(district.officer, request(nobody, "submit"))).rejects.toMatchObject({
      reason: "invalid",
      message: expect.stringContaining("chưa chọn đơn vị nhận"),
    });
    expect(await db.directive.count({ where: { createdById: district.officer.userId } })).toBe(0);
  });

  test("is nobody's but the district's", async () => {
    const district = await aDistrict();
    await expect(createDraft(district.lead, request(aDraft(district)))).rejects.toMatchObject({
      reason: "forbidden",
    });
    const { id } = await createDraft(district.officer, request(aDraft(district)));
    expect(await findDraft(district.lead, id)).toBeNull();
    expect(await findDraft(district.observer, id)).toBeNull();
    await expect(
      saveDraft(district.lead, {
        directiveId: id,
        version: 1,
        intent: "save",
        draft: aDraft(district),
      }),
    ).rejects.toMatchObject({ reason: "not-found" });
  });

  test("can be thrown away, and the trail keeps that", async () => {
    const district = await aDistrict();
    const { id } = await createDraft(district.officer, request(aDraft(district)));
    await deleteDraft(district.officer, { directiveId: id });
    expect(await findDraft(district.officer, id)).toBeNull();
    expect(await auditOf(id)).toEqual(["directive.draft", "directive.discard"]);
  });
});
