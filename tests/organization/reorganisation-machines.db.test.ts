import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { acceptRisk, answerAdvisory } from "@/lib/advisories/handling/commands";
import { listAdvisoryTasks } from "@/lib/advisories/queries";
import { db } from "@/lib/db";
import { addUnitSystem } from "@/lib/inventory/systems/commands";
import { undoReorganisation } from "@/lib/organization/reorganisation/commands";
import { fileSweep, openSweep } from "@/lib/sweeps/commands";
import { isoDay, now } from "@/lib/time";
import {
  aSentAdvisory,
  closeCampaigns,
  declare,
  handlingOf,
  inDays,
  nobody,
  productNamed,
  seen,
} from "@/tests/support/advisories";
import { aDistrict, type District } from "@/tests/support/district";
import { administrator, aPlan, applied, today } from "@/tests/support/reorganisation";

afterAll(closeCampaigns);

const answered = (patched: number, state: "handling" | "done" = "handling") => ({
  ...nobody,
  state,
  ...{ total: 10, affected: 4, patched, mitigated: 0 },
});

/** The first two communes become one; or the first goes into the second, which goes on. */
function merging({ communes: [first, second] }: District, into: "new" | "second" = "new") {
  const code = randomUUID();
  return into === "new"
    ? aPlan([
        [first, [code, "Xã Hợp Nhất"]],
        [second, [code, "Xã Hợp Nhất"]],
      ])
    : aPlan([[first, [second.code, second.name]]]);
}

const sweep = (roundId: string, workstationsChecked: number) => ({
  ...{ roundId, requestId: randomUUID(), edition: 0, sweptOn: isoDay(now()), sweptBy: "Tổ số" },
  ...{ serversChecked: 2, workstationsChecked, malwareFound: 1, malwareRemoved: 1 },
  ...{ vulnerabilitiesFound: 0, vulnerabilitiesFixed: 0, hunts: 0, note: "", reason: "" },
});

async function aRound({ officer }: District) {
  const { id: campaignId } = await db.campaign.create({
    data: {
      name: `Tết ${randomUUID()}`,
      startsAt: inDays(1),
      endsAt: inDays(20),
      openedAt: now(),
      createdById: officer.userId,
    },
  });
  const roundId = randomUUID();
  await openSweep(officer, { roundId, campaignId, dueAt: inDays(5), request: "" });
  return roundId;
}

const snapshot = async (unitIds: string[]) => ({
  handlings: await db.advisoryHandling.findMany({
    where: { unitId: { in: unitIds } },
    orderBy: [{ advisoryId: "asc" }, { unitId: "asc" }],
  }),
  inventories: await db.unitInventory.findMany({
    where: { unitId: { in: unitIds } },
    orderBy: { unitId: "asc" },
  }),
  products: await db.unitProduct.findMany({
    where: { unitId: { in: unitIds } },
    orderBy: [{ unitId: "asc" }, { productId: "asc" }],
  }),
  systems: await db.informationSystem.findMany({
    where: { unitId: { in: unitIds } },
    orderBy: { id: "asc" },
  }),
  sweeps: await db.sweepResult.findMany({
    where: { unitId: { in: unitIds } },
    orderBy: [{ roundId: "asc" }, { unitId: "asc" }],
  }),
});

