import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { recordActivity } from "@/lib/awareness/commands";
import { db } from "@/lib/db";
import { reportProgress } from "@/lib/directives/assignments/commands";
import { extractText } from "@/lib/documents/extraction/rules";
import { layOut, saidBy } from "@/lib/documents/official/layout/rules";
import { writeDocument } from "@/lib/documents/official/rules";
import {
  buildSynthesis,
  recountSynthesis,
  saveSynthesis,
  signSynthesis,
  submitSynthesis,
} from "@/lib/reports/synthesis/commands";
import {
  findSynthesis,
  findSynthesisDocument,
  findSynthesisSheets,
  listSyntheses,
} from "@/lib/reports/synthesis/queries";
import { isoDay, now } from "@/lib/time";
import { aDistrict, anIssuedDirective, auditOf, type District } from "../support/district";

const DAY = 24 * 3_600_000;

async function aRunningCampaign(district: District, name = "Tết Ất Tỵ") {
  const at = now().getTime();
  return db.campaign.create({
    data: {
      name,
      startsAt: new Date(at - 3 * DAY),
      endsAt: new Date(at + 3 * DAY),
      openedAt: new Date(at - 3 * DAY),
      createdById: district.officer.userId,
    },
  });
}

/** Two directives to three communes; each unit does another share of it, the third nothing. */
async function aWorkedCampaign() {
  const district = await aDistrict();
  const campaign = await aRunningCampaign(district);
  for (const _ of [1, 2]) {
    const { id } = await anIssuedDirective(district);
    await db.directive.update({ where: { id }, data: { campaignId: campaign.id } });
  }
  await report(district.lead, 3);
  await report(district.otherLead, 1);
  await activity(district.lead, 2, 300);
  await activity(district.lead, 1, null);
  await activity(district.otherLead, 4, 120);
  return { district, campaign };

  async function report(actor: typeof district.lead, count: number) {
    const owed = await db.assignment.findMany({
      where: { unitId: actor.unitId },
      orderBy: { id: "asc" },
      take: count,
    });
    for (const { id } of owed) {
      await reportProgress(actor, {
        assignmentId: id,
        requestId: randomUUID(),
        kind: "result",
        text: "Đã làm xong",
        files: [],
      });
    }
  }
}

const activity = (actor: District["lead"], times: number, publicReach: number | null) =>
  recordActivity(actor, {
    requestId: randomUUID(),
    kind: "loudspeaker",
    topic: "Giả danh công an",
    heldOn: isoDay(now()),
    times,
    staffReach: null,
    publicReach,
    note: "",
    messageId: null,
    photos: [],
  });

const built = (district: District, campaignId: string, comparedId: string | null = null) =>
  buildSynthesis(district.officer, {
    requestId: randomUUID(),
    kind: "final",
    campaignId,
    day: null,
    comparedId,
  });

const figureIn = (
  report: Awaited<ReturnType<typeof findSynthesis>>,
  chapter: string,
  code: string,
) => report?.chapters.find((one) => one.code === chapter)?.figures.find((one) => one.code === code);

