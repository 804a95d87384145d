import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { listDutyNow, summariseDutyNow } from "@/lib/duty/coverage/now/queries";
import { findWall, measureWatch } from "@/lib/duty/coverage/queries";
import { settleCoverage } from "@/lib/duty/coverage/rollup/commands";
import { earlier, later, lengthOf, runsOf, wallRuns } from "@/lib/duty/coverage/rules";
import { nowFilterSchema, wallFilterSchema } from "@/lib/duty/coverage/schema";
import { settleStanding } from "@/lib/duty/coverage/standing/commands";
import { createRoster, publishRoster } from "@/lib/duty/rosters/commands";
import { addShift, reassignShift, removeShift } from "@/lib/duty/rosters/planning/commands";
import { checkIn } from "@/lib/duty/shifts/commands";
import { Refusal } from "@/lib/errors";
import { now, setClock } from "@/lib/time";
import {
  aCampaign,
  aPublishedRoster,
  aRosterDraft,
  type RosterDraft,
  TET,
} from "@/tests/support/duty";
import { aDistrictAtWork, applied } from "@/tests/support/reorganisation";

const clock = (text: string) => setClock(`${text}:00+07:00`);
beforeEach(() => clock("2025-01-20T08:00"));
afterEach(() => setClock(undefined));

const HOUR = 3_600_000;
const hour = (n: number) => new Date(TET.startsAt.getTime() + n * HOUR);
const everyUnit = wallFilterSchema.parse({});

/** What a lead and a watch do to a roster; `with` a number that chooses the shift, person or hour. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom("add", "give", "take out", "check in", "check in", "later", "publish"),
    which: fc.nat(47),
    length: fc.integer({ min: 1, max: 14 }),
    settle: fc.constantFrom("no", "before", "before", "at once"),
  }),
  { minLength: 4, maxLength: 16 },
);
type Step = { what: string; which: number; length: number; settle: string };

async function perform(draft: RosterDraft, { what, which, length }: Step) {
  const { lead, rosterId, hoa, tuan } = draft;
  const reason = "điều chỉnh";
  const shifts = await db.shift.findMany({
    where: { rosterId, toEdition: null },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const shift = shifts[which % Math.max(shifts.length, 1)];
  const personId = which % 2 ? hoa : tuan;
  const requestId = randomUUID();
  if (what === "add") {
    const startsAt = hour(which);
    const endsAt = hour(Math.min(which + length, 48));
    await addShift(lead, {
      requestId,
      rosterId,
      personId,
      post: "staff",
      startsAt,
      endsAt,
      reason,
    });
  }
  if (what === "publish") {
    const { version } = await db.roster.findUniqueOrThrow({ where: { id: rosterId } });
    await publishRoster(lead, { rosterId, version, gapReason: "thiếu người" });
  }
  if (what === "later") setClock(new Date(now().getTime() + length * HOUR).toISOString());
  if (!shift) return;
  if (what === "give") await reassignShift(lead, { shiftId: shift.id, personId, reason });
  if (what === "take out") await removeShift(lead, { shiftId: shift.id, reason });
  const onDuty = shifts.find(({ endsAt, checkedInAt }) => !checkedInAt && endsAt > now());
  if (what === "check in" && onDuty) {
    await checkIn(lead, { requestId, shiftId: onDuty.id, kind: "start", deviceAt: null });
  }
}

/** The wall as it comes from the shifts themselves, with nothing rolled up. */
async function plainly({ rosterId }: RosterDraft, at: Date) {
  const rostered = await db.shift.findMany({
    where: { rosterId, toEdition: null, publishedAt: { not: null }, post: "staff" },
  });
  const taken = rostered.flatMap(({ startsAt, endsAt, checkedInAt }) =>
    checkedInAt && checkedInAt < endsAt ? [{ startsAt: later(startsAt, checkedInAt), endsAt }] : [],
  );
  const past = { startsAt: TET.startsAt, endsAt: later(TET.startsAt, at) };
  const minutes = (spans: Parameters<typeof runsOf>[1], window = TET) =>
    Math.round(lengthOf(runsOf(window, spans)) / 60_000);
  const until = { ...past, endsAt: earlier(past.endsAt, TET.endsAt) };
  return {
    runs: wallRuns(TET, { rostered, taken }, at),
    rosteredMinutes: minutes(rostered),
    takenMinutes: minutes(taken, until),
    complete: minutes(rostered) === 48 * 60 ? 1 : 0,
    taken: at < TET.startsAt || at >= TET.endsAt ? [] : [takenAt(at, rostered)],
  };
}

/** Null where nobody is rostered, as a call list asks for it. */
function takenAt(at: Date, shifts: { startsAt: Date; endsAt: Date; checkedInAt: Date | null }[]) {
  const running = shifts.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  return running.length > 0 ? running.some(({ checkedInAt }) => checkedInAt) : null;
}

const ofKind = (kind: string) => nowFilterSchema.parse({ kind });

const settle = () => Promise.all([settleCoverage(systemActor), settleStanding(systemActor)]);

