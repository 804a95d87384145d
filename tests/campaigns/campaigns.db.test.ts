import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { cloneCampaign } from "@/lib/campaigns/cloning/commands";
import {
  closeCampaign,
  createCampaign,
  discardCampaign,
  openCampaign,
  reopenCampaign,
  saveCampaign,
} from "@/lib/campaigns/commands";
import { recordLesson, removeLesson } from "@/lib/campaigns/lessons/commands";
import { listLessons } from "@/lib/campaigns/lessons/queries";
import {
  findCampaign,
  listCampaignDirectives,
  listCampaigns,
  listCampaignsBetween,
} from "@/lib/campaigns/queries";
import { asPlan, repeatPlan } from "@/lib/campaigns/rules";
import type { CampaignPlan } from "@/lib/campaigns/schema";
import { db } from "@/lib/db";
import { createDraft } from "@/lib/directives/drafts/commands";
import { findDraft } from "@/lib/directives/drafts/queries";
import { placeDirective } from "@/lib/directives/placement/commands";
import {
  aDistrict,
  aDraft,
  anIssuedDirective,
  auditOf,
  type District,
} from "@/tests/support/district";

const aPlan = (change: Partial<CampaignPlan> = {}): CampaignPlan => ({
  name: "Đợt cao điểm Tết Ất Tỵ",
  purpose: "Trực 24/7",
  startsAt: "2025-01-20T07:00",
  endsAt: "2025-02-05T17:00",
  occasions: [
    {
      kind: "tet_nguyen_dan",
      name: "Tết Nguyên đán Ất Tỵ",
      calendar: "lunar",
      firstOn: "2025-01-28",
      lastOn: "2025-02-02",
    },
  ],
  ...change,
});

const planned = async ({ officer }: District, plan = aPlan()) =>
  (await createCampaign(officer, { requestId: randomUUID(), plan })).id;

