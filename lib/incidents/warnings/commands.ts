import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { formatInstant, now } from "@/lib/time";
import { writeEntry } from "../entries/commands";
import { defang } from "../indicators/rules";
import { canWarnUnits } from "../policy";
import { reachIncidents } from "../reach/queries";
import { type HeldIncident, holdIncident } from "../standing/queries";
import { ownWarnings } from "./policy";
import type { AcknowledgeWarning, WarnUnits } from "./schema";

/** One press tells chosen units what to look out for; each of them answers for itself. */
export async function warnUnits(actor: Actor, input: WarnUnits) {
  const { incidentId, requestId: id, text } = input;
  return inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    const sent = await tx.incidentWarning.findFirst({
      where: { id, incidentId },
      select: { _count: { select: { receipts: true } } },
    });
    if (sent) return { units: sent._count.receipts };
    refuseUnless(canWarnUnits(actor, incident), "Chỉ huyện và Công an gửi cảnh báo.");
    const unitIds = await receiversOf(tx, incident, input);
    if (unitIds.length === 0) throw new Refusal("invalid", "Không có đơn vị nào nhận cảnh báo.");
    const indicators = await tx.incidentIndicator.findMany({
      where: { incidentId },
      select: { kind: true, value: true },
      orderBy: [{ addedAt: "asc" }, { id: "asc" }],
      take: 50,
    });
    const shown = indicators.map(defang);
    await tx.incidentWarning.create({
      data: {
        id,
        incidentId,
        text,
        indicators: shown,
        sentAt: now(),
        sentById: actor.userId,
        sentBy: actor.fullName,
        sentByUnit: actor.unitName,
      },
      select: { id: true },
    });
    await tx.incidentWarningReceipt.createMany({
      data: unitIds.map((unitId) => ({ warningId: id, unitId })),
    });
    await noticeUnits(tx, unitIds, {
      kind: "incident.warning",
      title: `${incident.drillId ? "DIỄN TẬP · " : ""}Cảnh báo nhanh của ${actor.unitName}`,
      body: text,
      subject: { type: "incident-warning", id },
      cause: `incident-warning:${id}`,
    });
    await writeEntry(tx, actor, {
      incidentId,
      kind: "warn",
      text: `Cảnh báo ${unitIds.length} đơn vị: ${text}`,
    });
    await recordAudit(tx, actor, {
      action: "incident.warn",
      subject: { type: "incident", id: incidentId },
      after: { id, text, unitIds, indicators: shown },
      details: { number: incident.code, units: unitIds.length },
    });
    return { units: unitIds.length };
  });
}

/** Live units that have people, without the one that is hit and the one that warns. */
async function receiversOf(tx: Transaction, incident: HeldIncident, input: WarnUnits) {
  const units = await tx.unit.findMany({
    where: {
      validTo: null,
      kind: { home: { not: "command" } },
      id: input.everyone ? { not: incident.unitId } : { in: input.unitIds },
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: 500,
  });
  return units.map(({ id }) => id);
}

/** The unit has read it and says what it found. */
export async function acknowledgeWarning(actor: Actor, { warningId, answer }: AcknowledgeWarning) {
  await inTransaction(async (tx) => {
    await reachIncidents(tx, actor);
    const receipt = await tx.incidentWarningReceipt.findFirst({
      where: { warningId, AND: ownWarnings(actor) },
      select: { unitId: true, acknowledgedAt: true, acknowledgedBy: true },
    });
    if (!receipt) throw new Refusal("not-found", "Không tìm thấy cảnh báo này.");
    const at = now();
    const claimed = await tx.incidentWarningReceipt.updateMany({
      where: { warningId, unitId: receipt.unitId, acknowledgedAt: null },
      data: {
        acknowledgedAt: at,
        acknowledgedById: actor.userId,
        acknowledgedBy: actor.fullName,
        answer,
      },
    });
    if (claimed.count === 0) {
      const when = receipt.acknowledgedAt ? ` lúc ${formatInstant(receipt.acknowledgedAt)}` : "";
      throw new Refusal("conflict", `${receipt.acknowledgedBy} đã xác nhận cảnh báo này${when}.`);
    }
    await tx.notice.updateMany({
      where: {
        unitId: actor.unitId,
        subjectType: "incident-warning",
        subjectId: warningId,
        seenAt: null,
      },
      data: { seenAt: at, seenById: actor.userId },
    });
    await recordAudit(tx, actor, {
      action: "incident-warning.acknowledge",
      subject: { type: "incident-warning", id: warningId },
      after: { answer, acknowledgedAt: at },
    });
  });
}
