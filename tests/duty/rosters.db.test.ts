import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { removeDutyPerson } from "@/lib/duty/people/commands";
import {
  createRoster,
  publishRoster,
  returnRoster,
  submitRoster,
} from "@/lib/duty/rosters/commands";
import { fillDraft } from "@/lib/duty/rosters/filling/commands";
import { addShift, reassignShift, removeShift } from "@/lib/duty/rosters/planning/commands";
import { findRoster, listRosters } from "@/lib/duty/rosters/queries";
import { createRosterSchema, rosterFilterSchema } from "@/lib/duty/rosters/schema";
import { defaultPolicy } from "@/lib/duty/schema";
import { weightedHours } from "@/lib/duty/weights/rules";
import { setClock } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import {
  aCampaign,
  aPublishedRoster,
  aRosterDraft,
  aShift,
  at,
  aWatcher,
  publishNow,
  TET,
} from "@/tests/support/duty";

const onTheEve = () => setClock("2025-01-20T08:00:00+07:00");
afterEach(() => setClock(undefined));

describe("planning a roster", () => {
  test("a roster is made once, by the lead of its unit, inside its campaign", async () => {
    const { lead, staff, campaign, rosterId, district } = await aRosterDraft();
    const form = {
      requestId: rosterId,
      campaignId: campaign.id,
      ...TET,
      staffPattern: "12h" as const,
      staffOwn: "",
      leaderPattern: "none" as const,
      leaderOwn: "",
    };
    await createRoster(lead, form);
    expect(await auditOf(rosterId)).toEqual(["roster.create"]);
    await expect(createRoster(lead, { ...form, requestId: randomUUID() })).rejects.toMatchObject({
      reason: "conflict",
    });
    await expect(createRoster(staff, { ...form, requestId: randomUUID() })).rejects.toMatchObject({
      reason: "forbidden",
    });
    const beyond = { ...form, requestId: randomUUID(), endsAt: at("2025-01-31T07:00") };
    await expect(createRoster(district.otherLead, beyond)).rejects.toMatchObject({
      reason: "invalid",
    });
  });

  test("the form refuses an end before its start and hours that overlap", () => {
    const form = {
      requestId: randomUUID(),
      campaignId: randomUUID(),
      startsAt: "2025-01-28T07:00",
      endsAt: "2025-01-28T07:00",
      staffPattern: "own",
      staffOwn: "07:00-19:00, 18:00-07:00",
      leaderPattern: "none",
    };
    const { error } = createRosterSchema.safeParse(form);
    expect(error?.issues.map(({ path }) => path[0])).toEqual(["endsAt", "staffOwn"]);
  });

  test("nobody is put on two shifts of one post at one time, whoever tries", async () => {
    const draft = await aRosterDraft();
    await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]);
    await expect(
      aShift(draft, draft.hoa, ["2025-01-28T18:59", "2025-01-29T07:00"]),
    ).rejects.toMatchObject({ reason: "conflict" });
    await aShift(draft, draft.hoa, ["2025-01-28T19:00", "2025-01-29T07:00"]);

    const { lead, rosterId, tuan } = draft;
    const twice = () =>
      addShift(lead, {
        requestId: randomUUID(),
        rosterId,
        personId: tuan,
        post: "staff",
        startsAt: at("2025-01-29T07:00"),
        endsAt: at("2025-01-29T19:00"),
        reason: "",
      });
    const outcomes = await Promise.allSettled([twice(), twice()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("the database itself refuses an overlap, a backward shift and one outside the window", async () => {
    const { rosterId, hoa, lead } = await aRosterDraft();
    const row = (from: string, to: string) => ({
      rosterId,
      unitId: lead.unitId,
      personId: hoa,
      post: "staff" as const,
      startsAt: at(from),
      endsAt: at(to),
    });
    await db.shift.create({ data: row("2025-01-28T07:00", "2025-01-28T19:00") });
    await expect(
      db.shift.create({ data: row("2025-01-28T12:00", "2025-01-29T12:00") }),
    ).rejects.toThrow(/exclusion|23P01/i);
    await expect(
      db.shift.create({ data: row("2025-01-29T12:00", "2025-01-29T10:00") }),
    ).rejects.toThrow();
    await expect(
      db.shift.create({ data: row("2025-01-30T06:00", "2025-01-30T08:00") }),
    ).rejects.toThrow(/window/);
    await expect(
      db.roster.update({ where: { id: rosterId }, data: { startsAt: at("2025-01-28T08:00") } }),
    ).rejects.toThrow(/window/);
  });

  test("a shift may cross midnight, not the edge of its roster", async () => {
    const draft = await aRosterDraft();
    await aShift(draft, draft.hoa, ["2025-01-28T19:00", "2025-01-29T07:00"]);
    await expect(
      aShift(draft, draft.hoa, ["2025-01-29T19:00", "2025-01-30T08:00"]),
    ).rejects.toMatchObject({ reason: "invalid" });
  });

  test("a draft is filled fairly, and what is there stays", async () => {
    const draft = await aRosterDraft();
    await aWatcher(draft.lead);
    const kept = await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T15:00"]);
    const outcome = await fillDraft(draft.lead, {
      rosterId: draft.rosterId,
      version: 2,
      posts: ["staff"],
      staffPerShift: 1,
    });
    expect(outcome.unfilled).toEqual([]);
    const roster = await findRoster(draft.lead, draft.rosterId);
    expect(roster?.minutes).toBe(0);
    expect(roster?.shifts.map(({ id }) => id)).toContain(kept);
    await expect(
      fillDraft(draft.lead, {
        rosterId: draft.rosterId,
        version: 2,
        posts: ["staff"],
        staffPerShift: 1,
      }),
    ).rejects.toMatchObject({ reason: "conflict" });
  });

  test("who carried more at Tết gets less in the next campaign", async () => {
    const { district, lead, hoa, tuan } = await aPublishedRoster();
    setClock("2025-02-20T08:00:00+07:00");
    const spring = { startsAt: at("2025-03-03T07:00"), endsAt: at("2025-03-07T07:00") };
    const campaign = await aCampaign(district, spring);
    const { id: rosterId } = await createRoster(lead, {
      requestId: randomUUID(),
      campaignId: campaign.id,
      ...spring,
      staffPattern: "12h",
      staffOwn: "",
      leaderPattern: "none",
      leaderOwn: "",
    });
    await fillDraft(lead, { rosterId, version: 1, posts: ["staff"], staffPerShift: 1 });
    const shifts = await db.shift.findMany({ where: { rosterId } });
    const weight = (id: string) =>
      shifts
        .filter(({ personId }) => personId === id)
        .reduce((sum, shift) => sum + weightedHours(shift, defaultPolicy.weights), 0);
    // Tuấn had the nights, giao thừa among them.
    expect(weight(hoa)).toBeGreaterThan(weight(tuan));
  });
});

describe("publishing", () => {
  test("with a gap a reason is asked for, and kept", async () => {
    onTheEve();
    const draft = await aRosterDraft();
    await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]);
    await expect(publishNow(draft)).rejects.toMatchObject({ reason: "invalid" });
    await publishNow(draft, "Thiếu người, đã báo huyện.");
    const roster = await findRoster(draft.lead, draft.rosterId);
    expect(roster).toMatchObject({ state: "published", edition: 1, minutes: 36 * 60 });
    expect(roster?.editions[0]?.reason).toContain("Thiếu người");
    expect((await auditOf(draft.rosterId)).at(-1)).toBe("roster.publish");
    const told = await db.notice.findMany({ where: { userId: draft.staff.userId } });
    expect(told.map(({ kind }) => kind)).toEqual(["roster.published"]);
  });

  test("of two who publish at once one is told", async () => {
    const draft = await aRosterDraft();
    await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]);
    const publish = () =>
      publishRoster(draft.lead, { rosterId: draft.rosterId, version: 2, gapReason: "thiếu người" });
    const outcomes = await Promise.allSettled([publish(), publish()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("the district looks first when asked, and sends it back", async () => {
    const draft = await aRosterDraft();
    const { lead, rosterId, district } = draft;
    await submitRoster(lead, { rosterId, version: 1 });
    await expect(
      aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]),
    ).rejects.toMatchObject({ reason: "forbidden" });
    await returnRoster(district.officer, { rosterId, version: 2, reason: "Thiếu trực đêm 29 Tết" });
    await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]);
    expect(await auditOf(rosterId)).toEqual([
      "roster.create",
      "roster.submit",
      "roster.return",
      "shift.add",
    ]);
  });

  test("another unit does not find it; the district and the province do", async () => {
    const { district, rosterId } = await aPublishedRoster();
    expect(await findRoster(district.otherLead, rosterId)).toBeNull();
    expect(await findRoster(district.observer, rosterId)).not.toBeNull();
    await expect(
      publishRoster(district.otherLead, { rosterId, version: 1, gapReason: "" }),
    ).rejects.toMatchObject({ reason: "not-found" });
    const filter = rosterFilterSchema.parse({});
    expect((await listRosters(district.otherLead, filter)).rows).toEqual([]);
    expect((await listRosters(district.staff, filter)).rows).toHaveLength(1);
  });
});