describe("two communes become one while warnings are open", () => {
  test("machines, systems, open warnings and finished sweeps go on together; undone, all is as before", async () => {
    const district = await aDistrict();
    const { lead, otherLead, communes } = district;
    const [mikrotik, camera] = await Promise.all([
      productNamed("MikroTik"),
      productNamed("Camera giám sát"),
    ]);
    await declare(lead, [mikrotik], 40);
    await declare(otherLead, [mikrotik, camera], 10);
    await addUnitSystem(lead, {
      ...{ systemId: randomUUID(), name: "Một cửa", level: 2, domain: "" },
      ...{ operator: "", note: "" },
    });
    const { advisoryId } = await aSentAdvisory(district);
    const { advisoryId: settled } = await aSentAdvisory(district);
    await answerAdvisory(lead, { ...(await seen(advisoryId, lead)), ...answered(3) });
    await answerAdvisory(otherLead, { ...(await seen(advisoryId, otherLead)), ...answered(1) });
    await answerAdvisory(lead, { ...(await seen(settled, lead)), ...answered(4, "done") });
    const roundId = await aRound(district);
    await fileSweep(lead, sweep(roundId, 30));
    await fileSweep(otherLead, sweep(roundId, 5));
    const unitIds = communes.map(({ id }) => id);
    const before = await snapshot(unitIds);

    const { id, view, successorId } = await applied(merging(district));
    expect(view.totals).toMatchObject({ advisories: 3, machines: 60 });
    const heir = await today(lead);
    expect(await handlingOf(advisoryId, heir)).toMatchObject({
      ...{ state: "handling", total: 20, affected: 8, patched: 4, closedAt: null },
    });
    // One of the two had settled the other warning: its part is done where it was done.
    expect(await handlingOf(settled, heir)).toMatchObject({ state: "unseen", total: null });
    expect(await handlingOf(settled, lead)).toMatchObject({ state: "done", passedAt: null });
    expect(await handlingOf(advisoryId, lead)).toMatchObject({ passedToId: successorId });
    expect((await listAdvisoryTasks(heir)).open).toBe(2);
    expect((await listAdvisoryTasks(lead)).open).toBe(0);
    expect(await db.unitInventory.findUnique({ where: { unitId: successorId } })).toMatchObject({
      ...{ servers: 4, workstations: 50, networkDevices: 6 },
    });
    const products = await db.unitProduct.findMany({ where: { unitId: successorId } });
    expect(products.map(({ productId }) => productId).sort()).toEqual([mikrotik, camera].sort());
    expect(await db.informationSystem.count({ where: { unitId: successorId } })).toBe(1);
    const swept = { roundId_unitId: { roundId, unitId: successorId } };
    expect(await db.sweepResult.findUnique({ where: swept })).toMatchObject({
      ...{ servers: 4, workstations: 50, workstationsChecked: 35, malwareFound: 2 },
    });
    // The new unit answers; the old ones no more.
    const old = { ...(await seen(advisoryId, lead)), ...answered(4, "done") };
    await expect(answerAdvisory(lead, old)).rejects.toThrow(/đã chuyển sang đơn vị mới/);

    await undoReorganisation(administrator, { reorganisationId: id });
    expect(await snapshot(unitIds)).toEqual(before);
    expect(await snapshot([successorId])).toMatchObject({ handlings: [], inventories: [] });
  });

  test("a unit that goes on has it open again for the machines that came", async () => {
    const district = await aDistrict();
    const { lead, otherLead, communes } = district;
    await declare(lead, [], 40);
    await declare(otherLead, [], 10);
    const { advisoryId } = await aSentAdvisory(district);
    const { advisoryId: risky } = await aSentAdvisory(district);
    await answerAdvisory(otherLead, {
      ...(await seen(advisoryId, otherLead)),
      ...answered(4, "done"),
    });
    await answerAdvisory(lead, { ...(await seen(advisoryId, lead)), ...answered(1) });
    await answerAdvisory(otherLead, { ...(await seen(risky, otherLead)), ...answered(4, "done") });
    const until = inDays(9);
    await acceptRisk(lead, {
      ...(await seen(risky, lead)),
      ...nobody,
      until,
      reason: "Chờ thay thiết bị",
    });
    const roundId = await aRound(district);
    await fileSweep(otherLead, sweep(roundId, 5));
    const unitIds = communes.map(({ id }) => id);
    const before = await snapshot(unitIds);

    const { id } = await applied(merging(district, "second"));
    expect(await handlingOf(advisoryId, otherLead)).toMatchObject({
      ...{ state: "handling", closedAt: null, total: 20, affected: 8, patched: 5 },
    });
    // Nobody's word for the machines that came is lost: it still runs out.
    expect(await handlingOf(risky, otherLead)).toMatchObject({
      ...{ state: "accepted", acceptUntil: until, acceptedBy: lead.fullName },
    });
    const swept = { roundId_unitId: { roundId, unitId: otherLead.unitId } };
    expect(await db.sweepResult.findUnique({ where: swept })).toMatchObject({
      ...{ workstations: 50, workstationsChecked: 5 },
    });
    await undoReorganisation(administrator, { reorganisationId: id });
    expect(await snapshot(unitIds)).toEqual(before);
  });
});
