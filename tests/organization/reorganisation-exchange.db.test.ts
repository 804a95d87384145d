import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { createDraft } from "@/lib/directives/drafts/commands";
import { askExtension, decideExtension } from "@/lib/directives/extensions/commands";
import { listOpenExtensions } from "@/lib/directives/extensions/queries";
import { filePeriodicReport } from "@/lib/directives/periodic/commands";
import { decideReturn, returnReceipt } from "@/lib/directives/returns/commands";
import { undoReorganisation } from "@/lib/organization/reorganisation/commands";
import { setClock } from "@/lib/time";
import { aDraft, anIssuedDirective } from "@/tests/support/district";
import {
  aDistrictAtWork,
  administrator,
  applied,
  assignmentsOf,
  today,
} from "@/tests/support/reorganisation";

afterEach(() => setClock(undefined));

type Work = Awaited<ReturnType<typeof aDistrictAtWork>>;

/** Daily reports on three days, from the communes of the district at work. */
async function daily(work: Work) {
  setClock("2025-01-05T09:00:00+07:00");
  const [section] = aDraft(work).sections;
  if (!section) throw new Error("a draft has a section");
  const { id } = await anIssuedDirective(work, {
    sections: [
      {
        ...section,
        obligations: [
          {
            text: "Báo cáo nhanh hằng ngày",
            measures: ["free"],
            dueAt: null,
            recurrence: { kind: "daily", times: ["16:30"], until: "2025-01-07" },
          },
        ],
      },
    ],
  });
  return id;
}

const periodsOf = (directiveId: string, unitId: string) =>
  db.periodicReport.findMany({
    where: { assignment: { directiveId, unitId } },
    orderBy: { dueAt: "asc" },
  });

async function file(actor: Actor, directiveId: string, count: number) {
  for (const { id } of (await periodsOf(directiveId, actor.unitId)).slice(0, count)) {
    await filePeriodicReport(actor, {
      periodicReportId: id,
      requestId: randomUUID(),
      kind: "nil",
      text: "",
      files: [],
    });
  }
}

describe("what two merging communes had between them", () => {
  test("a period counts for the successor only where both had reported it; undone, all is as before", async () => {
    const work = await aDistrictAtWork();
    const directiveId = await daily(work);
    await file(work.lead, directiveId, 2);
    await file(work.otherLead, directiveId, 1);
    setClock(undefined);
    const rows = () =>
      db.periodicReport.findMany({
        where: { assignment: { directiveId } },
        orderBy: { id: "asc" },
      });
    const before = await rows();

    const { id, successorId } = await applied(work.merging);
    const periods = await periodsOf(directiveId, successorId);
    expect(periods.map(({ reportedAt }) => reportedAt !== null)).toEqual([true, false, false]);
    const [heir] = await assignmentsOf(directiveId, successorId);
    expect(heir?.dueAt).toEqual(periods[1]?.dueAt);

    await undoReorganisation(administrator, { reorganisationId: id });
    expect(await rows()).toEqual(before);
  });

  test("a request for more time is answered to the successor", async () => {
    const work = await aDistrictAtWork();
    setClock("2025-01-10T09:00:00+07:00");
    const [watch] = await assignmentsOf(work.directive.id, work.lead.unitId);
    await askExtension(work.lead, {
      assignmentId: watch?.id ?? "",
      requestId: randomUUID(),
      askedUntil: "2025-07-20T17:00",
      reason: "Đang sáp nhập xã.",
    });
    setClock(undefined);
    const { successorId } = await applied(work.merging);
    const [heir] = await assignmentsOf(work.directive.id, successorId);
    const [open] = (await listOpenExtensions(work.officer)).filter(
      ({ assignment }) => assignment.id === heir?.id,
    );
    await decideExtension(work.officer, {
      extensionId: open?.id ?? "",
      decision: "grant",
      grantedUntil: "",
      answer: "",
    });
    const [extended] = await assignmentsOf(work.directive.id, successorId);
    expect(extended?.dueAt).toEqual(new Date("2025-07-20T17:00:00+07:00"));
  });

  test("what the district had let go does not come back", async () => {
    const work = await aDistrictAtWork();
    for (const actor of [work.lead, work.otherLead]) {
      await returnReceipt(actor, {
        directiveId: work.directive.id,
        requestId: randomUUID(),
        reason: "Không thuộc xã.",
      });
    }
    const open = await db.receiptReturn.findMany({ where: { directiveId: work.directive.id } });
    for (const { id } of open) {
      await decideReturn(work.officer, { returnId: id, decision: "release", answer: "" });
    }
    const { successorId } = await applied(work.merging);
    expect(await assignmentsOf(work.directive.id, successorId)).toEqual([]);
    expect((await today(work.lead)).unitId).toBe(successorId);
  });

  test("a draft that named one of them beside others names the successor", async () => {
    const work = await aDistrictAtWork();
    const base = aDraft(work);
    const cooperators = work.communes.slice(0, 2).map(({ id }) => ({ kind: "unit" as const, id }));
    const { id } = await createDraft(work.officer, {
      requestId: randomUUID(),
      intent: "save",
      sourceText: "",
      draft: {
        ...base,
        sections: base.sections.map((section) => ({
          ...section,
          obligations: section.obligations.map((one) => ({ ...one, cooperators })),
        })),
      },
    });
    const named = async () => {
      const rows = await db.obligationCooperator.findMany({
        where: { obligation: { section: { directiveId: id } } },
        select: { unitId: true },
      });
      return [...new Set(rows.map(({ unitId }) => unitId))];
    };
    const { id: reorganisationId, successorId } = await applied(work.merging);
    expect(await named()).toEqual([successorId]);
    await undoReorganisation(administrator, { reorganisationId });
    expect((await named()).sort()).toEqual(cooperators.map((one) => one.id).sort());
  });
});