describe("amending", () => {
  test("every change is an edition with its reason; earlier ones stay", async () => {
    onTheEve();
    const { lead, rosterId, shifts, tuan } = await aPublishedRoster();
    await expect(
      reassignShift(lead, { shiftId: shifts[0], personId: tuan, reason: "" }),
    ).rejects.toMatchObject({ reason: "invalid" });
    const relief = await aWatcher(lead, { name: "Vi Quốc Khánh" });
    await reassignShift(lead, { shiftId: shifts[0], personId: relief, reason: "Chị Hoa ốm" });

    const roster = await findRoster(lead, rosterId);
    expect(roster).toMatchObject({ edition: 2, minutes: 0 });
    expect(roster?.editions[0]).toMatchObject({
      number: 2,
      reason: "Chị Hoa ốm",
      changes: [{ was: "Lương Thị Hoa", is: "Vi Quốc Khánh" }],
    });
    const old = await db.shift.findUniqueOrThrow({ where: { id: shifts[0] } });
    expect(old).toMatchObject({ fromEdition: 1, toEdition: 2 });
  });

  test("a substitute takes over at once; the part that was kept stays with the first", async () => {
    onTheEve();
    const { lead, staff, rosterId, shifts } = await aPublishedRoster();
    const relief = await aWatcher(lead, { userId: lead.userId });
    setClock("2025-01-28T10:30:20+07:00");
    await reassignShift(lead, { shiftId: shifts[0], personId: relief, reason: "Chị Hoa mệt" });
    const roster = await findRoster(lead, rosterId);
    expect(roster?.minutes).toBe(0);
    const day = roster?.shifts.slice(0, 2).map(({ startsAt, endsAt }) => [startsAt, endsAt]);
    expect(day).toEqual([
      [at("2025-01-28T07:00"), at("2025-01-28T10:30")],
      [at("2025-01-28T10:30"), at("2025-01-28T19:00")],
    ]);
    const told = await db.notice.findMany({
      where: { subjectId: rosterId, kind: { in: ["shift.taken", "shift.given"] } },
      orderBy: { kind: "asc" },
    });
    expect(told.map(({ kind, userId }) => [kind, userId])).toEqual([
      ["shift.given", lead.userId],
      ["shift.taken", staff.userId],
    ]);
  });

  test("a published shift is never rewritten or deleted, not even by a statement", async () => {
    onTheEve();
    const { lead, shifts } = await aPublishedRoster();
    await expect(db.shift.delete({ where: { id: shifts[0] } })).rejects.toThrow(/never deleted/);
    await expect(
      db.shift.update({ where: { id: shifts[0] }, data: { startsAt: at("2025-01-28T08:00") } }),
    ).rejects.toThrow(/amended/);
    await removeShift(lead, { shiftId: shifts[3], reason: "Bỏ ca cuối" });
    expect((await db.shift.findUniqueOrThrow({ where: { id: shifts[3] } })).toEdition).toBe(2);
  });

  test("someone with shifts to come is not taken off the list", async () => {
    onTheEve();
    const { lead, hoa, rosterId } = await aPublishedRoster();
    await expect(removeDutyPerson(lead, { personId: hoa })).rejects.toThrow(/còn 2 ca/);
    setClock("2025-01-31T08:00:00+07:00");
    await removeDutyPerson(lead, { personId: hoa });
    const roster = await findRoster(lead, rosterId);
    expect(roster?.shifts[0]?.person.name).toBe("Lương Thị Hoa");
  });
});
