import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { acceptRisk, answerAdvisory } from "@/lib/advisories/handling/commands";
import { findAdvisoryMatrix } from "@/lib/advisories/matrix/queries";
import { pageOf } from "@/lib/advisories/matrix/rules";
import { advisoryMatrixFilterSchema, MATRIX_ADVISORIES } from "@/lib/advisories/matrix/schema";
import { findAssignmentAdvisories, measureAdvisories } from "@/lib/advisories/measure/queries";
import { db } from "@/lib/db";
import { fileSweep, openSweep } from "@/lib/sweeps/commands";
import { findAssignmentSweep, measureSweeps } from "@/lib/sweeps/measure/queries";
import { isoDay, now, setClock } from "@/lib/time";
import {
  aSentAdvisory,
  closeCampaigns,
  DAY,
  declare,
  inDays,
  nobody,
  seen,
} from "@/tests/support/advisories";
import { aDistrict, aDraft, anIssuedDirective, type District } from "@/tests/support/district";

afterAll(closeCampaigns);

afterEach(() => setClock(undefined));

/** A directive that asks the three communes for both, within a campaign that has begun. */
async function aMeasuredDirective(district: District) {
  const { id: campaignId } = await db.campaign.create({
    data: {
      name: `Tết ${randomUUID()}`,
      startsAt: inDays(-5),
      endsAt: inDays(20),
      openedAt: now(),
      createdById: district.officer.userId,
    },
  });
  const [section] = aDraft(district).sections;
  const asked = ["advisories", "sweep"] as const;
  const directive = await anIssuedDirective(district, {
    campaignId,
    sections: [
      {
        heading: "UBND các xã",
        recipients: section?.recipients ?? [],
        obligations: asked.map((measure) => ({
          text: `Làm ${measure}`,
          measures: [measure],
          dueAt: null,
        })),
      },
    ],
  });
  return { campaignId, directiveId: directive.id };
}

const done = { state: "done" as const, total: 3, affected: 1, patched: 1, mitigated: 0 };

describe("how far the warnings of a campaign are followed", () => {
  test("is computed from the units' answers and their deadlines", async () => {
    const district = await aDistrict();
    const { lead, otherLead, officer } = district;
    const { directiveId } = await aMeasuredDirective(district);
    const { advisoryId } = await aSentAdvisory(district, { dueAt: inDays(2) });
    const units = { units: 3, asked: 3, onTime: 0, closedLate: 0, late: 0, waiting: 3 };
    expect(await measureAdvisories(officer, { directiveId })).toMatchObject(units);

    await answerAdvisory(lead, { ...(await seen(advisoryId, lead)), ...nobody, ...done });
    await acceptRisk(otherLead, {
      ...(await seen(advisoryId, otherLead)),
      ...nobody,
      until: inDays(10),
      reason: "Chờ thay thiết bị",
    });
    const settled = { ...units, onTime: 2, waiting: 1 };
    expect(await measureAdvisories(officer, { directiveId })).toMatchObject(settled);

    setClock(new Date(now().getTime() + 3 * DAY).toISOString());
    expect(await measureAdvisories(officer, { directiveId })).toMatchObject({
      ...settled,
      waiting: 0,
      late: 1,
    });
    const third = { ...lead, unitId: district.communes[2].id };
    await answerAdvisory(third, { ...(await seen(advisoryId, third)), ...nobody, ...done });
    expect(await measureAdvisories(officer, { directiveId })).toMatchObject({
      ...settled,
      waiting: 0,
      closedLate: 1,
    });
  });

  test("tells a unit of itself alone, and nobody where the directive does not ask", async () => {
    const district = await aDistrict();
    const { lead, otherLead, officer } = district;
    const { directiveId } = await aMeasuredDirective(district);
    await aSentAdvisory(district);
    const own = { units: 1, asked: 1 };
    expect(await measureAdvisories(lead, { directiveId })).toMatchObject(own);
    const other = { directiveId, unitId: otherLead.unitId };
    expect(await measureAdvisories(lead, other)).toBeNull();
    expect(await measureAdvisories(officer, other)).toMatchObject(own);

    const assignment = await db.assignment.findFirstOrThrow({
      where: { directiveId, unitId: lead.unitId, obligation: { measures: { has: "advisories" } } },
    });
    expect(await findAssignmentAdvisories(lead, assignment.id)).toMatchObject(own);
    expect(await findAssignmentAdvisories(otherLead, assignment.id)).toBeNull();
    expect(await findAssignmentSweep(lead, assignment.id)).toBeNull();
    const { id: unasked } = await anIssuedDirective(district);
    expect(await measureAdvisories(officer, { directiveId: unasked })).toBeNull();
  });
});

