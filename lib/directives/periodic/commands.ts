import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { keepFiles } from "@/lib/files/storage";
import { formatInstant, now } from "@/lib/time";
import { writeReport } from "../assignments/commands";
import { canReport, visibleAssignments } from "../assignments/policy";
import { holdVisibleAssignment } from "../assignments/queries";
import type { FilePeriodic } from "./schema";

/**
 * The report of one period, or that nothing happened in it. Late is recorded for ever; with the
 * last one the obligation is done.
 */
export async function filePeriodicReport(actor: Actor, input: FilePeriodic) {
  const { periodicReportId: id, requestId, kind, text } = input;
  const files = await keepFiles(input.files);
  await inTransaction(async (tx) => {
    const period = await tx.periodicReport.findFirst({
      where: { id, assignment: visibleAssignments(actor) },
      select: { assignmentId: true, dueAt: true },
    });
    if (!period) throw new Refusal("not-found", "Không tìm thấy kỳ báo cáo.");
    const { assignmentId, dueAt } = period;
    const assignment = await holdVisibleAssignment(tx, actor, assignmentId);
    refuseUnless(canReport(actor, assignment), "Văn bản đã kết thúc, không nhận báo cáo nữa.");
    if (await tx.progressReport.findUnique({ where: { requestId } })) return;

    const at = now();
    const report = await writeReport(tx, actor, { assignmentId, requestId, kind, text, files, at });
    const claimed = await tx.periodicReport.updateMany({
      where: { id, reportedAt: null },
      data: { reportedAt: at, nilReport: kind === "nil", reportId: report.id },
    });
    if (claimed.count === 0) throw new Refusal("conflict", "Kỳ này đơn vị đã báo cáo rồi.");

    const late = at > dueAt;
    await tx.assignment.update({
      where: { id: assignmentId },
      data: {
        startedAt: assignment.startedAt ?? at,
        ...(late ? { lateAt: at } : {}),
        ...(await whatIsLeft(tx, assignmentId, at)),
      },
    });
    await recordAudit(tx, actor, {
      action: kind === "nil" ? "periodic.nil" : "periodic.report",
      subject: { type: "assignment", id: assignmentId },
      after: { kind, text, files, dueAt },
      details: { period: formatInstant(dueAt), late, files: files.map((file) => file.sha256) },
    });
  });
}

/** The earliest report still missing sets the deadline; when none is, the obligation is done. */
async function whatIsLeft(tx: Transaction, assignmentId: string, at: Date) {
  const next = await tx.periodicReport.findFirst({
    where: { assignmentId, reportedAt: null },
    select: { dueAt: true },
    orderBy: { dueAt: "asc" },
  });
  if (next) return { dueAt: next.dueAt };
  const last = await tx.periodicReport.aggregate({
    where: { assignmentId },
    _max: { dueAt: true },
  });
  return { dueAt: last._max.dueAt, reportedAt: at, sentBackAt: null };
}

/**
 * Tells each unit and the district once of every report that did not come. One unit's missing
 * reports of a run are one notice; nothing is raised twice, however many processes look.
 */
export async function raiseMissingReports(actor: Actor) {
  return inTransaction(async (tx) => {
    const at = now();
    const raised = await tx.$queryRaw<{ units: number }[]>`
      WITH missed AS (
        UPDATE "PeriodicReport" p SET "alarmedAt" = ${at}::timestamptz
        FROM "LiveAssignment" a JOIN "Directive" d ON d.id = a."directiveId" AND d.state = 'issued'
        WHERE p."assignmentId" = a.id AND p."reportedAt" IS NULL AND p."alarmedAt" IS NULL
          AND p."dueAt" < ${at}::timestamptz
        RETURNING a."directiveId", a."unitId", p."dueAt"
      ), grouped AS (
        SELECT m."directiveId", m."unitId", count(*) AS reports, max(m."dueAt") AS last
        FROM missed m GROUP BY 1, 2
      ), toUnit AS (
        INSERT INTO "Notice" ("unitId", kind, title, body, "subjectType", "subjectId", cause, at)
        SELECT g."unitId", 'periodic.missing',
               'Thiếu ' || g.reports || ' báo cáo định kỳ, kỳ gần nhất ' ||
                 to_char(g.last AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY'),
               'Gửi ngay trên trang văn bản; nếu không có gì, bấm “Không phát sinh”.',
               'directive', g."directiveId",
               'missing:' || g."directiveId" || ':' || g.last, ${at}::timestamptz
        FROM grouped g ON CONFLICT DO NOTHING
      ), toDistrict AS (
        INSERT INTO "Notice" ("unitId", kind, title, body, "subjectType", "subjectId", cause, at)
        SELECT d."issuerId", 'periodic.missing',
               count(*) || ' đơn vị thiếu báo cáo định kỳ, kỳ ' ||
                 to_char(max(g.last) AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY'),
               string_agg(u."shortName", ', ' ORDER BY u."shortName"),
               'periodic', g."directiveId",
               'missing:' || g."directiveId" || ':' || max(g.last) || ':' || ${at}::timestamptz,
               ${at}::timestamptz
        FROM grouped g JOIN "Directive" d ON d.id = g."directiveId" JOIN "Unit" u ON u.id = g."unitId"
        GROUP BY g."directiveId", d."issuerId" ON CONFLICT DO NOTHING
      )
      SELECT count(*)::int AS units FROM grouped`;
    const units = raised[0]?.units ?? 0;
    if (units === 0) return { units };
    await recordAudit(tx, actor, {
      action: "periodic.raise-missing",
      subject: { type: "system", id: actor.userId },
      details: { units },
    });
    return { units };
  });
}
