import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { findTelcoHome } from "@/lib/complaints/figures/queries";
import { findAssignmentTelco, measureTelcos } from "@/lib/complaints/measures/queries";
import { telcoMeasures } from "@/lib/complaints/measures/schema";
import { handleComplaint, rejectComplaint } from "@/lib/complaints/moves/commands";
import { findOwedOfComplaints } from "@/lib/complaints/owed/queries";
import { answerRequest, sendRequest } from "@/lib/complaints/requests/commands";
import { db } from "@/lib/db";
import { fileInfrastructure } from "@/lib/infrastructure/commands";
import { now, setClock } from "@/lib/time";
import { aDistrictWithTelcos, aNumber, anEnteredComplaint } from "@/tests/support/complaints";
import { anIssuedDirective } from "@/tests/support/district";

const clock = (text: string) => setClock(`${text}:00+07:00`);
afterEach(() => setClock(undefined));

const nil = {
  kind: "nil",
  version: 0,
  stationsTotal: 0,
  stationsDown: 0,
  linksTotal: 0,
  linksDown: 0,
  onDuty: 0,
  reinforcements: 0,
  attacksBlocked: 0,
  note: "",
} as const;

/** Four obligations to the first telco, only blocking to the second, within ten days of a campaign. */
async function aMeasuredDirective() {
  clock("2025-01-20T00:00");
  const district = await aDistrictWithTelcos();
  const { telco, otherTelco } = district;
  const asked = (id: string, measures: (typeof telcoMeasures)[number][]) => ({
    heading: "Doanh nghiệp viễn thông",
    recipients: [{ kind: "unit" as const, id }],
    obligations: measures.map((measure) => ({
      text: `Nhiệm vụ ${measure}`,
      measures: [measure],
      dueAt: "2025-01-29T17:00",
    })),
  });
  const { id } = await anIssuedDirective(district, {
    sections: [asked(telco.id, [...telcoMeasures]), asked(otherTelco.id, ["blocking"])],
  });
  const campaign = await db.campaign.create({
    data: {
      name: `Tết ${randomUUID().slice(0, 8)}`,
      startsAt: new Date("2025-01-20T00:00:00+07:00"),
      endsAt: new Date("2025-01-30T00:00:00+07:00"),
      createdById: district.officer.userId,
    },
  });
  await db.directive.update({ where: { id }, data: { campaignId: campaign.id } });
  return { ...district, directiveId: id, campaign };
}

test("the four obligations of a telco are counted from what it did, within the campaign", async () => {
  const d = await aMeasuredDirective();
  const { liaison, policeLead, telco, otherTelco, directiveId } = d;
  // Before the campaign: none of it counts.
  clock("2025-01-19T08:00");
  await anEnteredComplaint(liaison, { receivedAt: now() });

  clock("2025-01-20T08:00");
  await fileInfrastructure(liaison, nil);
  const first = await anEnteredComplaint(liaison, { receivedAt: now() });
  const again = await anEnteredComplaint(liaison, { source: first.source, receivedAt: now() });
  await anEnteredComplaint(liaison, { receivedAt: now() });
  const requests = [randomUUID(), randomUUID()];
  for (const requestId of requests) {
    await sendRequest(policeLead, {
      requestId,
      reference: "",
      act: "block_number",
      target: aNumber(),
      reason: "Giả danh công an",
      dueAt: new Date("2025-01-21T08:00:00+07:00"),
      telcoIds: [telco.id],
    });
  }
  clock("2025-01-21T07:00");
  await fileInfrastructure(liaison, nil);
  await answerRequest(liaison, {
    requestId: requests[0] ?? "",
    result: "done",
    note: "",
    files: [],
  });
  const done = { step: "blocked_two_way", note: "", outcome: "handled", scope: "one" } as const;
  await handleComplaint(liaison, {
    complaintId: first.complaintId,
    version: 1,
    takenAt: now(),
    ...done,
  });
  // Three days later: the second ended too late, the third is late and open.
  clock("2025-01-24T08:00");
  await rejectComplaint(liaison, { complaintId: again.complaintId, version: 1, reason: "Trùng" });

  const measured = await measureTelcos(d.officer, { directiveId });
  expect(measured?.campaign.id).toBe(d.campaign.id);
  const rows = new Map(measured?.rows.map((row) => [row.unitId, row]));
  expect(rows.size).toBe(2);
  expect(rows.get(telco.id)).toMatchObject({
    infrastructure: { done: 2, of: 5 },
    blocking: { done: 1, of: 2 },
    complaints: { done: 1, of: 3 },
    authority_requests: { done: 1, of: 2 },
  });
  expect(rows.get(otherTelco.id)).toMatchObject({
    infrastructure: null,
    blocking: { done: 0, of: 0 },
    complaints: null,
    authority_requests: null,
  });

  // After its end the campaign's ten days stand, and what comes later changes nothing.
  clock("2025-02-05T08:00");
  await fileInfrastructure(liaison, nil);
  const after = await measureTelcos(d.observer, { directiveId, unitId: telco.id });
  expect(after?.rows).toMatchObject([{ infrastructure: { done: 2, of: 10 } }]);
});