describe("a campaign", () => {
  test("comes back as it was planned, for everyone", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    for (const actor of [district.officer, district.lead, district.observer]) {
      const found = await findCampaign(actor, id);
      expect(found && asPlan(found)).toEqual(aPlan());
      expect(found?.state).toBe("planned");
    }
    expect(await auditOf(id)).toEqual(["campaign.create"]);
  });

  test("is made once, however often the same form arrives", async () => {
    const district = await aDistrict();
    const input = { requestId: randomUUID(), plan: aPlan() };
    const made = await Promise.all([1, 2, 3].map(() => createCampaign(district.officer, input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await auditOf(made[0]?.id ?? "")).toEqual(["campaign.create"]);
  });

  test("is nobody's to plan or change but the district's", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const change = { campaignId: id, version: 1 };
    const clone = { campaignId: id, plan: aPlan(), directives: "copy" as const };
    for (const actor of [district.lead, district.observer]) {
      const tries = [
        () => createCampaign(actor, { requestId: randomUUID(), plan: aPlan() }),
        () => saveCampaign(actor, { ...change, plan: aPlan() }),
        () => openCampaign(actor, change),
        () => discardCampaign(actor, change),
        () => cloneCampaign(actor, { ...clone, requestId: randomUUID() }),
        () => recordLesson(actor, { campaignId: id, requestId: randomUUID(), text: "Bài học" }),
      ];
      for (const attempt of tries) {
        await expect(attempt()).rejects.toMatchObject({ reason: "forbidden" });
      }
    }
    await expect(
      openCampaign(district.officer, { campaignId: randomUUID(), version: 1 }),
    ).rejects.toMatchObject({ reason: "not-found" });
  });

  test("of two saving the same version, the second is told who was first", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const save = (actor: District["officer"], name: string) =>
      saveCampaign(actor, { campaignId: id, version: 1, plan: aPlan({ name }) });
    await save(district.officer, "Đợt của người thứ nhất");
    await expect(save(district.secondOfficer, "Đợt của người thứ hai")).rejects.toMatchObject({
      reason: "conflict",
      message: expect.stringContaining(district.officer.fullName),
    });
    expect((await findCampaign(district.officer, id))?.name).toBe("Đợt của người thứ nhất");
  });

  test("opens once when several press at once, and every unit is told once", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const presses = await Promise.allSettled(
      [district.officer, district.secondOfficer, district.leader].map((actor) =>
        openCampaign(actor, { campaignId: id, version: 1 }),
      ),
    );
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await auditOf(id)).toEqual(["campaign.create", "campaign.open"]);
    const notices = await db.notice.findMany({
      where: { subjectId: id, unitId: { in: district.communes.map((unit) => unit.id) } },
    });
    expect(notices).toHaveLength(3);
    expect((await findCampaign(district.lead, id))?.state).toBe("running");
  });

  test("is closed, opened again, and never closed before it ran", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const change = (version: number) => ({ campaignId: id, version });
    await expect(closeCampaign(district.officer, change(1))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await openCampaign(district.officer, change(1));
    await closeCampaign(district.leader, change(2));
    await expect(
      saveCampaign(district.officer, { ...change(3), plan: aPlan() }),
    ).rejects.toMatchObject({ reason: "forbidden" });
    await reopenCampaign(district.officer, change(3));
    expect((await findCampaign(district.officer, id))?.state).toBe("running");
    expect((await auditOf(id)).slice(-2)).toEqual(["campaign.close", "campaign.reopen"]);
  });

  test("is thrown away only while it never ran and holds nothing", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const { id: directiveId } = await createDraft(district.officer, {
      requestId: randomUUID(),
      intent: "save",
      sourceText: "",
      draft: aDraft(district, { campaignId: id }),
    });
    const change = { campaignId: id, version: 1 };
    await expect(discardCampaign(district.officer, change)).rejects.toMatchObject({
      reason: "conflict",
    });
    await placeDirective(district.officer, { directiveId, campaignId: null });
    await discardCampaign(district.officer, change);
    expect(await findCampaign(district.officer, id)).toBeNull();
    expect((await auditOf(id)).at(-1)).toBe("campaign.discard");
  });

  test("stands in the list with the figures of its directives, a unit's own share alone", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const { id: directiveId } = await anIssuedDirective(district, { campaignId: id });
    // Campaigns of other tests stand in the same list.
    const figures = async (actor: District["officer"]) => {
      let page = await listCampaigns(actor, {});
      while (page.next && !page.rows.some((row) => row.id === id))
        page = await listCampaigns(actor, { after: page.next });
      return page.rows.find((row) => row.id === id)?.figures;
    };
    expect(await figures(district.officer)).toMatchObject({ directives: 1, total: 6 });
    expect(await figures(district.lead)).toMatchObject({ directives: 1, total: 2 });
    expect((await listCampaignDirectives(district.lead, id)).map((row) => row.id)).toEqual([
      directiveId,
    ]);
  });

  test("is found by the days it touches, to the minute", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const touches = async (firstOn: string, lastOn: string) =>
      (await listCampaignsBetween(district.lead, firstOn, lastOn)).some((row) => row.id === id);
    expect(await touches("2025-01-01", "2025-01-19")).toBe(false);
    expect(await touches("2025-01-01", "2025-01-20")).toBe(true);
    expect(await touches("2025-02-05", "2025-03-02")).toBe(true);
    expect(await touches("2025-02-06", "2025-03-02")).toBe(false);
  });
});

