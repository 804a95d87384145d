import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { type KeptFile, keepFiles } from "@/lib/files/storage";
import { now, parseLocal } from "@/lib/time";
import { standing } from "../standing/policy";
import { canAcknowledge, canAssignPerson, canJudgeResult, canReport } from "./policy";
import { holdVisibleAssignment } from "./queries";
import type {
  AcceptResult,
  Acknowledge,
  AssignPerson,
  ReportProgress,
  SendBackResult,
} from "./schema";

/** The first time someone of the unit opens the directive; later times change nothing. */
export async function recordOpening(actor: Actor, directiveId: string) {
  await inTransaction(async (tx) => {
    const opened = await tx.directiveReceipt.updateMany({
      where: {
        ...standing,
        directiveId,
        unitId: actor.unitId,
        openedAt: null,
        directive: { state: "issued" },
      },
      data: { openedAt: now(), openedById: actor.userId },
    });
    if (opened.count === 0) return;
    const subject = { type: "directive", id: directiveId };
    await recordAudit(tx, actor, { action: "directive.open", subject });
  });
}

/** The unit takes the directive on and names whom the district calls about it. */
export async function acknowledgeDirective(actor: Actor, input: Acknowledge) {
  const { directiveId, contactName, contactPhone } = input;
  await inTransaction(async (tx) => {
    await holdDirective(tx, directiveId);
    const receipt = await tx.directiveReceipt.findUnique({
      where: { directiveId_unitId: { directiveId, unitId: actor.unitId } },
      select: {
        unitId: true,
        returnedAt: true,
        passedAt: true,
        directive: { select: { state: true } },
      },
    });
    if (!receipt) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(canAcknowledge(actor, receipt), "Văn bản này không còn chờ tiếp nhận.");

    const acknowledgedAt = now();
    const claimed = await tx.directiveReceipt.updateMany({
      where: { ...standing, directiveId, unitId: actor.unitId, acknowledgedAt: null },
      data: { acknowledgedAt, acknowledgedById: actor.userId, contactName, contactPhone },
    });
    if (claimed.count === 0) throw new Refusal("conflict", "Đơn vị đã tiếp nhận văn bản này rồi.");

    await recordAudit(tx, actor, {
      action: "directive.acknowledge",
      subject: { type: "directive", id: directiveId },
      after: { contactName, contactPhone, acknowledgedAt },
      details: { contactName },
    });
  });
}

/** Hands one obligation to a person of the unit, or to nobody. */
export async function assignPerson(actor: Actor, { assignmentId: id, assigneeId }: AssignPerson) {
  await inTransaction(async (tx) => {
    const assignment = await holdVisibleAssignment(tx, actor, id);
    refuseUnless(canAssignPerson(actor, assignment), "Chỉ lãnh đạo đơn vị phân công cán bộ.");
    const person = assigneeId
      ? await tx.user.findFirst({
          where: { id: assigneeId, unitId: actor.unitId, disabledAt: null },
          select: { fullName: true },
        })
      : null;
    if (assigneeId && !person)
      throw new Refusal("not-found", "Không tìm thấy cán bộ trong đơn vị.");

    await tx.assignment.update({
      where: { id },
      data: {
        assigneeId,
        assignedAt: assigneeId ? now() : null,
        startedAt: assignment.startedAt ?? (assigneeId ? now() : null),
      },
    });
    await recordAudit(tx, actor, {
      action: "assignment.assign",
      subject: { type: "assignment", id },
      before: { assigneeId: assignment.assigneeId },
      after: { assigneeId },
      details: { assignee: person?.fullName ?? null },
    });
  });
}

/**
 * Progress, a result or "nothing to report", with its files. The same form sent twice is one report.
 * A result or nil ends the unit's work until the district sends it back.
 */
