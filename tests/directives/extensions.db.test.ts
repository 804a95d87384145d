import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { reportProgress } from "@/lib/directives/assignments/commands";
import { findReceipt } from "@/lib/directives/assignments/queries";
import { askExtension, decideExtension } from "@/lib/directives/extensions/commands";
import { listExtensions, listOpenExtensions } from "@/lib/directives/extensions/queries";
import { summariseDirective } from "@/lib/directives/matrix/queries";
import { listNotices } from "@/lib/notifications/queries";
import { setClock } from "@/lib/time";
import { aDistrict, anIssuedDirective, auditOf, type District } from "@/tests/support/district";

afterEach(() => setClock(undefined));

/** Due at 17:00 on the 20th; it is the 19th. */
async function due(district: District) {
  setClock("2025-01-19T09:00:00+07:00");
  const { id } = await anIssuedDirective(district);
  const receipt = await findReceipt(district.lead, id);
  const [first, second] = receipt?.assignments ?? [];
  return { id, assignmentId: first?.id ?? "", undated: second?.id ?? "" };
}

const request = (assignmentId: string, askedUntil = "2025-01-25T17:00") => ({
  assignmentId,
  requestId: randomUUID(),
  askedUntil,
  reason: "Hệ thống của xã đang sửa chữa.",
});

const grant = (extensionId: string) => ({
  extensionId,
  decision: "grant" as const,
  grantedUntil: "",
  answer: "",
});

async function asked(actor: Actor, assignmentId: string) {
  await askExtension(actor, request(assignmentId));
  const [row] = await listExtensions(actor, assignmentId);
  return row?.id ?? "";
}

const report = (actor: Actor, assignmentId: string) =>
  reportProgress(actor, {
    assignmentId,
    requestId: randomUUID(),
    kind: "result",
    text: "Đã hoàn thành.",
    files: [],
  });

describe("more time", () => {
  test("once granted moves the deadline, and what is done by then is on time by it", async () => {
    const district = await aDistrict();
    const { id, assignmentId } = await due(district);
    const extensionId = await asked(district.lead, assignmentId);
    expect((await listNotices(district.officer)).map(({ kind }) => kind)).toContain(
      "extension.ask",
    );
    expect((await listOpenExtensions(district.officer)).map((one) => one.id)).toContain(
      extensionId,
    );
    await decideExtension(district.officer, grant(extensionId));
    expect((await listNotices(district.lead)).map(({ kind }) => kind)).toContain(
      "extension.decide",
    );

    setClock("2025-01-24T09:00:00+07:00");
    await report(district.lead, assignmentId);
    const summary = await summariseDirective(district.officer, id);
    expect(summary).toMatchObject({ doneOnTime: 1, onTimeByExtension: 1, doneLate: 0 });
    expect(await auditOf(assignmentId)).toEqual([
      "assignment.ask-extension",
      "assignment.grant-extension",
      "assignment.report",
    ]);
  });

  test("does not save whoever is late after all", async () => {
    const district = await aDistrict();
    const { id, assignmentId } = await due(district);
    await decideExtension(district.officer, grant(await asked(district.lead, assignmentId)));
    setClock("2025-01-26T09:00:00+07:00");
    await report(district.lead, assignmentId);
    const summary = await summariseDirective(district.officer, id);
    expect(summary).toMatchObject({ doneOnTime: 0, onTimeByExtension: 0, doneLate: 1 });
  });

  test("refused leaves the deadline where it was", async () => {
    const district = await aDistrict();
    const { assignmentId } = await due(district);
    const extensionId = await asked(district.lead, assignmentId);
    const before = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
    await decideExtension(district.leader, {
      extensionId,
      decision: "refuse",
      grantedUntil: "",
      answer: "Đợt cao điểm không lùi được.",
    });
    const after = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
    expect(after.dueAt).toEqual(before.dueAt);
    expect(after.originalDueAt).toBeNull();
    await expect(decideExtension(district.officer, grant(extensionId))).rejects.toMatchObject({
      reason: "conflict",
    });
  });

  test("is asked for one at a time, by the unit's lead, for what has a deadline", async () => {
    const district = await aDistrict();
    const { assignmentId, undated } = await due(district);
    const outcomes = await Promise.allSettled([
      askExtension(district.lead, request(assignmentId)),
      askExtension(district.lead, request(assignmentId)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(askExtension(district.staff, request(assignmentId))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(askExtension(district.lead, request(undated))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(askExtension(district.otherLead, request(assignmentId))).rejects.toMatchObject({
      reason: "not-found",
    });
    const earlier = request(assignmentId, "2025-01-20T08:00");
    await expect(askExtension(district.lead, earlier)).rejects.toMatchObject({ reason: "invalid" });
  });

  test("the same request twice is one; a unit does not decide", async () => {
    const district = await aDistrict();
    const { assignmentId } = await due(district);
    const same = request(assignmentId);
    await askExtension(district.lead, same);
    await askExtension(district.lead, same);
    const rows = await listExtensions(district.lead, assignmentId);
    expect(rows).toHaveLength(1);
    await expect(decideExtension(district.lead, grant(rows[0]?.id ?? ""))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(
      decideExtension(district.otherLead, grant(rows[0]?.id ?? "")),
    ).rejects.toMatchObject({ reason: "not-found" });
  });
});
