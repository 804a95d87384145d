import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { listDistrictUnits } from "@/lib/incidents/desks/queries";
import { noticeUnits } from "@/lib/notifications/record";
import { communeKinds } from "@/lib/organization/policy";
import { formatInstant, isoDay, now } from "@/lib/time";
import { canFileInfrastructure } from "./policy";
import type { EndOutage, FileInfrastructure, ReportOutage } from "./schema";

const NOT_FOUND = "Không tìm thấy lần mất liên lạc này.";
const OWN_ALONE = "Nhà mạng nào báo cáo hạ tầng của nhà mạng đó.";

/** Today's state; nil takes the totals of the last day, with nothing down. Sent again, it is put right. */
export async function fileInfrastructure(actor: Actor, input: FileInfrastructure) {
  refuseUnless(canFileInfrastructure(actor), OWN_ALONE);
  const { kind, version, ...told } = input;
  await inTransaction(async (tx) => {
    const at = now();
    const day = new Date(isoDay(at));
    const unitId = actor.unitId;
    await tx.$queryRaw`SELECT 1 FROM "Unit" WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`;
    const before = await tx.infrastructureDay.findFirst({
      where: { unitId },
      orderBy: { day: "desc" },
    });
    const filed = before && before.day.getTime() === day.getTime() ? before : null;
    if ((filed?.version ?? 0) !== version) {
      throw new Refusal("conflict", "Đồng nghiệp vừa gửi báo cáo hôm nay. Tải lại trang để xem.");
    }
    const figures =
      kind === "nil"
        ? {
            stationsTotal: before?.stationsTotal ?? 0,
            stationsDown: 0,
            linksTotal: before?.linksTotal ?? 0,
            linksDown: 0,
            onDuty: before?.onDuty ?? 0,
            reinforcements: 0,
            attacksBlocked: 0,
            note: "",
          }
        : told;
    const open = await tx.outage.count({ where: { unitId, endsAt: null } });
    if (kind === "nil" && open > 0) {
      throw new Refusal(
        "conflict",
        `Còn ${open} chỗ mất liên lạc chưa khắc phục. Ghi số liệu rồi gửi.`,
      );
    }
    const row = { ...figures, nil: kind === "nil", changedAt: at, by: actor.fullName };
    await tx.infrastructureDay.upsert({
      where: { unitId_day: { unitId, day } },
      create: { unitId, day, filedAt: at, ...row },
      update: { ...row, version: { increment: 1 } },
      select: { day: true },
    });
    await recordAudit(tx, actor, {
      action: kind === "nil" ? "infrastructure.nil" : "infrastructure.file",
      subject: { type: "infrastructure", id: unitId },
      before: filed ?? undefined,
      after: row,
      details: { period: isoDay(at) },
    });
  });
}

/** The district and the communes it touches are told at once. */
export async function reportOutage(actor: Actor, input: ReportOutage) {
  refuseUnless(canFileInfrastructure(actor), OWN_ALONE);
  const { outageId: id, what, startsAt, communeIds } = input;
  await inTransaction(async (tx) => {
    const twice = await tx.outage.findUnique({ where: { id }, select: { unitId: true } });
    if (twice && twice.unitId !== actor.unitId) throw new Refusal("not-found", NOT_FOUND);
    if (twice) return;
    const at = now();
    if (startsAt > at) throw new Refusal("invalid", "Thời điểm bắt đầu không thể ở sau lúc này.");
    const communes = await tx.unit.findMany({
      where: { id: { in: communeIds }, kind: communeKinds },
      select: { id: true },
    });
    const touched = communes.map(({ id: unitId }) => unitId);
    await tx.outage.create({
      data: {
        id,
        unitId: actor.unitId,
        startsAt,
        what,
        communeIds: touched,
        by: actor.fullName,
        recordedAt: at,
      },
      select: { id: true },
    });
    await noticeUnits(tx, [...touched, ...(await listDistrictUnits(tx))], {
      kind: "outage.report",
      title: `${actor.unitName} mất liên lạc: ${what}`,
      body: `Từ ${formatInstant(startsAt)}`,
      subject: { type: "outage", id },
      cause: `outage:${id}`,
    });
    await recordAudit(tx, actor, {
      action: "outage.report",
      subject: { type: "outage", id },
      after: { what, startsAt, communeIds: touched },
    });
  });
}

export async function endOutage(actor: Actor, { outageId: id, endsAt }: EndOutage) {
  await inTransaction(async (tx) => {
    const found = await tx.outage.findFirst({ where: { id, unitId: actor.unitId } });
    if (!found) throw new Refusal("not-found", NOT_FOUND);
    if (endsAt <= found.startsAt || endsAt > now()) {
      throw new Refusal(
        "invalid",
        "Thời điểm khắc phục phải sau lúc bắt đầu và không sau lúc này.",
      );
    }
    const { count } = await tx.outage.updateMany({
      where: { id, unitId: actor.unitId, endsAt: null },
      data: { endsAt },
    });
    if (count === 0) throw new Refusal("conflict", "Đã ghi khắc phục rồi.");
    await recordAudit(tx, actor, {
      action: "outage.end",
      subject: { type: "outage", id },
      after: { endsAt },
    });
  });
}
