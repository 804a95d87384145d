import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { fileSweep, openSweep } from "@/lib/sweeps/commands";
import { findSweepRound, listSweepTasks } from "@/lib/sweeps/queries";
import { coverageChange, shareOf } from "@/lib/sweeps/rules";
import { type FileSweep, fileSweepSchema } from "@/lib/sweeps/schema";
import { isoDay, now } from "@/lib/time";
import { closeCampaigns, declare, inDays } from "@/tests/support/advisories";
import { aDistrict, auditOf } from "@/tests/support/district";

afterAll(closeCampaigns);

async function aRound() {
  const district = await aDistrict();
  const { id: campaignId } = await db.campaign.create({
    data: {
      name: `Tết ${randomUUID()}`,
      startsAt: inDays(1),
      endsAt: inDays(20),
      openedAt: now(),
      createdById: district.officer.userId,
    },
  });
  const roundId = randomUUID();
  const round = { roundId, campaignId, dueAt: inDays(5), request: "" };
  await openSweep(district.officer, round);
  return { ...district, round, roundId, campaignId };
}

const found = (roundId: string, overrides: Partial<FileSweep> = {}): FileSweep => ({
  roundId,
  requestId: randomUUID(),
  edition: 0,
  sweptOn: isoDay(now()),
  sweptBy: "Tổ công nghệ số",
  serversChecked: 2,
  workstationsChecked: 30,
  malwareFound: 3,
  malwareRemoved: 2,
  vulnerabilitiesFound: 5,
  vulnerabilitiesFixed: 5,
  hunts: 1,
  note: "",
  reason: "",
  ...overrides,
});

describe("a round", () => {
  test("is the district's to open, numbered within its campaign, told to every unit", async () => {
    const { officer, lead, round, campaignId, roundId } = await aRound();
    await openSweep(officer, round);
    await expect(openSweep(lead, { ...round, roundId: randomUUID() })).rejects.toMatchObject({
      reason: "forbidden",
    });
    await openSweep(officer, { ...round, roundId: randomUUID() });
    const rounds = await db.sweepRound.findMany({
      where: { campaignId },
      orderBy: { number: "asc" },
    });
    expect(rounds.map(({ number }) => number)).toEqual([1, 2]);
    const told = { kind: "sweep.opened", subjectId: roundId, unitId: lead.unitId };
    expect(await db.notice.count({ where: told })).toBe(1);
    expect(await auditOf(roundId)).toEqual(["sweep.open"]);
  });

  test("takes what the inventory allows, once, and corrections with a reason", async () => {
    const { lead, staff, otherLead, officer, roundId } = await aRound();
    await expect(fileSweep(lead, found(roundId))).rejects.toThrow(/chưa kê khai/);
    await declare(lead, [], 40);
    await expect(fileSweep(lead, found(roundId, { workstationsChecked: 41 }))).rejects.toThrow(
      /2 máy chủ và 40 máy trạm/,
    );
    const first = found(roundId);
    await fileSweep(lead, first);
    await fileSweep(lead, first);
    await expect(fileSweep(staff, found(roundId))).rejects.toMatchObject({ reason: "conflict" });
    await fileSweep(
      staff,
      found(roundId, { edition: 1, workstationsChecked: 40, reason: "Thêm máy đi cơ sở" }),
    );
    expect(await auditOf(roundId)).toEqual(["sweep.open", "sweep.file", "sweep.correct"]);
    expect(await findSweepRound(lead, roundId)).toMatchObject({
      totals: { filed: 1, machines: 42, checked: 42, malwareFound: 3, malwareRemoved: 2 },
      result: { edition: 2 },
    });
    expect((await findSweepRound(otherLead, roundId))?.result).toBeNull();
    await expect(fileSweep(officer, found(roundId))).rejects.toMatchObject({ reason: "forbidden" });
    await expect(fileSweep(lead, found(randomUUID()))).rejects.toMatchObject({
      reason: "not-found",
    });
    expect((await listSweepTasks(lead)).map(({ id }) => id)).not.toContain(roundId);
    const tasks = await db.sweepRound.count({
      where: { id: roundId, results: { none: { unitId: otherLead.unitId } } },
    });
    expect(tasks).toBe(1);
  });

  test("tells how much more it covers than the one before", async () => {
    const { lead, officer, round, roundId } = await aRound();
    await declare(lead, [], 38);
    await fileSweep(lead, found(roundId, { serversChecked: 0, workstationsChecked: 10 }));
    const second = randomUUID();
    await openSweep(officer, { ...round, roundId: second });
    await fileSweep(lead, found(second, { serversChecked: 2, workstationsChecked: 28 }));
    expect((await findSweepRound(lead, second))?.change).toBe(50);
  });
});

describe("figures", () => {
  test("that do not add up never pass the form", () => {
    const count = fc.nat(50);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const form = {
          ...found(randomUUID()),
          malwareFound: String(a),
          malwareRemoved: String(b),
          vulnerabilitiesFound: String(c),
          vulnerabilitiesFixed: String(d),
          serversChecked: "0",
          workstationsChecked: "0",
          hunts: "0",
        };
        expect(fileSweepSchema.safeParse(form).success).toBe(b <= a && d <= c);
      }),
    );
  });

  test("of coverage stay between nothing and all, and change is what lies between", () => {
    const machines = fc
      .tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100))
      .map(([servers, workstations, s, w]) => ({
        servers,
        workstations,
        serversChecked: Math.min(s, servers),
        workstationsChecked: Math.min(w, workstations),
      }));
    fc.assert(
      fc.property(machines, machines, (a, b) => {
        const share = shareOf(a.serversChecked + a.workstationsChecked, a.servers + a.workstations);
        if (share !== null) expect(share >= 0 && share <= 100).toBe(true);
        const there = coverageChange(a, b);
        const back = coverageChange(b, a);
        if (there === null) expect(back).toBeNull();
        else expect(there + (back ?? Number.NaN)).toBe(0);
      }),
    );
  });
});
