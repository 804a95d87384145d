import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { loadCase } from "@/lib/incidents/case/queries";
import { reportIncident } from "@/lib/incidents/commands";
import { now } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aDistrictWithPolice, aReport, aReportedIncident } from "@/tests/support/incidents";

describe("a report", () => {
  test("tells the unit, the police and the district at once, and starts deadlines and tasks", async () => {
    const { staff, police, committee, policeLead } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    const told = await db.notice.findMany({ where: { subjectId: id }, select: { unitId: true } });
    expect(told.map(({ unitId }) => unitId)).toEqual(
      expect.arrayContaining([staff.unitId, police.id, committee.id]),
    );
    const found = await loadCase(policeLead, id);
    expect(found).toMatchObject({
      state: "received",
      kind: "data_encryption",
      severity: "high",
      reporter: { fullName: staff.fullName },
    });
    expect(found?.tasks.filter(({ mandatory }) => mandatory).length).toBeGreaterThan(2);
    expect(found?.deadlines.map(({ duty }) => duty)).toContain("acknowledgement");
    expect(found?.code).toMatch(/^SC-\d{4}-\d{4,}$/);
    expect(await auditOf(id)).toEqual(["incident.report"]);
  });

  test("sent twice, also at the same moment, is one case", async () => {
    const { staff } = await aDistrictWithPolice();
    const report = aReport();
    const outcomes = await Promise.all([
      reportIncident(staff, report),
      reportIncident(staff, report),
      reportIncident(staff, report),
    ]);
    expect(outcomes.filter(({ again }) => !again)).toHaveLength(1);
    expect(await db.incident.count({ where: { unitId: staff.unitId } })).toBe(1);
    expect(await db.incidentEntry.count({ where: { incidentId: report.incidentId } })).toBe(1);
    expect(await auditOf(report.incidentId)).toEqual(["incident.report"]);
  });

  test("under an id that someone else has used is refused", async () => {
    const { staff, otherLead } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    await expect(reportIncident(otherLead, aReport({ incidentId: id }))).rejects.toMatchObject({
      reason: "conflict",
    });
  });

  test("of something that is still to come is refused in words", async () => {
    const { staff } = await aDistrictWithPolice();
    const detectedAt = new Date(now().getTime() + 3_600_000);
    const report = aReport({ detectedAt });
    await expect(reportIncident(staff, report)).rejects.toThrow(/giờ đó chưa tới/);
    expect(await db.incident.count({ where: { id: report.incidentId } })).toBe(0);
  });

  test("is made for another unit by the district alone; observers and administrators make none", async () => {
    const { staff, officer, otherLead, observer, administrator } = await aDistrictWithPolice();
    const unitId = otherLead.unitId;
    await expect(reportIncident(staff, aReport({ unitId }))).rejects.toMatchObject({
      reason: "forbidden",
    });
    const id = await aReportedIncident(officer, { unitId });
    expect((await loadCase(otherLead, id))?.unitId).toBe(unitId);
    for (const actor of [observer, administrator]) {
      await expect(reportIncident(actor, aReport())).rejects.toMatchObject({ reason: "forbidden" });
    }
    await expect(reportIncident(officer, aReport({ unitId: randomUUID() }))).rejects.toMatchObject({
      reason: "not-found",
    });
  });
});

describe("evidence", () => {
  test("with a path for a name keeps the last part; a page with script is kept as bytes", async () => {
    const { staff, policeLead } = await aDistrictWithPolice();
    const page = new File(["<script>alert(1)</script>"], "../../x.html", { type: "text/html" });
    const drawing = new File(
      ["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
      "a.svg",
    );
    const id = await aReportedIncident(staff, { files: [page, drawing] });
    const found = await loadCase(policeLead, id);
    expect(found?.evidence.map(({ file }) => [file.name, file.mediaType]).sort()).toEqual([
      ["a.svg", "application/octet-stream"],
      ["x.html", "application/octet-stream"],
    ]);
    expect(found?.evidence[0]?.custody).toMatchObject([
      { act: "collected", byName: staff.fullName, unitName: staff.unitName },
    ]);
  });

  test("that is empty or of 200 MB is refused in words, and the case is not made", async () => {
    const { staff } = await aDistrictWithPolice();
    const empty = aReport({ files: [new File([], "anh.jpg")] });
    await expect(reportIncident(staff, empty)).rejects.toThrow(/“anh.jpg” trống/);
    const huge = new File(["x"], "phim.mp4");
    Object.defineProperty(huge, "size", { value: 200 * 1024 * 1024 });
    const large = aReport({ files: [huge] });
    await expect(reportIncident(staff, large)).rejects.toThrow(/200,0 MB, vượt giới hạn 20 MB/);
    const ids = [empty.incidentId, large.incidentId];
    expect(await db.incident.count({ where: { id: { in: ids } } })).toBe(0);
  });
});
