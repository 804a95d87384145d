import { randomUUID } from "node:crypto";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { layOut, saidBy } from "@/lib/documents/official/layout/rules";
import { writeDocument } from "@/lib/documents/official/rules";
import { escalateIncident } from "@/lib/incidents/escalation/commands";
import { takeIncident } from "@/lib/incidents/handling/commands";
import { moveIncident } from "@/lib/incidents/moves/commands";
import { fileIncidentReport } from "@/lib/incidents/reports/commands";
import { partFields } from "@/lib/incidents/reports/forms/filling/rules";
import {
  findReportDocument,
  findReportForm,
  listSentReports,
} from "@/lib/incidents/reports/forms/queries";
import type { FormContent } from "@/lib/incidents/reports/forms/schema";
import type { IncidentState } from "@/lib/incidents/schema";
import { finishTask } from "@/lib/incidents/tasks/commands";
import { auditOf } from "@/tests/support/district";
import { readPdf } from "@/tests/support/documents";
import { aDistrictWithPolice, aReportedIncident } from "@/tests/support/incidents";

const content: FormContent = {
  reporterName: "UBND xã An Bình",
  reporterAddress: "Thôn Làng Cống, xã An Bình",
  reporterEmail: "anbinh@langson.gov.vn",
  summary: "Mã hóa máy chủ tệp",
  recipients: "Chủ quản hệ thống",
};

const sent = (incidentId: string, kind: "initial" | "closing" = "initial") => ({
  incidentId,
  requestId: randomUUID(),
  kind,
  reference: "05/BC-UBND",
  content,
});

const squeezed = (text: string) => text.normalize("NFC").replace(/\s+/g, " ");

