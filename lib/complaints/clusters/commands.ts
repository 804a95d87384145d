import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { communeKinds } from "@/lib/organization/policy";
import { now } from "@/lib/time";
import { canWarnOfSource } from "../policy";
import { findPart } from "../standing/queries";
import { disarmed } from "./rules";
import type { AcknowledgeWarning, WarnOfSource } from "./schema";

/** Tells every commune of a source; each says that it has it. */
export async function warnOfSource(actor: Actor, { warningId: id, sourceId, text }: WarnOfSource) {
  return inTransaction(async (tx) => {
    const may = canWarnOfSource(await findPart(actor, tx));
    const source = may ? await tx.reportedSource.findUnique({ where: { id: sourceId } }) : null;
    if (!source) throw new Refusal("not-found", "Không tìm thấy nguồn này.");
    if (await tx.sourceWarning.findUnique({ where: { id }, select: { id: true } })) return { id };
    await tx.sourceWarning.create({
      data: {
        id,
        sourceId,
        text,
        sentAt: now(),
        sentBy: actor.fullName,
        sentByUnit: actor.unitName,
      },
      select: { id: true },
    });
    const communes = await tx.unit.findMany({
      where: { kind: communeKinds, validTo: null },
      select: { id: true },
    });
    const unitIds = communes.map((commune) => commune.id);
    await tx.sourceWarningReceipt.createMany({
      data: unitIds.map((unitId) => ({ warningId: id, unitId })),
    });
    await noticeUnits(tx, unitIds, {
      kind: "source.warning",
      title: `Cảnh báo: ${disarmed(source.kind, source.value)}`,
      body: text,
      subject: { type: "source-warning", id },
      cause: `source-warning:${id}`,
    });
    await recordAudit(tx, actor, {
      action: "source.warn",
      subject: { type: "source-warning", id },
      after: { sourceId, text },
      details: { units: unitIds.length },
    });
    return { id };
  });
}

export async function acknowledgeSourceWarning(actor: Actor, { warningId }: AcknowledgeWarning) {
  await inTransaction(async (tx) => {
    const { count } = await tx.sourceWarningReceipt.updateMany({
      where: { warningId, unitId: actor.unitId, acknowledgedAt: null },
      data: { acknowledgedAt: now(), acknowledgedBy: actor.fullName },
    });
    if (count === 0) {
      const theirs = await tx.sourceWarningReceipt.findFirst({
        where: { warningId, unitId: actor.unitId },
      });
      throw theirs
        ? new Refusal("conflict", "Đơn vị đã xác nhận cảnh báo này.")
        : new Refusal("not-found", "Không tìm thấy cảnh báo này.");
    }
    await recordAudit(tx, actor, {
      action: "source.acknowledge",
      subject: { type: "source-warning", id: warningId },
    });
  });
}