describe("the rolled-up coverage and who is on now", () => {
  test("says what the shifts say, whatever was changed and whenever it was settled", async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (story, published) => {
        clock("2025-01-28T06:45");
        const draft = published ? await aPublishedRoster() : await aRosterDraft();
        const { officer } = draft.district;
        for (const step of story) {
          if (step.settle === "before") await settle();
          const settling = step.settle === "at once" ? settle() : null;
          await perform(draft, step).catch((error) => {
            if (!(error instanceof Refusal)) throw error;
          });
          await settling;

          const { lines } = await findWall(officer, draft.campaign, everyUnit);
          const gaps = await findWall(officer, draft.campaign, { ...everyUnit, only: "gaps" });
          const measure = await measureWatch(officer, draft.campaign);
          const plain = await plainly(draft, now());
          const { units } = await listDutyNow(officer, ofKind(draft.district.kindCode));
          expect(lengthOf(lines[0]?.runs ?? [])).toBe(lengthOf([TET]));
          expect(coarse(lines[0]?.runs ?? [])).toEqual(coarse(plain.runs));
          expect(gaps.lines).toHaveLength(1 - plain.complete);
          expect({
            rosteredMinutes: Math.round(measure.rosteredMinutes),
            takenMinutes: Math.round(measure.takenMinutes),
            complete: measure.complete,
            runs: plain.runs,
            taken: units.map(({ taken }) => taken),
          }).toEqual(plain);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("is settled by the tick, and holds while two settle and people check in", async () => {
    const draft = await aPublishedRoster();
    await settleCoverage(systemActor);
    const { rosterId, shifts, lead, district, campaign } = draft;
    expect(await db.rosterTouch.count({ where: { rosterId } })).toBe(0);
    expect(await db.rosterCoverage.count({ where: { rosterId } })).toBe(1);

    clock("2025-01-28T18:40");
    const take = (shiftId: string) =>
      checkIn(lead, { requestId: randomUUID(), shiftId, kind: "start", deviceAt: null });
    await Promise.all([
      take(shifts[0]),
      settleCoverage(systemActor),
      take(shifts[1]),
      settleCoverage(systemActor),
    ]);
    clock("2025-01-29T07:00");
    const before = await measureWatch(district.officer, campaign);
    await settleCoverage(systemActor);
    expect(await db.rosterTouch.count({ where: { rosterId } })).toBe(0);
    const { takenMinutes } = await measureWatch(district.officer, campaign);
    expect(takenMinutes).toBe(before.takenMinutes);
    expect(Math.round(before.takenMinutes)).toBe(12 * 60 + 20);
  });

  test("is not touched by what changes no covered minute", async () => {
    const draft = await aRosterDraft();
    await db.shift.deleteMany({ where: { rosterId: draft.rosterId } });
    expect(await db.rosterTouch.count({ where: { rosterId: draft.rosterId } })).toBe(0);
    const { rosterId, shifts } = await aPublishedRoster();
    await settleCoverage(systemActor);
    await db.shift.update({ where: { id: shifts[0] }, data: { handedOverAt: now() } });
    expect(await db.rosterTouch.count({ where: { rosterId } })).toBe(0);
  });
});

const JULY = {
  startsAt: new Date("2025-06-26T00:00:00+07:00"),
  endsAt: new Date("2025-07-06T00:00:00+07:00"),
};
const DAY_MINUTES = 24 * 60;

/** Three communes that must keep watch from 26 June to 5 July; two of them merge on 1 July. */
async function aMerger() {
  clock("2025-06-20T08:00");
  const work = await aDistrictAtWork();
  const campaign = await aCampaign(work, JULY);
  await db.directive.update({
    where: { id: work.directive.id },
    data: { campaignId: campaign.id },
  });
  return { ...work, campaign };
}

describe("units that merge while they are watched", () => {
  test("are asked for no minute after their last, the new one for none before its first", async () => {
    const { officer, campaign, merging, communes, lead } = await aMerger();
    expect(await measureWatch(officer, campaign)).toMatchObject({
      units: 3,
      requiredMinutes: 3 * 10 * DAY_MINUTES,
    });
    // The first made its roster and answers for its time; the second had begun nothing.
    await createRoster(lead, {
      requestId: randomUUID(),
      campaignId: campaign.id,
      ...JULY,
      staffPattern: "24h",
      staffOwn: "",
      leaderPattern: "none",
      leaderOwn: "",
    });
    clock("2025-07-01T08:00");
    const { successorId } = await applied(merging);

    expect(await measureWatch(officer, campaign)).toMatchObject({
      units: 3,
      requiredMinutes: (5 + 5 + 10) * DAY_MINUTES,
    });
    const { lines } = await findWall(officer, campaign, everyUnit);
    expect(lines.map(({ unitId }) => unitId).sort()).toEqual(
      [communes[0].id, communes[2].id, successorId].sort(),
    );
    const merged = lines.find(({ unitId }) => unitId === successorId);
    expect(merged?.runs).toEqual([
      { kind: "gap", startsAt: new Date("2025-07-01T00:00:00+07:00"), endsAt: JULY.endsAt },
    ]);
  });

  test("are on the list of now until the day, and the new one from it", async () => {
    const { officer, merging, communes, kindCode } = await aMerger();
    const named = async (ids: string[]) => {
      const { units } = await listDutyNow(officer, ofKind(kindCode));
      return ids.filter((id) => units.some(({ unitId }) => unitId === id));
    };
    const ids = communes.map(({ id }) => id);
    clock("2025-06-30T08:00");
    expect(await named(ids)).toEqual(ids);
    clock("2025-07-01T08:00");
    const { successorId } = await applied(merging);
    expect(await named([...ids, successorId])).toEqual([ids[2], successorId]);
    const { kinds } = await summariseDutyNow(officer);
    expect(kinds.find(({ code }) => code === kindCode)?.units).toBe(2);
  });
});

/** To the second: the check-in's milliseconds are the clock's. */
const coarse = (runs: { kind: string; startsAt: Date; endsAt: Date }[]) =>
  runs
    .map(({ kind, startsAt, endsAt }) => ({
      kind,
      from: Math.round(startsAt.getTime() / 10_000),
      to: Math.round(endsAt.getTime() / 10_000),
    }))
    .filter(({ from, to }) => to > from);