describe("a report by its form", () => {
  test("is filled from the case: only what nobody knows is asked", async () => {
    const { staff } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff, {
      what: "Máy 192.168.1.10 không mở được, gọi anh Nam 0912345678.",
    });
    const form = await findReportForm(staff, id, "initial");
    expect(form?.filled).toMatchObject({
      reporterName: staff.unitName,
      contactName: staff.fullName,
      operator: staff.unitName,
      systemName: "Máy chủ tệp phòng Văn thư",
      status: "open",
    });
    expect(form?.filled.summary).toContain("[IP nội bộ]");
    expect(form?.filled.summary).not.toMatch(/192\.168|0912345678/);
    const { asked, known } = partFields("initial", form?.filled ?? {});
    expect(asked.map(({ name }) => name)).toContain("reporterAddress");
    expect(known.map(({ name }) => name)).toContain("detectedAt");
    expect(asked.map(({ name }) => name)).not.toContain("detectedAt");
  });

  test("is kept as sent, read back from Word and PDF, and meets its deadline", async () => {
    const { staff, policeLead, committee } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    const report = { ...sent(id), content: { ...content, reporterName: staff.unitName } };
    await fileIncidentReport(staff, report);
    await fileIncidentReport(staff, report);
    const told = await db.notice.findMany({
      where: { subjectId: id, title: { contains: "Mẫu 03" } },
      select: { unitId: true },
    });
    const units = told.map(({ unitId }) => unitId);
    expect(units.filter((unit) => unit === committee.id)).toHaveLength(1);
    expect(units).not.toContain(staff.unitId);
    expect(await db.incidentReport.count({ where: { incidentId: id } })).toBe(1);
    expect((await auditOf(id)).filter((action) => action === "incident.file-report")).toHaveLength(
      1,
    );

    const paper = await findReportDocument(policeLead, {
      incidentId: id,
      reportId: report.requestId,
    });
    if (!paper) throw new Error("the police reads the report");
    const { value } = await mammoth.extractRawText({ buffer: await writeDocument(paper, "docx") });
    const { text } = await readPdf(await writeDocument(paper, "pdf"));
    for (const read of [squeezed(value), squeezed(text)]) {
      expect(read).toContain("BÁO CÁO BAN ĐẦU SỰ CỐ MẠNG");
      expect(read).toContain("Số: 05/BC-UBND");
      expect(read).toContain("Địa chỉ (*): Thôn Làng Cống, xã An Bình");
      expect(read).toContain("Kính gửi: Chủ quản hệ thống");
    }
    const again = await findReportForm(staff, id, "closing");
    expect(again?.filled).toMatchObject({
      reporterAddress: "Thôn Làng Cống, xã An Bình",
      reporterEmail: "anbinh@langson.gov.vn",
    });
    expect(again?.filled.initialReference).toMatch(/^Số 05\/BC-UBND, /);
    const others = await findReportForm(policeLead, id, "closing");
    expect(others?.filled.reporterName).toBe(policeLead.unitName);
    expect(others?.filled.reporterAddress).toBeUndefined();
    expect(others?.filled.reporterEmail).toBeUndefined();
  });

  test("what the same house wrote is there again in its next case", async () => {
    const { staff } = await aDistrictWithPolice();
    const first = await aReportedIncident(staff);
    await fileIncidentReport(staff, {
      ...sent(first),
      content: { ...content, reporterName: staff.unitName },
    });
    const next = await findReportForm(staff, await aReportedIncident(staff), "initial");
    expect(next?.filled).toMatchObject({ reporterAddress: "Thôn Làng Cống, xã An Bình" });
    expect(next?.filled.summary).not.toContain("Mã hóa máy chủ tệp");
  });

  test("is for those who are in on the case: another unit and a telco find nothing", async () => {
    const { staff, otherLead, liaison, observer, officer } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    const report = sent(id);
    for (const stranger of [otherLead, liaison, observer]) {
      await expect(fileIncidentReport(stranger, report)).rejects.toMatchObject({
        reason: "not-found",
      });
      expect(await findReportForm(stranger, id, "initial")).toBeNull();
    }
    expect(await db.incidentReport.count({ where: { incidentId: id } })).toBe(0);
    await fileIncidentReport(staff, report);
    const asked = { incidentId: id, reportId: report.requestId };
    for (const stranger of [otherLead, liaison, observer]) {
      expect(await findReportDocument(stranger, asked)).toBeNull();
      expect(await listSentReports(stranger, id)).toEqual([]);
    }
    expect(await findReportDocument(officer, asked)).not.toBeNull();
  });

  test("that names an address of the inside is refused, however it comes, and nothing is kept", async () => {
    const { staff } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    const inner = { ...sent(id), content: { ...content, domains: "máy chủ 192.168.1.10:8080" } };
    await expect(fileIncidentReport(staff, inner)).rejects.toThrow(
      /192\.168\.1\.10 là địa chỉ IP nội bộ/,
    );
    expect(await db.incidentReport.count({ where: { incidentId: id } })).toBe(0);
    expect(await auditOf(id)).not.toContain("incident.file-report");
  });

  test("an initial one keeps the case open until there is a closing one; each meets its deadline", async () => {
    const { staff, policeLead } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff);
    await takeIncident(policeLead, { incidentId: id });
    await escalateIncident(staff, { incidentId: id, reason: "Xã không có cán bộ kỹ thuật." });
    await fileIncidentReport(staff, sent(id));
    const open = await db.incidentTask.findMany({ where: { incidentId: id, doneAt: null } });
    for (const task of open) {
      await finishTask(policeLead, { incidentId: id, taskId: task.id, note: "" });
    }
    const move = async (to: IncidentState) => {
      const { version } = await db.incident.findUniqueOrThrow({ where: { id } });
      const words = { reason: "", resolution: "Đã khôi phục.", cause: "", lessons: "" };
      await moveIncident(policeLead, { incidentId: id, version, to, ...words });
    };
    for (const to of ["verified", "containing", "eradicating", "recovering", "review"] as const) {
      await move(to);
    }
    await expect(move("closed")).rejects.toThrow(/báo cáo kết thúc \(Mẫu 04\)/);
    expect(await db.incident.findUnique({ where: { id } })).toMatchObject({ state: "review" });
    await fileIncidentReport(policeLead, sent(id, "closing"));
    await move("closed");
    const deadlines = await db.incidentDeadline.findMany({
      where: { incidentId: id, duty: { in: ["initial", "closing"] } },
      select: { duty: true, metAt: true, metNote: true },
    });
    expect(deadlines.map(({ duty }) => duty).sort()).toEqual(["closing", "initial"]);
    for (const { metAt, metNote } of deadlines) {
      expect(metAt).not.toBeNull();
      expect(metNote).toBe("Số 05/BC-UBND");
    }
  });

  test("of another case is not found under this one", async () => {
    const { staff } = await aDistrictWithPolice();
    const [one, other] = [await aReportedIncident(staff), await aReportedIncident(staff)];
    const report = sent(one);
    await fileIncidentReport(staff, report);
    expect(
      await findReportDocument(staff, { incidentId: other, reportId: report.requestId }),
    ).toBeNull();
  });

  test("never names an address inside a network, though the case does", async () => {
    const { staff } = await aDistrictWithPolice();
    const id = await aReportedIncident(staff, { place: "Máy 10.0.0.5", what: "Ở 172.16.3.4" });
    const form = await findReportForm(staff, id, "initial");
    const report = { ...sent(id), content: form?.filled ?? {} };
    await fileIncidentReport(staff, report);
    const paper = await findReportDocument(staff, {
      incidentId: id,
      reportId: report.requestId,
    });
    expect(paper ? saidBy(layOut(paper)).join("\n") : "10.0.0.5").not.toMatch(
      /10\.0\.0\.5|172\.16/,
    );
  });
});
