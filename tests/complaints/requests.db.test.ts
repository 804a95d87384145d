import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { acknowledgeSourceWarning, warnOfSource } from "@/lib/complaints/clusters/commands";
import { findCluster, findSourceWarning, listClusters } from "@/lib/complaints/clusters/queries";
import { awarenessMessage, trendOf } from "@/lib/complaints/clusters/rules";
import { clusterFilterSchema } from "@/lib/complaints/clusters/schema";
import { answerRequest, raiseLateRequests, sendRequest } from "@/lib/complaints/requests/commands";
import { findRequest, listRequests } from "@/lib/complaints/requests/queries";
import type { SendRequest } from "@/lib/complaints/requests/schema";
import { requestFilterSchema } from "@/lib/complaints/requests/schema";
import { db } from "@/lib/db";
import { findFile } from "@/lib/files/queries";
import { now, setClock } from "@/lib/time";
import { aDistrictWithTelcos, aNumber, anEnteredComplaint } from "@/tests/support/complaints";
import { auditOf } from "@/tests/support/district";

afterEach(() => setClock(undefined));

const all = requestFilterSchema.parse({ show: "all" });

const aRequest = (telcoIds: string[], more: Partial<SendRequest> = {}): SendRequest => ({
  requestId: randomUUID(),
  reference: "12/CAH-ANM",
  act: "block_number",
  target: aNumber(),
  reason: "Giả danh công an",
  dueAt: new Date(now().getTime() + 3_600_000),
  telcoIds,
  ...more,
});

const answer = (actor: Actor, requestId: string) =>
  answerRequest(actor, {
    requestId,
    result: "done",
    note: "Đã chặn hai chiều",
    files: [new File(["Lệnh chặn đã chạy."], "bien-ban.txt", { type: "text/plain" })],
  });