export async function reportProgress(actor: Actor, input: ReportProgress) {
  const { assignmentId: id, requestId, kind, text } = input;
  const files = await keepFiles(input.files);

  await inTransaction(async (tx) => {
    const assignment = await holdVisibleAssignment(tx, actor, id);
    refuseUnless(canReport(actor, assignment), "Văn bản đã kết thúc, không nhận báo cáo nữa.");
    const sentBefore = await tx.progressReport.findUnique({
      where: { requestId },
      select: { id: true },
    });
    if (sentBefore) return;
    if (assignment.acceptedAt)
      throw new Refusal("conflict", "Huyện đã ghi nhận kết quả của nhiệm vụ này.");
    if (kind !== "progress" && assignment.owesPeriodic)
      throw new Refusal(
        "invalid",
        "Nhiệm vụ này báo cáo theo kỳ: chọn kỳ báo cáo ở trên rồi gửi cho từng kỳ.",
      );

    const at = now();
    await writeReport(tx, actor, { assignmentId: id, requestId, kind, text, files, at });
    const finished = kind !== "progress";
    await tx.assignment.update({
      where: { id },
      data: {
        startedAt: assignment.startedAt ?? at,
        ...(finished ? { reportedAt: at, nilReport: kind === "nil", sentBackAt: null } : {}),
      },
    });
    await recordAudit(tx, actor, {
      action: finished ? "assignment.report" : "assignment.progress",
      subject: { type: "assignment", id },
      after: { kind, text, files },
      details: { kind, files: files.map((file) => file.sha256) },
    });
  });
}

type NewReport = {
  assignmentId: string;
  requestId: string;
  kind: ReportProgress["kind"];
  text: string;
  files: KeptFile[];
  at: Date;
};

/** What was said, with its files; what it means for the obligation is the caller's. */
export async function writeReport(tx: Transaction, actor: Actor, report: NewReport) {
  const { assignmentId, requestId, kind, text, files, at } = report;
  const { id } = await tx.progressReport.create({
    data: { assignmentId, requestId, kind, text, createdAt: at, createdById: actor.userId },
    select: { id: true },
  });
  const kept = await tx.storedFile.createManyAndReturn({
    data: files.map((file) => ({
      ...file,
      unitId: actor.unitId,
      uploadedById: actor.userId,
      uploadedAt: at,
    })),
    select: { id: true },
  });
  await tx.evidence.createMany({
    data: kept.map((file) => ({ progressReportId: id, fileId: file.id })),
  });
  return { id };
}

/** The district finds the result good. `reportedAt` is the report it was looking at. */
export async function acceptResult(actor: Actor, { assignmentId: id, reportedAt }: AcceptResult) {
  await inTransaction(async (tx) => {
    const assignment = await holdVisibleAssignment(tx, actor, id);
    refuseUnless(canJudgeResult(actor, assignment), "Chỉ cán bộ huyện ghi nhận kết quả.");
    await claimReported(tx, id, reportedAt, { acceptedAt: now(), acceptedById: actor.userId });
    await recordAudit(tx, actor, {
      action: "assignment.accept",
      subject: { type: "assignment", id },
      details: { unitId: assignment.unitId },
    });
  });
}

/** The district wants more; the unit's work is open again, with a new deadline if one is given. */
export async function sendBackResult(actor: Actor, input: SendBackResult) {
  const { assignmentId: id, reportedAt, reason } = input;
  const dueAt = input.dueAt ? parseLocal(input.dueAt) : null;
  if (dueAt && dueAt <= now()) throw new Refusal("invalid", "Thời hạn mới phải ở sau lúc này.");

  await inTransaction(async (tx) => {
    const assignment = await holdVisibleAssignment(tx, actor, id);
    refuseUnless(canJudgeResult(actor, assignment), "Chỉ cán bộ huyện yêu cầu làm lại.");
    await claimReported(tx, id, reportedAt, {
      reportedAt: null,
      nilReport: false,
      sentBackAt: now(),
      sentBackById: actor.userId,
      sentBackReason: reason,
      ...(dueAt ? { dueAt } : {}),
    });
    await recordAudit(tx, actor, {
      action: "assignment.send-back",
      subject: { type: "assignment", id },
      before: { dueAt: assignment.dueAt },
      after: { dueAt: dueAt ?? assignment.dueAt, reason },
      details: { reason, unitId: assignment.unitId },
    });
  });
}

/** Judged is the report that was read, and only while nobody else has judged it. */
async function claimReported(
  tx: Transaction,
  id: string,
  reportedAt: string,
  data: Parameters<Transaction["assignment"]["updateMany"]>[0]["data"],
) {
  const claimed = await tx.assignment.updateMany({
    where: { ...standing, id, acceptedAt: null, reportedAt: new Date(reportedAt) },
    data,
  });
  if (claimed.count > 0) return;
  throw new Refusal(
    "conflict",
    "Báo cáo đã thay đổi hoặc đã được người khác xử lý. Tải lại trang để xem.",
  );
}

/** Keeps the directive as it is until the command ends: no report lands after a closing. */
function holdDirective(tx: Transaction, id: string) {
  return tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${id}::uuid FOR SHARE`;
}
