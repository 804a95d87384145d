import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { findDirectiveWatch } from "@/lib/duty/coverage/exceptions/queries";
import { findAssignmentWatch } from "@/lib/duty/coverage/queries";
import { settleCoverage } from "@/lib/duty/coverage/rollup/commands";
import { checkIn } from "@/lib/duty/shifts/commands";
import { setClock } from "@/lib/time";
import { aDistrict, anIssuedDirective } from "@/tests/support/district";
import { aPublishedRoster } from "@/tests/support/duty";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-20T08:00"));
afterEach(() => setClock(undefined));

/** A directive that asks three communes for the watch; the first has a roster without a hole. */
async function aWatchedDirective() {
  const district = await aDistrict();
  const directive = await anIssuedDirective(district);
  const roster = await aPublishedRoster({ district });
  const { campaign } = roster;
  await db.directive.update({ where: { id: directive.id }, data: { campaignId: campaign.id } });
  const take = (shiftId: string) =>
    checkIn(roster.lead, { requestId: randomUUID(), shiftId, kind: "start", deviceAt: null });
  return { ...roster, district, directive, take };
}

test("each unit has one named person at every minute: the exceptions by name, computed", async () => {
  const { district, directive, shifts, take } = await aWatchedDirective();
  const { officer, communes } = district;
  const [first, ...others] = communes.map(({ id }) => id);
  clock("2025-01-28T07:05");
  await take(shifts[0]);
  await settleCoverage(systemActor);

  // Five minutes late is on time for the alarm, so it is none here.
  clock("2025-01-28T12:00");
  const noon = await findDirectiveWatch(officer, directive.id);
  expect(noon?.measure).toMatchObject({ units: 3, complete: 1, requiredMinutes: 3 * 48 * 60 });
  expect(noon?.exceptions.total).toBe(2);
  expect(noon?.exceptions.units).toMatchObject(
    others.map(() => ({ gapMinutes: 48 * 60, missedMinutes: 0, rosterId: null })),
  );
  expect(noon?.exceptions.units.map(({ unitId }) => unitId).sort()).toEqual(others.sort());
  const assigned = await db.assignment.findFirst({
    where: { id: noon?.exceptions.units[0]?.assignmentId ?? "", directiveId: directive.id },
  });
  expect(assigned?.unitId).toBe(noon?.exceptions.units[0]?.unitId);

  clock("2025-01-28T20:00");
  const evening = await findDirectiveWatch(district.observer, directive.id);
  const missing = evening?.exceptions.units.find(({ unitId }) => unitId === first);
  expect(missing?.gapMinutes).toBe(0);
  expect(Math.round(missing?.missedMinutes ?? 0)).toBe(60);
});

test("a unit is told of its own alone; one whose work went elsewhere of nothing", async () => {
  const { district, directive, lead } = await aWatchedDirective();
  expect(await findDirectiveWatch(lead, directive.id)).toBeNull();
  const [own, other] = await Promise.all(
    district.communes.slice(0, 2).map(({ id: unitId }) =>
      db.assignment.findFirstOrThrow({
        where: { directiveId: directive.id, unitId, obligation: { measures: { has: "watch" } } },
      }),
    ),
  );
  expect(await findAssignmentWatch(lead, own!.id)).toMatchObject({
    measure: { units: 1, complete: 1, rosteredMinutes: 48 * 60 },
  });
  expect(await findAssignmentWatch(lead, other!.id)).toBeNull();
  expect((await findAssignmentWatch(district.officer, other!.id))?.runs).toMatchObject([
    { kind: "gap" },
  ]);
  await db.assignment.update({ where: { id: other!.id }, data: { releasedAt: new Date() } });
  expect(await findAssignmentWatch(district.officer, other!.id)).toBeNull();
  expect((await findDirectiveWatch(district.officer, directive.id))?.measure.units).toBe(2);
});

test("a directive without the obligation, or of no campaign, has no such measure", async () => {
  const district = await aDistrict();
  const { id } = await anIssuedDirective(district);
  expect(await findDirectiveWatch(district.officer, id)).toBeNull();
});
