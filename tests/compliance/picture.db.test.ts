import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { recordActivity } from "@/lib/awareness/commands";
import { findDirectiveCompliance, listUnitVerdicts } from "@/lib/compliance/directives/queries";
import { measureCompliance } from "@/lib/compliance/measuring/commands";
import { listOverdue } from "@/lib/compliance/overdue/queries";
import { findPicture } from "@/lib/compliance/queries";
import type { ComplianceMeasure } from "@/lib/compliance/schema";
import {
  findComplianceRows,
  findComplianceUnit,
  listAssignmentCompliance,
  listComplianceUnits,
} from "@/lib/compliance/units/queries";
import { db } from "@/lib/db";
import { acknowledgeDirective } from "@/lib/directives/assignments/commands";
import { isoDay, now, setClock } from "@/lib/time";
import {
  aDistrict,
  aDraft,
  anIssuedDirective,
  aPerson,
  aUnit,
  type District,
} from "@/tests/support/district";

/** A year nobody else in these tests lives in, so that this campaign is the newest. */
const at = (text: string) => setClock(`${text}:00+07:00`);

let district: District;
let campaignId: string;
let directiveId: string;

beforeAll(async () => {
  at("2033-01-29T06:00");
  district = await aDistrict();
  const campaign = await db.campaign.create({
    data: {
      name: `Tết ${randomUUID()}`,
      startsAt: new Date("2033-01-29T07:00:00+07:00"),
      endsAt: new Date("2033-02-05T07:00:00+07:00"),
      openedAt: now(),
      createdById: district.officer.userId,
    },
  });
  campaignId = campaign.id;
  at("2033-01-29T08:00");
  const [section] = aDraft(district).sections;
  if (!section) throw new Error("a draft has a section");
  const obligations = [
    { text: "Tuyên truyền", measures: ["awareness" as const], dueAt: "2033-01-31T17:00" },
    { text: "Cử đầu mối", measures: ["free" as const], dueAt: "2033-02-04T17:00" },
  ];
  const issued = await anIssuedDirective(district, { sections: [{ ...section, obligations }] });
  directiveId = issued.id;
  await db.directive.update({ where: { id: directiveId }, data: { campaignId } });
});

afterAll(() => setClock(undefined));

const activity = (kind: "zalo" | "loudspeaker" = "zalo") => ({
  requestId: randomUUID(),
  kind,
  topic: "Giả danh công an",
  messageId: null,
  heldOn: isoDay(now()),
  times: 1,
  staffReach: null,
  publicReach: 100,
  note: "",
  photos: [],
});

const seen = async (actor: Actor, measure: ComplianceMeasure, ngay?: string) => {
  const picture = await findPicture(actor, { dot: campaignId, ngay });
  return picture?.measures.find((one) => one.measure === measure)?.total;
};

test("a campaign is measured by the tick, changed units at once, and a day that is over for good", async () => {
  const { officer, lead, otherLead } = district;
  at("2033-01-30T18:00");
  await measureCompliance(systemActor);
  expect(await seen(officer, "awareness")).toMatchObject({ at_risk: 3, met: 0 });
  expect(await seen(officer, "acknowledgement")).toMatchObject({ not_met: 3 });

  // Nothing has measured since; what the unit did is in the picture all the same.
  await recordActivity(lead, activity());
  const contact = { contactName: "Lương Thị Hoa", contactPhone: "0912000109" };
  await acknowledgeDirective(lead, { directiveId, ...contact });
  expect(await seen(officer, "awareness")).toMatchObject({ at_risk: 2, met: 1 });
  const before = await findPicture(officer, { dot: campaignId });
  expect(before).toMatchObject({ live: true, changed: 1, all: { total: { not_met: 2, met: 1 } } });
  await measureCompliance(systemActor);
  const settled = await findPicture(officer, { dot: campaignId });
  expect(settled?.changed).toBe(0);
  expect(settled?.measures).toEqual(before?.measures);
  expect(settled?.all).toEqual(before?.all);

  at("2033-01-31T18:00");
  await recordActivity(otherLead, activity("loudspeaker"));
  await measureCompliance(systemActor);
  expect(await seen(officer, "awareness")).toMatchObject({ not_met: 1, met: 2 });
  // Yesterday is as it was, whatever was done today.
  expect(await seen(officer, "awareness", "2033-01-30")).toMatchObject({ at_risk: 2, met: 1 });
  const yesterday = await findPicture(officer, { dot: campaignId, ngay: "2033-01-30" });
  expect(yesterday?.live).toBe(false);
  expect(yesterday?.day?.finalAt).not.toBeNull();
  expect(yesterday?.day?.measuredAt).toEqual(new Date("2033-01-31T00:00:00+07:00"));
  expect(yesterday?.days.map(({ day }) => day)).toEqual(["2033-01-29", "2033-01-30", "2033-01-31"]);
  // Of what is told by hand nothing goes into the sum.
  expect(await seen(officer, "free")).toMatchObject({ not_measurable: 3 });
});

