import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { loadCatalogue } from "@/lib/advisories/exploited/commands";
import { findGate } from "@/lib/advisories/gate/queries";
import {
  acceptRisk,
  answerAdvisory,
  declareNotApplicable,
  seeAdvisory,
} from "@/lib/advisories/handling/commands";
import { imbalances } from "@/lib/advisories/handling/schema";
import { nameOwner, reviewHandling, sendBackHandling } from "@/lib/advisories/reviewing/commands";
import { saveAdvisory } from "@/lib/advisories/sending/commands";
import { watchAdvisories } from "@/lib/advisories/watching/commands";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { now, setClock } from "@/lib/time";
import {
  aForm,
  anItem,
  aSentAdvisory,
  closeCampaigns,
  declare,
  handlingOf,
  inDays,
  nobody,
  productNamed,
  seen,
} from "@/tests/support/advisories";
import { aDistrict, auditOf } from "@/tests/support/district";

afterEach(() => setClock(undefined));

const figures = (total: number, affected: number, patched: number, mitigated = 0) => ({
  total,
  affected,
  patched,
  mitigated,
});

describe("an advisory that was sent", () => {
  test("asks every unit of its kinds, tells them, and is seen by the first who opens it", async () => {
    const district = await aDistrict();
    const { advisoryId } = await aSentAdvisory(district);
    expect(await db.advisoryHandling.count({ where: { advisoryId } })).toBe(3);
    expect(await db.notice.count({ where: { subjectId: advisoryId } })).toBe(3);
    await seeAdvisory(district.staff, advisoryId);
    await seeAdvisory(district.lead, advisoryId);
    expect(await handlingOf(advisoryId, district.staff)).toMatchObject({
      state: "seen",
      edition: 1,
    });
    expect(await auditOf(advisoryId)).toEqual(["advisory.create", "advisory.send", "advisory.see"]);
  });

  test("is the district's to send, and not before it is whole", async () => {
    const district = await aDistrict();
    const form = await aSentAdvisory(district);
    await expect(saveAdvisory(district.lead, form)).rejects.toMatchObject({ reason: "forbidden" });
    const version = (await db.advisory.findUniqueOrThrow({ where: { id: form.advisoryId } }))
      .version;
    const again = { ...form, version };
    await expect(saveAdvisory(district.officer, { ...again, dueAt: null })).rejects.toThrow(
      /hạn trả lời/,
    );
    await expect(saveAdvisory(district.officer, again)).rejects.toThrow(/có gì mới/);
    await expect(saveAdvisory(district.officer, form)).rejects.toMatchObject({
      reason: "conflict",
    });
  });

  test("is answered with machines that add up; done twice is done once", async () => {
    const district = await aDistrict();
    const { advisoryId } = await aSentAdvisory(district);
    const input = {
      ...(await seen(advisoryId, district.staff)),
      ...nobody,
      state: "done" as const,
      ...figures(20, 4, 4),
    };
    await answerAdvisory(district.staff, input);
    await answerAdvisory(district.staff, input);
    expect(await handlingOf(advisoryId, district.staff)).toMatchObject({
      state: "done",
      affected: 4,
      version: 2,
    });
    expect((await auditOf(advisoryId)).filter((one) => one === "advisory.answer")).toHaveLength(1);
    await expect(
      answerAdvisory(district.lead, { ...input, requestId: randomUUID() }),
    ).rejects.toMatchObject({ reason: "conflict" });
    const foreign = {
      ...(await seen(advisoryId, district.otherLead)),
      ...nobody,
      state: "done" as const,
      ...figures(20, 4, 4),
    };
    await declare(district.otherLead, [], 5);
    await expect(answerAdvisory(district.otherLead, foreign)).rejects.toThrow(/có 10 máy/);
    const other = await aDistrict();
    await expect(
      answerAdvisory(other.staff, { ...input, requestId: randomUUID() }),
    ).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(
      answerAdvisory(district.officer, { ...input, requestId: randomUUID() }),
    ).rejects.toMatchObject({
      reason: "not-found",
    });
  });

  test("is not applicable in one tap without the product, with a reason where it is there or unknown", async () => {
    const district = await aDistrict();
    const [mikrotik, chrome] = await Promise.all([
      productNamed("MikroTik"),
      productNamed("Google Chrome"),
    ]);
    const { advisoryId } = await aSentAdvisory(district, {
      items: [anItem({ productId: mikrotik })],
    });
    await expect(
      declareNotApplicable(district.staff, {
        ...(await seen(advisoryId, district.staff)),
        reason: "",
      }),
    ).rejects.toThrow(/Chưa rõ/);
    await declare(district.staff, [chrome]);
    await declareNotApplicable(district.staff, {
      ...(await seen(advisoryId, district.staff)),
      reason: "",
    });
    expect((await handlingOf(advisoryId, district.staff)).state).toBe("not_applicable");
    await declare(district.otherLead, [mikrotik]);
    await expect(
      declareNotApplicable(district.otherLead, {
        ...(await seen(advisoryId, district.otherLead)),
        reason: "",
      }),
    ).rejects.toThrow(/có sản phẩm này/);
  });
});