describe("a directive's campaign", () => {
  test("is kept with the draft, and changed after issue without touching its text", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const { id: directiveId } = await anIssuedDirective(district, { campaignId: id });
    expect((await findDraft(district.officer, directiveId))?.draft.campaignId).toBe(id);
    const hash = () =>
      db.directive.findUniqueOrThrow({
        where: { id: directiveId },
        select: { contentHash: true, campaignId: true },
      });
    const before = await hash();
    const other = await planned(district, aPlan({ name: "Đợt cao điểm khác" }));
    await placeDirective(district.officer, { directiveId, campaignId: other });
    expect(await hash()).toEqual({ ...before, campaignId: other });
    expect((await auditOf(directiveId)).at(-1)).toBe("directive.place");
  });

  test("is chosen by the district alone, and is never a closed one", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    const { id: directiveId } = await anIssuedDirective(district);
    const place = (actor: District["officer"]) =>
      placeDirective(actor, { directiveId, campaignId: id });
    await expect(place(district.lead)).rejects.toMatchObject({ reason: "forbidden" });
    const stranger = await aDistrict();
    await expect(place(stranger.lead)).rejects.toMatchObject({ reason: "not-found" });
    await openCampaign(district.officer, { campaignId: id, version: 1 });
    await closeCampaign(district.officer, { campaignId: id, version: 2 });
    await expect(place(district.officer)).rejects.toMatchObject({ reason: "conflict" });
  });
});

describe("a clone", () => {
  test("brings the directives as drafts with shifted deadlines, and the lessons to read", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    await anIssuedDirective(district, { campaignId: id });
    await recordLesson(district.officer, {
      campaignId: id,
      requestId: randomUUID(),
      text: "Gọi các xã sớm hơn.",
    });
    const plan = repeatPlan(aPlan(), 2026);
    const input = { campaignId: id, requestId: randomUUID(), plan, directives: "copy" as const };
    const [clone, twin] = await Promise.all([
      cloneCampaign(district.officer, input),
      cloneCampaign(district.officer, input),
    ]);
    expect(twin.id).toBe(clone.id);

    const [copy, ...others] = await listCampaignDirectives(district.officer, clone.id);
    expect(others).toEqual([]);
    const draft = await findDraft(district.officer, copy?.id ?? "");
    expect(draft?.state).toBe("draft");
    expect(draft?.draft).toMatchObject({ number: null, issuedOn: null, campaignId: clone.id });
    // 20/01/2025 was the first day of the window, which now begins on 08/02/2026.
    expect(plan.startsAt).toBe("2026-02-08T07:00");
    expect(draft?.draft.sections).toEqual(
      aDraft(district).sections.map((section) => ({
        ...section,
        obligations: section.obligations.map((item) => ({
          ...item,
          dueAt: item.dueAt && "2026-02-08T17:00",
        })),
      })),
    );
    expect((await listLessons(district.lead, clone.id)).map(({ text }) => text)).toEqual([
      "Gọi các xã sớm hơn.",
    ]);
    expect(await auditOf(clone.id)).toEqual(["campaign.clone"]);
  });

  test("may leave the directives where they are", async () => {
    const district = await aDistrict();
    const id = await planned(district);
    await anIssuedDirective(district, { campaignId: id });
    const { id: clone } = await cloneCampaign(district.officer, {
      campaignId: id,
      requestId: randomUUID(),
      plan: repeatPlan(aPlan(), 2027),
      directives: "leave",
    });
    expect(await listCampaignDirectives(district.officer, clone)).toEqual([]);
    expect((await findCampaign(district.officer, clone))?.clonedFrom?.id).toBe(id);
  });
});

test("a lesson counts once and can be taken away by the district", async () => {
  const district = await aDistrict();
  const id = await planned(district);
  const input = { campaignId: id, requestId: randomUUID(), text: "Kiểm tra số điện thoại trước." };
  await Promise.all([1, 2].map(() => recordLesson(district.officer, input)));
  const [lesson, ...others] = await listLessons(district.observer, id);
  expect(others).toEqual([]);
  const lessonId = lesson?.id ?? "";
  await expect(removeLesson(district.lead, { lessonId })).rejects.toMatchObject({
    reason: "forbidden",
  });
  await removeLesson(district.secondOfficer, { lessonId });
  expect(await listLessons(district.officer, id)).toEqual([]);
  expect((await auditOf(id)).slice(-2)).toEqual(["campaign.lesson", "campaign.lesson-remove"]);
});