describe("a request of the police", () => {
  test("goes to each telco, is answered with evidence, and one that is late stays late", async () => {
    const { policeLead, liaison, otherLiaison, telco, otherTelco } = await aDistrictWithTelcos();
    const request = aRequest([telco.id, otherTelco.id]);
    await sendRequest(policeLead, request);
    await sendRequest(policeLead, request);
    await answer(liaison, request.requestId);
    setClock(new Date(Date.now() + 2 * 3_600_000).toISOString());
    await Promise.all([raiseLateRequests(systemActor), raiseLateRequests(systemActor)]);
    const seen = await findRequest(policeLead, request.requestId);
    expect(Object.fromEntries((seen?.telcos ?? []).map((one) => [one.telcoId, one.state]))).toEqual(
      {
        [telco.id]: "on_time",
        [otherTelco.id]: "missing",
      },
    );
    const told = await db.notice.findMany({
      where: { kind: "authority-request.late", subjectId: request.requestId },
    });
    expect(told.map(({ unitId }) => unitId).sort()).toEqual(
      [policeLead.unitId, otherTelco.id].sort(),
    );
    await answer(otherLiaison, request.requestId);
    expect((await findRequest(otherLiaison, request.requestId))?.telcos).toMatchObject([
      { state: "late" },
    ]);
    await expect(answer(otherLiaison, request.requestId)).rejects.toMatchObject({
      reason: "conflict",
    });
    expect(await auditOf(request.requestId)).toEqual([
      "authority-request.send",
      "authority-request.answer",
      "authority-request.answer",
    ]);
    expect(await db.sourceMeasure.count({ where: { sourceValue: request.target } })).toBe(2);
  });

  test("shows a telco nothing of the other, nor one that was not asked anything", async () => {
    const { policeLead, liaison, otherLiaison, lead, telco, otherTelco } =
      await aDistrictWithTelcos();
    const both = aRequest([telco.id, otherTelco.id]);
    await sendRequest(policeLead, both);
    await answer(liaison, both.requestId);
    expect(
      (await findRequest(otherLiaison, both.requestId))?.telcos.map(({ telcoId }) => telcoId),
    ).toEqual([otherTelco.id]);
    const one = aRequest([telco.id]);
    await sendRequest(policeLead, one);
    expect(await findRequest(otherLiaison, one.requestId)).toBeNull();
    expect((await listRequests(otherLiaison, all)).rows.map(({ id }) => id)).toEqual([
      both.requestId,
    ]);
    expect((await listRequests(lead, all)).rows).toEqual([]);
    await expect(answer(otherLiaison, one.requestId)).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(answer(lead, one.requestId)).rejects.toMatchObject({ reason: "not-found" });
    const file = await db.requestEvidence.findFirstOrThrow({
      where: { requestId: both.requestId },
    });
    expect(await findFile(liaison, file.fileId)).not.toBeNull();
    expect(await findFile(policeLead, file.fileId)).not.toBeNull();
    expect(await findFile(otherLiaison, file.fileId)).toBeNull();
    expect(await findFile(lead, file.fileId)).toBeNull();
  });

  test("is refused to others, for what is no such thing, and for the past", async () => {
    const { policeLead, liaison, lead, telco } = await aDistrictWithTelcos();
    for (const person of [liaison, lead]) {
      await expect(sendRequest(person, aRequest([telco.id]))).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
    const wrong = [
      { act: "block_ip" as const, target: "0912345678" },
      { act: "block_domain" as const, target: "0912345678" },
      { dueAt: new Date(0) },
    ];
    for (const more of wrong) {
      await expect(sendRequest(policeLead, aRequest([telco.id], more))).rejects.toMatchObject({
        reason: "invalid",
      });
    }
    await expect(sendRequest(policeLead, aRequest([lead.unitId]))).rejects.toMatchObject({
      reason: "not-found",
    });
  });
});

describe("a source that two places tell of", () => {
  test("is counted on the district's day, before and after midnight of it", async () => {
    setClock("2025-01-28T00:20:00+07:00");
    const { liaison, officer } = await aDistrictWithTelcos();
    const source = aNumber();
    for (const at of ["2025-01-27T23:50", "2025-01-28T00:10"]) {
      await anEnteredComplaint(liaison, { source, receivedAt: new Date(`${at}:00+07:00`) });
    }
    const { id } = await db.reportedSource.findFirstOrThrow({ where: { value: source } });
    const cluster = await findCluster(officer, id);
    setClock(undefined);
    expect(cluster?.days.slice(-3)).toEqual([
      { day: "2025-01-26", count: 0 },
      { day: "2025-01-27", count: 1 },
      { day: "2025-01-28", count: 1 },
    ]);
  });

  test("is one cluster for police and district, in whatever way it was written", async () => {
    const { liaison, otherLiaison, lead, officer, telco } = await aDistrictWithTelcos();
    const number = aNumber();
    await anEnteredComplaint(liaison, { source: number });
    await anEnteredComplaint(otherLiaison, { source: `+84 ${number.slice(1)}` });
    await anEnteredComplaint(lead, { source: number, telcoId: telco.id });
    const filter = clusterFilterSchema.parse({ q: number });
    const { rows } = await listClusters(officer, filter);
    expect(rows).toMatchObject([{ value: number, complaints: 3, communes: 1 }]);
    expect(rows[0]?.telcos).toHaveLength(2);
    const id = rows[0]?.id ?? "";
    const cluster = await findCluster(officer, id);
    expect(cluster?.days.at(-1)?.count ?? 0).toBeGreaterThan(0);
    for (const person of [liaison, lead]) {
      expect((await listClusters(person, filter)).rows).toEqual([]);
      expect(await findCluster(person, id)).toBeNull();
    }
  });

  test("becomes a warning that each commune acknowledges", async () => {
    const { liaison, policeLead, lead, otherLead } = await aDistrictWithTelcos();
    const { source } = await anEnteredComplaint(liaison);
    const { id: sourceId } = await db.reportedSource.findFirstOrThrow({ where: { value: source } });
    const warningId = randomUUID();
    const warning = { warningId, sourceId, text: "Không nghe số này." };
    await expect(warnOfSource(liaison, warning)).rejects.toMatchObject({ reason: "not-found" });
    await warnOfSource(policeLead, warning);
    await warnOfSource(policeLead, warning);
    expect(await db.notice.count({ where: { unitId: lead.unitId, subjectId: warningId } })).toBe(1);
    await acknowledgeSourceWarning(lead, { warningId });
    await expect(acknowledgeSourceWarning(lead, { warningId })).rejects.toMatchObject({
      reason: "conflict",
    });
    await expect(acknowledgeSourceWarning(liaison, { warningId })).rejects.toMatchObject({
      reason: "not-found",
    });
    expect((await findSourceWarning(otherLead, warningId))?.receipts).toHaveLength(1);
    // Other stories' units are communes too, and the silent stand first: the police's page may be full.
    const seen = await findSourceWarning(policeLead, warningId);
    const answered = seen?.receipts.filter(({ acknowledgedAt }) => acknowledgedAt) ?? [];
    expect(answered.every(({ unitId }) => unitId === lead.unitId)).toBe(true);
    const own = await findSourceWarning(lead, warningId);
    expect(own?.receipts).toMatchObject([
      { unitId: lead.unitId, acknowledgedAt: expect.any(Date) },
    ]);
    expect(await findSourceWarning(liaison, warningId)).toBeNull();
    expect(await auditOf(warningId)).toEqual(["source.warn", "source.acknowledge"]);
  });

  test("is told to residents without a link to press", () => {
    const text = awarenessMessage(
      { kind: "url", value: "vcb-tet.top/x", complaints: 3, scams: 1 },
      "Tin nhắn lừa đảo",
    );
    expect(text).toContain("vcb-tet[.]top/x");
    const day = (count: number) => ({ day: "2025-01-01", count });
    expect(trendOf([...Array(7).fill(day(1)), ...Array(7).fill(day(2))])).toBe("up");
    expect(trendOf(Array(14).fill(day(1)))).toBe("same");
  });
});