describe("the district's report", () => {
  test("says what the units' own rows sum up to, and of nothing that it is nought", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const { id } = await built(district, campaign.id);
    const report = await findSynthesis(district.officer, id);
    const [sums] = await db.$queryRaw<Record<string, number>[]>`
      SELECT count(*)::int AS total, count(a."reportedAt")::int AS reported,
        count(DISTINCT a."unitId")::int AS units,
        count(*) FILTER (WHERE a."reportedAt" IS NULL AND a."dueAt" < now())::int AS overdue,
        count(DISTINCT a."unitId") FILTER (WHERE a."reportedAt" IS NULL AND a."dueAt" < now())::int AS silent
      FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
      WHERE d."campaignId" = ${campaign.id}::uuid`;
    for (const code of ["total", "reported", "units", "overdue"]) {
      expect(figureIn(report, "tasks", code)?.value, code).toBe(sums?.[code]);
    }
    expect(sums).toMatchObject({ total: 12, reported: 4, units: 3 });
    const communes = district.communes.map(({ name }) => name);
    const awareness = report?.chapters.find(({ code }) => code === "awareness");
    const own = awareness?.rows.filter(({ name }) => communes.includes(name)) ?? [];
    expect(own.map(({ cells }) => [cells.activities, cells.times, cells.residents])).toEqual([
      [2, 3, 300],
      [1, 4, 120],
      [0, 0, 0],
    ]);
    expect(figureIn(report, "quick-reports", "due")).toMatchObject({ value: null });
    expect(figureIn(report, "awareness", "rate")?.why).not.toBe("");
    expect(figureIn(report, "silent", "units")?.value).toBe(sums?.silent);
    expect(sums?.silent).toBeGreaterThan(0);
  });

  test("is a document with number and day left blank, and goes out as Word, PDF and Excel", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const before = await aRunningCampaign(district, "Tết Giáp Thìn");
    const { id } = await built(district, campaign.id, before.id);
    const document = await findSynthesisDocument(district.observer, id);
    if (!document) throw new Error("the observer reads the report");
    expect(document).toMatchObject({ number: null, date: null, type: "BÁO CÁO", stamp: "DỰ THẢO" });
    const said = saidBy(layOut(document)).join("\n");
    expect(said).toContain("không tính được");
    expect(said).toContain("Tết Giáp Thìn");
    expect(said).toContain("ngày …");

    const word = await writeDocument(document, "docx");
    const text = (await extractText({ name: "bao-cao.docx", bytes: word })).replace(/\s+/g, " ");
    expect(text).toContain("Đã giao 12 nhiệm vụ cho 3 cơ quan, đơn vị");
    expect((await writeDocument(document, "pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    const workbook = await findSynthesisSheets(district.officer, id);
    expect(workbook?.sheets.map(({ name }) => name)).toContain("Tuyên truyền");
    expect(workbook?.sheets.length).toBe(10);
  });

  test("is edited in editions, an older one is not saved over, and a recount keeps edited words", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const { id } = await built(district, campaign.id);
    const first = await findSynthesis(district.officer, id);
    if (!first) throw new Error("built");
    const words = {
      ...first.words,
      chapters: { ...first.words.chapters, tasks: "Huyện tự viết." },
    };
    const save = { synthesisId: id, requestId: randomUUID(), edition: 1, ...words };
    await saveSynthesis(district.officer, save);
    await saveSynthesis(district.officer, save);
    await expect(
      saveSynthesis(district.secondOfficer, { ...save, requestId: randomUUID() }),
    ).rejects.toThrow("Đồng nghiệp vừa lưu");

    await activity(district.lead, 1, 1000);
    await recountSynthesis(district.officer, {
      synthesisId: id,
      requestId: randomUUID(),
      edition: 2,
    });
    const third = await findSynthesis(district.officer, id);
    expect(third?.edition).toBe(3);
    expect(third?.words.chapters.tasks).toBe("Huyện tự viết.");
    expect(third?.edited).toEqual(["tasks"]);
    expect(third?.words.chapters.awareness).not.toBe(first.words.chapters.awareness);
    expect(await auditOf(id)).toEqual(["synthesis.build", "synthesis.save", "synthesis.recount"]);
  });

  test("is signed by the leader with its number, and stays as it was signed", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const { id } = await built(district, campaign.id);
    const sign = { synthesisId: id, edition: 1, number: 17, issuedOn: "2025-02-07" };
    await expect(signSynthesis(district.officer, sign)).rejects.toThrow("Lãnh đạo huyện");
    await signSynthesis(district.leader, sign);
    await expect(signSynthesis(district.leader, sign)).rejects.toThrow("đã ký");
    await expect(
      recountSynthesis(district.officer, { synthesisId: id, requestId: randomUUID(), edition: 1 }),
    ).rejects.toThrow("đã ký");
    const document = await findSynthesisDocument(district.officer, id);
    expect(document).toMatchObject({ number: 17, date: "2025-02-07", stamp: undefined });
  });

  test("is put before the leader, who is told; edited again it is put before them again", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const { id } = await built(district, campaign.id);
    const submit = { synthesisId: id, edition: 1 };
    await expect(submitSynthesis(district.leader, submit)).rejects.toThrow("cán bộ của huyện");
    await expect(submitSynthesis(district.observer, submit)).rejects.toThrow("cán bộ của huyện");
    await expect(submitSynthesis(district.lead, submit)).rejects.toThrow("Không tìm thấy");
    await submitSynthesis(district.officer, submit);
    await expect(submitSynthesis(district.officer, submit)).rejects.toThrow("đã trình ký");
    const told = () =>
      db.notice.findMany({
        where: { subjectId: id },
        select: { userId: true, kind: true, title: true },
      });
    expect(await told()).toEqual([
      {
        userId: district.leader.userId,
        kind: "synthesis.submit",
        title: "Báo cáo kết quả Tết Ất Tỵ chờ ký",
      },
    ]);
    await recountSynthesis(district.officer, { ...submit, requestId: randomUUID() });
    expect(await findSynthesis(district.officer, id)).toMatchObject({
      submittedAt: null,
      maySubmit: true,
    });
    await submitSynthesis(district.officer, { synthesisId: id, edition: 2 });
    expect(await told()).toHaveLength(2);
    expect(await auditOf(id)).toEqual([
      "synthesis.build",
      "synthesis.submit",
      "synthesis.recount",
      "synthesis.submit",
    ]);
  });

  test("keeps its editions and, once signed, itself: the database refuses whoever asks", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const { id } = await built(district, campaign.id);
    const own = { synthesisId_number: { synthesisId: id, number: 1 } };
    await expect(
      db.synthesisEdition.update({ where: own, data: { writtenBy: "Người khác" } }),
    ).rejects.toThrow("append-only");
    await expect(db.synthesisEdition.delete({ where: own })).rejects.toThrow("append-only");
    await signSynthesis(district.leader, {
      synthesisId: id,
      edition: 1,
      number: 18,
      issuedOn: "2025-02-07",
    });
    await expect(db.synthesis.update({ where: { id }, data: { number: 19 } })).rejects.toThrow(
      "a signed report is frozen",
    );
    await expect(
      db.synthesisEdition.create({
        data: {
          id: randomUUID(),
          synthesisId: id,
          number: 2,
          at: now(),
          writtenById: district.officer.userId,
          writtenBy: "Người khác",
          words: {},
          chapters: [],
          countedAt: now(),
        },
      }),
    ).rejects.toThrow("a signed report is frozen");
  });

  test("of a day tells that day alone, and a day to come not at all", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const day = isoDay(now());
    const input = { kind: "daily" as const, campaignId: campaign.id, comparedId: null };
    const { id } = await buildSynthesis(district.officer, {
      ...input,
      requestId: randomUUID(),
      day,
    });
    const report = await findSynthesis(district.officer, id);
    expect(report?.name).toContain("Báo cáo nhanh ngày");
    expect(figureIn(report, "tasks", "reported")?.value).toBe(4);
    const quiet = isoDay(new Date(now().getTime() - 2 * DAY));
    const before = await buildSynthesis(district.officer, {
      ...input,
      requestId: randomUUID(),
      day: quiet,
    });
    const earlier = await findSynthesis(district.officer, before.id);
    expect(figureIn(earlier, "tasks", "total")).toMatchObject({ value: null });
    const tomorrow = isoDay(new Date(now().getTime() + DAY));
    await expect(
      buildSynthesis(district.officer, { ...input, requestId: randomUUID(), day: tomorrow }),
    ).rejects.toThrow("chưa bắt đầu");
  });

  test("is the district's alone", async () => {
    const { district, campaign } = await aWorkedCampaign();
    const { id } = await built(district, campaign.id);
    expect(await findSynthesis(district.lead, id)).toBeNull();
    expect((await listSyntheses(district.lead, { page: 1 })).rows).toEqual([]);
    const input = {
      requestId: randomUUID(),
      kind: "final" as const,
      campaignId: campaign.id,
      day: null,
      comparedId: null,
    };
    await expect(buildSynthesis(district.lead, input)).rejects.toThrow("cán bộ của huyện");
    await expect(buildSynthesis(district.observer, input)).rejects.toThrow("cán bộ của huyện");
  });
});