describe("an accepted risk", () => {
  const risk = { ...nobody, reason: "Chờ nhà cung cấp có bản vá, đã tách mạng" };

  test("is the lead's, runs out, comes back by itself and tells unit and district", async () => {
    const district = await aDistrict();
    const { advisoryId } = await aSentAdvisory(district);
    const until = inDays(10);
    await expect(
      acceptRisk(district.staff, { ...(await seen(advisoryId, district.staff)), ...risk, until }),
    ).rejects.toMatchObject({ reason: "forbidden" });
    await expect(
      acceptRisk(district.lead, {
        ...(await seen(advisoryId, district.lead)),
        ...risk,
        until: inDays(200),
      }),
    ).rejects.toThrow(/nhiều nhất 90 ngày/);
    // Who may not is told so before a word of how it stands.
    const old = { ...(await seen(advisoryId, district.staff)), version: 99 };
    await expect(acceptRisk(district.staff, { ...old, ...risk, until })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await acceptRisk(district.lead, { ...(await seen(advisoryId, district.lead)), ...risk, until });
    await watchAdvisories(systemActor);
    expect((await handlingOf(advisoryId, district.lead)).state).toBe("accepted");
    setClock(new Date(until.getTime() + 60_000).toISOString());
    await watchAdvisories(systemActor);
    await watchAdvisories(systemActor);
    const back = await handlingOf(advisoryId, district.lead);
    expect(back).toMatchObject({ state: "handling", acceptUntil: null, dueAt: until });
    expect(back.reopenReason).toMatch(/Hết hạn/);
    const told = await db.notice.findMany({
      where: { kind: "advisory.risk-expired", subjectId: advisoryId },
      select: { unitId: true },
    });
    expect(told.map(({ unitId }) => unitId)).toEqual(
      expect.arrayContaining([district.lead.unitId, district.committee.id]),
    );
    const steps = await db.advisoryStep.findMany({
      where: { advisoryId, unitId: district.lead.unitId },
    });
    expect(steps.map(({ kind }) => kind)).toEqual(["accept", "reopen"]);
  });
});

describe("a new edition", () => {
  test("reopens the units that the change concerns, and no others", async () => {
    const district = await aDistrict();
    const [mikrotik, camera] = await Promise.all([
      productNamed("MikroTik"),
      productNamed("Camera giám sát"),
    ]);
    const third = { ...district.lead, unitId: district.communes[2].id };
    const first = anItem({ productId: mikrotik });
    const { advisoryId } = await aSentAdvisory(district, { items: [first] });
    await declare(district.lead, [mikrotik]);
    await declare(district.otherLead, [camera]);
    for (const actor of [district.lead, third]) {
      await answerAdvisory(actor, {
        ...(await seen(advisoryId, actor)),
        ...nobody,
        state: "done",
        ...figures(3, 1, 1),
      });
    }
    await declareNotApplicable(district.otherLead, {
      ...(await seen(advisoryId, district.otherLead)),
      reason: "",
    });

    const { version } = await db.advisory.findUniqueOrThrow({ where: { id: advisoryId } });
    const reword = aForm(district, {
      advisoryId,
      version,
      items: [first],
      subject: "Đổi trích yếu",
      reason: "Sửa lỗi chữ",
    });
    expect(await saveAdvisory(district.officer, reword)).toMatchObject({ reopened: 0 });
    const added = [first, anItem({ product: "Camera", productId: camera })];
    const grown = { ...reword, version: version + 1, items: added, reason: "Thêm lỗ hổng camera" };
    // The camera's owner and the unit that has not said what it has.
    expect(await saveAdvisory(district.officer, grown)).toMatchObject({ reopened: 2 });
    expect((await handlingOf(advisoryId, district.lead)).state).toBe("done");
    expect((await handlingOf(advisoryId, district.otherLead)).state).toBe("unseen");
    expect(await handlingOf(advisoryId, third)).toMatchObject({ state: "unseen", affected: 1 });
    expect(await db.advisoryEdition.count({ where: { advisoryId } })).toBe(3);
  });
});

describe("the catalogue of exploited vulnerabilities", () => {
  const catalogue = (cveID: string) =>
    new File(
      [
        JSON.stringify({
          catalogVersion: "2025.01.20",
          dateReleased: "2025-01-20T10:00:00.000Z",
          count: 1,
          vulnerabilities: [
            {
              cveID,
              vendorProject: "MikroTik",
              product: "RouterOS",
              vulnerabilityName: "MikroTik RouterOS",
              dateAdded: "2025-01-20",
              knownRansomwareCampaignUse: "Known",
            },
          ],
        }),
      ],
      "kev.json",
    );

  test("marks items and reopens what was handled without a patch; what is patched stays done", async () => {
    const district = await aDistrict();
    const item = anItem();
    const third = { ...district.lead, unitId: district.communes[2].id };
    const { advisoryId } = await aSentAdvisory(district, { items: [item] });
    const patchedBy = district.lead;
    await answerAdvisory(patchedBy, {
      ...(await seen(advisoryId, patchedBy)),
      ...nobody,
      state: "done",
      ...figures(9, 2, 2),
    });
    const workedAround = district.otherLead;
    await answerAdvisory(workedAround, {
      ...(await seen(advisoryId, workedAround)),
      ...nobody,
      state: "done",
      ...figures(9, 2, 1, 1),
    });
    await acceptRisk(third, {
      ...(await seen(advisoryId, third)),
      ...nobody,
      until: inDays(20),
      reason: "Chưa có bản vá",
    });
    const load = { requestId: randomUUID(), file: catalogue(String(item.cveId)) };
    await expect(loadCatalogue(district.lead, load)).rejects.toMatchObject({ reason: "forbidden" });
    expect(await loadCatalogue(district.officer, load)).toMatchObject({ added: 1, reopened: 2 });
    expect(await loadCatalogue(district.officer, load)).toMatchObject({ reopened: 2 });
    expect((await handlingOf(advisoryId, patchedBy)).state).toBe("done");
    expect((await handlingOf(advisoryId, workedAround)).state).toBe("handling");
    expect((await handlingOf(advisoryId, third)).state).toBe("handling");
    expect(await auditOf(load.requestId)).toEqual(["known-exploited.load"]);
    await expect(
      loadCatalogue(district.officer, { requestId: randomUUID(), file: catalogue("CVE-nope") }),
    ).rejects.toThrow("/vulnerabilities/0/cveID");
  });
});

describe("the second pair of eyes", () => {
  test("confirms an urgent one or sends it back; nobody confirms their own", async () => {
    const district = await aDistrict();
    const { advisoryId } = await aSentAdvisory(district, { rhythm: "urgent" });
    const { unitId } = district.lead;
    const answer = async () =>
      answerAdvisory(district.lead, {
        ...(await seen(advisoryId, district.lead)),
        ...nobody,
        state: "done",
        ...figures(9, 2, 2),
      });
    await answer();
    const asked = async () => ({ ...(await seen(advisoryId, district.lead)), unitId });
    await expect(reviewHandling(district.lead, await asked())).rejects.toMatchObject({
      reason: "forbidden",
    });
    await sendBackHandling(district.officer, { ...(await asked()), reason: "Thiếu ảnh chụp" });
    expect(await handlingOf(advisoryId, district.lead)).toMatchObject({
      state: "handling",
      reopenReason: "Thiếu ảnh chụp",
    });
    await expect(reviewHandling(district.officer, await asked())).rejects.toMatchObject({
      reason: "conflict",
    });
    await answer();
    await reviewHandling(district.officer, await asked());
    expect((await handlingOf(advisoryId, district.lead)).reviewedBy).toBe(
      district.officer.fullName,
    );
  });
});

describe("the gate before a campaign", () => {
  test("closes three days before, counts what is exploited and open, and opens by a name or an acceptance", async () => {
    const district = await aDistrict();
    await closeCampaigns();
    await db.campaign.create({
      data: {
        name: `Tết ${randomUUID()}`,
        startsAt: inDays(4),
        endsAt: inDays(20),
        openedAt: now(),
        createdById: district.officer.userId,
      },
    });
    const { advisoryId } = await aSentAdvisory(district, {
      items: [anItem({ exploited: true })],
      dueAt: inDays(10),
    });
    const before = await findGate(district.lead);
    setClock(inDays(1.5).toISOString());
    expect(before).toBeNull();
    expect(await findGate(district.lead)).toMatchObject({ unanswered: 1, units: 1 });
    await watchAdvisories(systemActor);
    await watchAdvisories(systemActor);
    const told = { kind: "advisory.gate", unitId: district.lead.unitId };
    expect(await db.notice.count({ where: told })).toBe(1);
    const { unitId } = district.lead;
    await nameOwner(district.officer, {
      ...(await seen(advisoryId, district.lead)),
      unitId,
      ownerName: "Lương Văn Minh",
      ownerPhone: "0912000000",
    });
    expect(await findGate(district.lead)).toMatchObject({ unanswered: 0, named: 1 });
    await acceptRisk(district.otherLead, {
      ...(await seen(advisoryId, district.otherLead)),
      ...nobody,
      until: inDays(8),
      reason: "Chưa có bản vá",
    });
    expect(await findGate(district.otherLead)).toMatchObject({
      unanswered: 0,
      accepted: 1,
      runsOut: 1,
    });
  });
});

describe("machines", () => {
  const count = fc.option(fc.nat(30), { nil: null });

  test("always add up: what the form lets through the database takes, and nothing else", async () => {
    const district = await aDistrict();
    const { advisoryId } = await aSentAdvisory(district);
    const { unitId } = district.lead;
    await fc.assert(
      fc.asyncProperty(
        count,
        count,
        count,
        count,
        fc.constantFrom("assessing" as const, "handling" as const, "done" as const),
        async (total, affected, patched, mitigated, state) => {
          const input = { total, affected, patched, mitigated };
          const lets = imbalances({ ...input, state }).length === 0;
          const written = await db.$executeRaw`
            UPDATE "AdvisoryHandling" SET total = ${total}::int, affected = ${affected}::int,
              patched = ${patched}::int, mitigated = ${mitigated}::int,
              state = ${state}::text::"HandlingState",
              "closedAt" = CASE WHEN ${state} = 'done' THEN ${now()}::timestamptz END
            WHERE "advisoryId" = ${advisoryId}::uuid AND "unitId" = ${unitId}::uuid`.then(
            () => true,
            () => false,
          );
          if (lets) expect(written).toBe(true);
          if (lets && total !== null) {
            expect((patched ?? 0) + (mitigated ?? 0)).toBeLessThanOrEqual(affected ?? 0);
            expect(affected ?? 0).toBeLessThanOrEqual(total);
            if (state === "done") expect((patched ?? 0) + (mitigated ?? 0)).toBe(affected);
          }
          const said = [total, affected, patched, mitigated].filter((one) => one !== null).length;
          if (!lets && said === 4) expect(written).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
