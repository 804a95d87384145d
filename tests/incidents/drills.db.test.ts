import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { gatherFacts } from "@/lib/duty/quick-reports/facts/queries";
import { reportIncident } from "@/lib/incidents/commands";
import {
  addInject,
  createDrill,
  endDrill,
  injectDue,
  removeInject,
  seeInject,
  startDrill,
} from "@/lib/incidents/drills/commands";
import { findDrill, listDrills, listWaitingInjects } from "@/lib/incidents/drills/queries";
import { summariseIncidents } from "@/lib/incidents/figures/queries";
import { listIncidents } from "@/lib/incidents/queries";
import { incidentFilterSchema } from "@/lib/incidents/schema";
import { isoDay, now, setClock } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aDistrictWithPolice, aReport } from "@/tests/support/incidents";

afterEach(() => setClock(undefined));
const MINUTE = 60_000;
const later = (minutes: number) => setClock(new Date(Date.now() + minutes * MINUTE).toISOString());

/** Two situations for the first commune: at the start and half an hour later. */
async function aDrill() {
  const district = await aDistrictWithPolice();
  const { officer, staff } = district;
  const { id } = await createDrill(officer, { requestId: randomUUID(), name: "Diễn tập Tết" });
  for (const minute of [0, 30]) {
    await addInject(officer, {
      drillId: id,
      unitIds: [staff.unitId],
      minute,
      sign: "data_encryption",
      text: "Năm máy không mở được tệp.",
      reportMinutes: 20,
    });
  }
  return { ...district, id };
}

const report = (injectId: string) => aReport({ injectId, detectedAt: now() });

describe("a drill", () => {
  test("sends its situations at their minutes, each once, to the unit alone", async () => {
    const { officer, staff, otherLead, id } = await aDrill();
    expect((await listDrills(staff, { page: 1 })).rows).toEqual([]);
    await startDrill(officer, { drillId: id });
    expect(await listWaitingInjects(staff)).toHaveLength(1);
    later(29);
    await injectDue(systemActor);
    expect(await listWaitingInjects(staff)).toHaveLength(1);
    later(31);
    await Promise.all([injectDue(systemActor), injectDue(systemActor)]);
    expect(await listWaitingInjects(staff)).toHaveLength(2);
    const told = await db.notice.findMany({ where: { subjectId: id } });
    expect(told).toHaveLength(2);
    expect(
      told.every(({ title, unitId }) => title.startsWith("DIỄN TẬP") && unitId === staff.unitId),
    ).toBe(true);
    expect(await findDrill(otherLead, id)).toBeNull();
    expect((await findDrill(staff, id))?.injects).toHaveLength(2);
  });

  test("is never among real incidents, figures and quick reports", async () => {
    const { officer, staff, policeLead, id } = await aDrill();
    await startDrill(officer, { drillId: id });
    const [inject] = await listWaitingInjects(staff);
    const { id: incidentId } = await reportIncident(staff, report(inject?.id ?? ""));
    const incident = await db.incident.findUniqueOrThrow({ where: { id: incidentId } });
    expect(incident.drillId).toBe(id);
    const listed = async (drill?: string) =>
      (
        await listIncidents(policeLead, incidentFilterSchema.parse({ show: "all", drill }))
      ).rows.map((row) => row.code);
    expect(await listed()).toEqual([]);
    expect((await listed(id))[0]).toMatch(/^DT-/);
    const day = isoDay(now());
    const figures = await summariseIncidents(officer, { from: day, to: day });
    expect(figures?.units.some(({ unitId }) => unitId === staff.unitId)).toBe(false);
    const span = { startsAt: new Date(Date.now() - MINUTE), endsAt: new Date(Date.now() + MINUTE) };
    const facts = await gatherFacts(db, { unitId: staff.unitId, ...span });
    expect(facts.incidents).toEqual({ reported: 0, open: 0 });
    await expect(
      db.incident.update({ where: { id: incidentId }, data: { drillId: null } }),
    ).rejects.toThrow(/never changes/);
  });

  test("is scored by how soon the unit read, reported and was on duty", async () => {
    const { officer, staff, id } = await aDrill();
    await startDrill(officer, { drillId: id });
    const [inject] = await listWaitingInjects(staff);
    const injectId = inject?.id ?? "";
    later(5);
    await seeInject(staff, { injectId });
    await expect(seeInject(staff, { injectId })).rejects.toMatchObject({ reason: "conflict" });
    later(15);
    await reportIncident(staff, report(injectId));
    await expect(reportIncident(staff, report(injectId))).rejects.toThrow(
      /đã báo cáo tình huống này/,
    );
    later(40);
    await injectDue(systemActor);
    await endDrill(officer, { drillId: id });
    const drill = await findDrill(officer, id);
    expect(drill?.injects.map(({ score }) => score?.total)).toEqual([75, 0]);
    expect(drill?.readiness).toBe(38);
    expect(await auditOf(id)).toEqual([
      "drill.create",
      "drill.add-inject",
      "drill.add-inject",
      "drill.start",
      "drill.see",
      "drill.end",
    ]);
  });

  test("is the district's: a unit neither makes nor reports what is not its own", async () => {
    const { officer, staff, lead, otherLead, id } = await aDrill();
    for (const actor of [staff, lead]) {
      await expect(startDrill(actor, { drillId: id })).rejects.toMatchObject({
        reason: "forbidden",
      });
      await expect(endDrill(actor, { drillId: id })).rejects.toMatchObject({ reason: "forbidden" });
    }
    const all = await db.drillInject.findMany({
      where: { drillId: id },
      orderBy: { minute: "asc" },
    });
    // Not told yet, so not there yet.
    await expect(reportIncident(staff, report(all[0]?.id ?? ""))).rejects.toMatchObject({
      reason: "not-found",
    });
    await removeInject(officer, { drillId: id, injectId: all[1]?.id ?? "" });
    await startDrill(officer, { drillId: id });
    await expect(startDrill(officer, { drillId: id })).rejects.toMatchObject({
      reason: "conflict",
    });
    await expect(
      removeInject(officer, { drillId: id, injectId: all[0]?.id ?? "" }),
    ).rejects.toMatchObject({ reason: "conflict" });
    await expect(reportIncident(otherLead, report(all[0]?.id ?? ""))).rejects.toMatchObject({
      reason: "not-found",
    });
    await endDrill(officer, { drillId: id });
    await expect(reportIncident(staff, report(all[0]?.id ?? ""))).rejects.toThrow(/đã kết thúc/);
  });
});