test("the last day is measured at the campaign's end, and then no more", async () => {
  at("2033-02-05T09:00");
  for (let tick = 0; tick < 3; tick++) await measureCompliance(systemActor);
  const picture = await findPicture(district.officer, { dot: campaignId });
  expect(picture?.days).toHaveLength(8);
  expect(picture?.days.every(({ finalAt }) => finalAt !== null)).toBe(true);
  expect(picture?.day?.measuredAt).toEqual(new Date("2033-02-05T07:00:00+07:00"));
  const lines = await db.complianceLine.findMany({ where: { campaignId } });
  at("2033-02-05T10:00");
  await recordActivity(district.lead, activity());
  await measureCompliance(systemActor);
  expect(await db.complianceLine.findMany({ where: { campaignId } })).toEqual(lines);
});

test("from the picture to the units, worst first, to the rows behind a figure", async () => {
  const { officer, communes, lead } = district;
  at("2033-01-31T19:00");
  const filter = { dot: campaignId, ngay: "2033-01-31", q: "", page: 1 };
  const units = await listComplianceUnits(officer, "awareness", filter);
  expect(units?.rows.map(({ verdict }) => verdict)).toEqual(["not_met", "met", "met"]);
  expect(units?.rows[0]).toMatchObject({
    unitId: communes[2].id,
    says: expect.stringMatching(/Chưa ghi/),
  });
  expect(units?.rows[0]?.days.map(({ verdict }) => verdict)).toContain("at_risk");
  const all = await listComplianceUnits(officer, "all", { ...filter, verdict: "not_met" });
  expect(all?.rows.every(({ verdict }) => verdict === "not_met")).toBe(true);
  const unitId = lead.unitId;
  const found = await findComplianceRows(officer, { measure: "awareness", unitId }, filter);
  expect(found?.rows).toEqual([
    expect.objectContaining({
      title: "Giả danh công an",
      href: expect.stringMatching(/^\/awareness\/./),
    }),
  ]);
});

test("the figure of what is overdue is the number of its rows, on every day", async () => {
  const { officer } = district;
  at("2033-02-05T11:00");
  const picture = await findPicture(officer, { dot: campaignId });
  const days = picture?.days ?? [];
  for (const { day: ngay, figures } of days) {
    const list = await listOverdue(officer, { dot: campaignId, ngay, page: 1 });
    expect(list?.rows).toHaveLength(figures.overdue.assignments);
  }
  expect(days.map(({ figures }) => figures.overdue.assignments)).toContain(0);
  const last = await listOverdue(officer, { dot: campaignId, page: 1 });
  expect(last?.rows[0]).toMatchObject({ text: "Tuyên truyền", directiveId });
  expect(last?.rows.length).toBeGreaterThan(3);
  expect((await listOverdue(officer, { dot: campaignId, page: 2 }))?.rows).toEqual([]);
});

test("the province reads the picture, a unit itself alone, and a telco nothing of another", async () => {
  const { observer, lead, otherLead, communes, committee } = district;
  at("2033-01-31T19:00");
  expect(await findPicture(observer, { dot: campaignId })).not.toBeNull();
  const telcoUnit = await aUnit(district.kindCode, `Nhà mạng ${randomUUID()}`, committee.id);
  const telco = await aPerson("telco_liaison", telcoUnit, "telecom");
  const filter = { dot: campaignId, q: "", page: 1 };
  const own = await db.assignment.findFirstOrThrow({
    where: { unitId: lead.unitId, obligation: { measures: { has: "awareness" } } },
  });
  for (const stranger of [lead, telco]) {
    expect(await findPicture(stranger, { dot: campaignId })).toBeNull();
    expect(await listOverdue(stranger, { dot: campaignId, page: 1 })).toBeNull();
    expect(await listComplianceUnits(stranger, "all", filter)).toBeNull();
    expect(await findComplianceUnit(stranger, communes[1].id, filter)).toBeNull();
    const asked = { measure: "awareness" as const, unitId: communes[1].id };
    expect(await findComplianceRows(stranger, asked, filter)).toBeNull();
    expect(await findDirectiveCompliance(stranger, directiveId)).toBeNull();
    expect(await listUnitVerdicts(stranger, directiveId, [communes[1].id])).toEqual([]);
  }
  expect(await listAssignmentCompliance(lead, own.id)).toMatchObject([
    { measure: "awareness", verdict: "met", rowsHref: null },
  ]);
  expect(await listAssignmentCompliance(otherLead, own.id)).toEqual([]);
  expect(await listAssignmentCompliance(telco, own.id)).toEqual([]);
  expect(await listAssignmentCompliance(observer, own.id)).toHaveLength(1);
  await expect(measureCompliance(observer)).rejects.toMatchObject({ reason: "forbidden" });
  const directive = await findDirectiveCompliance(observer, directiveId);
  expect(directive?.obligations.map(({ measure }) => measure)).toEqual(["awareness", "free"]);
});
