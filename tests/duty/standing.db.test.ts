import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { recallDirective } from "@/lib/directives/recalls/commands";
import { listDutyNow } from "@/lib/duty/coverage/now/queries";
import { nowFilterSchema } from "@/lib/duty/coverage/schema";
import { settleStanding } from "@/lib/duty/coverage/standing/commands";
import { liveNow, standingNow } from "@/lib/duty/coverage/standing/queries";
import { checkIn } from "@/lib/duty/shifts/commands";
import { now, setClock } from "@/lib/time";
import { anIssuedDirective } from "@/tests/support/district";
import { aPublishedRoster, aRosterDraft } from "@/tests/support/duty";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-28T08:00"));
afterEach(() => setClock(undefined));

type Row = { unitId: string; kindCode: string; taken: boolean | null };

const rowsOf = async (rows: Awaited<ReturnType<typeof standingNow>>) =>
  db.$queryRaw<Row[]>`SELECT * FROM (${rows}) AS r ORDER BY "unitId"`;

/** What a page reads of a unit, which must be what its rows say. */
async function standingOf(unitId: string) {
  const kept = await rowsOf(await standingNow(systemActor));
  expect(kept).toEqual(await rowsOf(liveNow(systemActor)));
  return kept.find((row) => row.unitId === unitId);
}

describe("who must watch and who is on, as it is kept", () => {
  test("is read from what was settled, and from the shifts where one changed since", async () => {
    const { district, lead, shifts } = await aPublishedRoster();
    const [{ id: unitId }] = district.communes;
    await settleStanding(systemActor);
    expect(await standingOf(unitId)).toMatchObject({ taken: false });

    // Nobody writes this; it shows where a page reads.
    await db.watchStanding.update({ where: { unitId }, data: { taken: true } });
    const filter = nowFilterSchema.parse({ kind: district.kindCode });
    expect((await listDutyNow(district.officer, filter)).units).toMatchObject([{ taken: true }]);
    await db.watchStanding.update({ where: { unitId }, data: { taken: false } });

    const taking = { requestId: randomUUID(), shiftId: shifts[0], kind: "start" as const };
    await checkIn(lead, { ...taking, deviceAt: null });
    expect(await standingOf(unitId)).toMatchObject({ taken: true });
    expect(await db.watchStanding.findUnique({ where: { unitId } })).toMatchObject({
      taken: false,
    });
    await settleStanding(systemActor);
    expect(await db.watchStanding.findUnique({ where: { unitId } })).toMatchObject({ taken: true });
  });

  test("follows the clock: the next shift, the end of the campaign, and back", async () => {
    const { district } = await aPublishedRoster();
    const [{ id: unitId }] = district.communes;
    for (const [time, standing] of [
      ["2025-01-28T08:00", { taken: false }],
      ["2025-01-28T19:00", { taken: false }],
      ["2025-01-30T06:59", { taken: false }],
      ["2025-01-30T07:00", undefined],
      ["2025-01-28T09:00", { taken: false }],
      ["2025-01-27T09:00", undefined],
    ] as const) {
      clock(time);
      const before = await standingOf(unitId);
      await settleStanding(systemActor);
      for (const found of [before, await standingOf(unitId)]) {
        if (standing) expect(found).toMatchObject(standing);
        else expect(found).toBeUndefined();
      }
    }
  });

  test("follows what makes a unit watch: rosters, directives, their recall, a campaign's days, posts that count", async () => {
    const { district, campaign, rosterId } = await aRosterDraft();
    const [first, second] = district.communes;
    await settleStanding(systemActor);
    expect(await standingOf(first.id)).toMatchObject({ taken: null });

    await db.shift.deleteMany({ where: { rosterId } });
    await db.roster.delete({ where: { id: rosterId } });
    expect(await standingOf(first.id)).toBeUndefined();

    await settleStanding(systemActor);
    const { id: directiveId } = await anIssuedDirective(district);
    await db.directive.update({ where: { id: directiveId }, data: { campaignId: campaign.id } });
    expect(await standingOf(second.id)).toMatchObject({ taken: null });

    await settleStanding(systemActor);
    await db.assignment.updateMany({
      where: { directiveId, unitId: second.id },
      data: { releasedAt: now() },
    });
    expect(await standingOf(second.id)).toBeUndefined();
    expect(await standingOf(first.id)).toMatchObject({ taken: null });

    await settleStanding(systemActor);
    await db.unit.update({ where: { id: first.id }, data: { validTo: new Date("2025-01-28") } });
    expect(await standingOf(first.id)).toBeUndefined();
    await db.unit.update({ where: { id: first.id }, data: { validTo: null } });

    await settleStanding(systemActor);
    const later = new Date("2025-01-29T00:00:00+07:00");
    await db.campaign.update({ where: { id: campaign.id }, data: { startsAt: later } });
    expect(await standingOf(first.id)).toBeUndefined();
    await settleStanding(systemActor);
    clock("2025-01-29T00:00");
    expect(await standingOf(first.id)).toMatchObject({ taken: null });

    await settleStanding(systemActor);
    await recallDirective(district.leader, { directiveId, reason: "Ban hành nhầm" });
    expect(await standingOf(first.id)).toBeUndefined();
  });

  test("two settling at once leave what one would", async () => {
    const { district } = await aPublishedRoster();
    await Promise.all([settleStanding(systemActor), settleStanding(systemActor)]);
    await settleStanding(systemActor);
    expect(await standingOf(district.communes[0].id)).toMatchObject({ taken: false });
    expect(await db.watchTouch.count()).toBe(0);
  });

  test("is settled by the system alone", async () => {
    const { district } = await aRosterDraft();
    await expect(settleStanding(district.officer)).rejects.toThrow("hệ thống tự làm");
  });
});