test("a telco is told of its own row, a commune and a stranger of none", async () => {
  const { liaison, otherLiaison, lead, officer, telco, otherTelco, directiveId } =
    await aMeasuredDirective();
  clock("2025-01-22T08:00");
  const own = await measureTelcos(liaison, { directiveId });
  expect(own?.rows.map(({ unitId }) => unitId)).toEqual([telco.id]);
  expect(await measureTelcos(liaison, { directiveId, unitId: otherTelco.id })).toBeNull();
  expect((await measureTelcos(lead, { directiveId }))?.rows).toEqual([]);

  const assignment = await db.assignment.findFirstOrThrow({
    where: { directiveId, unitId: telco.id },
  });
  expect((await findAssignmentTelco(liaison, assignment.id))?.rows).toHaveLength(1);
  expect((await findAssignmentTelco(officer, assignment.id))?.rows).toHaveLength(1);
  expect(await findAssignmentTelco(otherLiaison, assignment.id)).toBeNull();
});

test("nothing is measured before the campaign, or where the directive asks for none of it", async () => {
  const { officer, directiveId, ...district } = await aMeasuredDirective();
  clock("2025-01-19T08:00");
  expect(await measureTelcos(officer, { directiveId })).toBeNull();
  clock("2025-01-22T08:00");
  const other = await anIssuedDirective({ officer, ...district });
  await db.directive.update({
    where: { id: other.id },
    data: { campaignId: district.campaign.id },
  });
  expect(await measureTelcos(officer, { directiveId: other.id })).toBeNull();
});

test("a telco's home tells what waits, of its own alone", async () => {
  const { liaison, otherLiaison, lead, policeLead, telco, otherTelco } =
    await aDistrictWithTelcos();
  const late = new Date(now().getTime() - 80 * 3_600_000);
  await anEnteredComplaint(liaison, { receivedAt: late });
  await anEnteredComplaint(liaison);
  await anEnteredComplaint(otherLiaison);
  const ask = (telcoIds: string[]) =>
    sendRequest(policeLead, {
      requestId: randomUUID(),
      reference: "",
      act: "block_number",
      target: aNumber(),
      reason: "Giả danh công an",
      dueAt: new Date(now().getTime() + 3_600_000),
      telcoIds,
    });
  const { id } = await ask([telco.id]);
  await ask([otherTelco.id]);
  const home = await findTelcoHome(liaison);
  expect(home?.totals).toMatchObject({ open: 2, fresh: 2, overdue: 1 });
  const owed = await findOwedOfComplaints(liaison);
  expect(owed.requests.map(({ requestId }) => requestId)).toEqual([id]);
  expect(owed.infrastructureDue).toBe(true);
  expect(owed.cases).toMatchObject({ overdue: 1 });
  expect(home?.days).toHaveLength(30);
  expect(home?.days.reduce((sum, { received }) => sum + received, 0)).toBe(2);
  expect(home?.kinds).toEqual([{ kind: "scam_call", received: 2 }]);
  await fileInfrastructure(liaison, nil);
  expect((await findOwedOfComplaints(liaison)).infrastructureDue).toBe(false);
  expect(await findOwedOfComplaints(lead)).toMatchObject({ requests: [], cases: null });
  expect((await findTelcoHome(otherLiaison))?.totals.open).toBe(1);
  expect(await findTelcoHome(lead)).toBeNull();
});