describe("how many machines were checked", () => {
  const found = (roundId: string, serversChecked: number, workstationsChecked: number) => ({
    roundId,
    requestId: randomUUID(),
    edition: 0,
    sweptOn: isoDay(now()),
    sweptBy: "Tổ công nghệ số",
    ...{ serversChecked, workstationsChecked, malwareFound: 0, malwareRemoved: 0 },
    ...{ vulnerabilitiesFound: 0, vulnerabilitiesFixed: 0, hunts: 0, note: "", reason: "" },
  });

  test("is summed over the newest round against what the units declared", async () => {
    const district = await aDistrict();
    const { lead, otherLead, officer } = district;
    const { directiveId, campaignId } = await aMeasuredDirective(district);
    await declare(lead, [], 40);
    await declare(otherLead, [], 10);
    expect(await measureSweeps(officer, { directiveId })).toMatchObject({
      ...{ round: null, units: 3, filed: 0, undeclared: 1, machines: 54, checked: 0 },
    });
    const open = async () => {
      const round = { roundId: randomUUID(), campaignId, dueAt: inDays(5), request: "" };
      await openSweep(officer, round);
      return round.roundId;
    };
    await fileSweep(lead, found(await open(), 2, 30));
    expect(await measureSweeps(officer, { directiveId })).toMatchObject({
      ...{ round: 1, filed: 1, machines: 54, checked: 32 },
    });
    const second = await open();
    await fileSweep(otherLead, found(second, 1, 5));
    expect(await measureSweeps(officer, { directiveId })).toMatchObject({
      ...{ round: 2, roundId: second, filed: 1, machines: 54, checked: 6 },
    });
    expect(await measureSweeps(otherLead, { directiveId })).toMatchObject({
      ...{ units: 1, filed: 1, machines: 12, checked: 6 },
    });
    expect(await measureSweeps(otherLead, { directiveId, unitId: lead.unitId })).toBeNull();
  });
});

describe("the matrix", () => {
  test("turned forward and back shows the same advisories, newest first, none twice", async () => {
    const district = await aDistrict();
    for (let count = 0; count < MATRIX_ADVISORIES + 3; count++) await aSentAdvisory(district);
    const read = (query: object) =>
      findAdvisoryMatrix(district.officer, advisoryMatrixFilterSchema.parse(query));
    const first = await read({});
    const second = await read({ older: first?.older });
    const back = await read({ newer: second?.newer });
    expect(first?.newer).toBeNull();
    expect(back?.columns).toEqual(first?.columns);
    const ids = [...(first?.columns ?? []), ...(second?.columns ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(MATRIX_ADVISORIES);

    const communes = { q: "UBND xã" };
    const top = await read(communes);
    const onward = await read({ ...communes, after: top?.rows.at(0)?.id });
    const again = await read({ ...communes, before: onward?.rows.at(0)?.id });
    expect(onward?.rows.at(0)?.id).toBe(top?.rows.at(1)?.id);
    expect(again?.rows.map(({ id }) => id)).toEqual([top?.rows.at(0)?.id]);
    expect(
      await findAdvisoryMatrix(district.lead, advisoryMatrixFilterSchema.parse({})),
    ).toBeNull();
  });

  test("pages of any size lead through all rows and back to the first", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 7 }), (total, size) => {
        const all = Array.from({ length: total }, (_, at) => ({ id: String(at) }));
        const read = (cursor: { after?: string; before?: string }) => {
          const at = all.findIndex(({ id }) => id === (cursor.before ?? cursor.after));
          const rows = cursor.before
            ? all.slice(0, at).reverse()
            : all.slice(cursor.after ? at + 1 : 0);
          return pageOf(rows.slice(0, size + 1), size, cursor);
        };
        let page = read({});
        const seenRows = [...page.shown];
        while (page.next) {
          page = read({ after: page.next });
          seenRows.push(...page.shown);
        }
        expect(seenRows).toEqual(all);
        while (page.previous) page = read({ before: page.previous });
        expect(page.shown.at(0)).toEqual(all.at(0));
      }),
    );
  });
});
