import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices, noticeRows } from "@/lib/notifications/record";
import { formatInstant, isoDay, now } from "@/lib/time";
import { canFileSweep, canOpenSweep } from "./policy";
import type { FileSweep, OpenSweep } from "./schema";

/** The next round of a campaign: every unit checks all its servers and workstations. */
export async function openSweep(actor: Actor, { roundId: id, ...input }: OpenSweep) {
  refuseUnless(canOpenSweep(actor), "Chỉ huyện mở vòng rà soát.");
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE id = ${input.campaignId}::uuid FOR UPDATE`;
    if (await tx.sweepRound.findUnique({ where: { id }, select: { id: true } })) return;
    const campaign = await tx.campaign.findFirst({
      where: { id: input.campaignId, closedAt: null },
      select: { name: true, sweepRounds: { select: { number: true } } },
    });
    if (!campaign) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm đang mở này.");
    const at = now();
    if (input.dueAt <= at) throw new Refusal("invalid", "Hạn rà soát đã qua.");
    const number = Math.max(0, ...campaign.sweepRounds.map((round) => round.number)) + 1;
    await tx.sweepRound.create({
      data: {
        id,
        ...input,
        number,
        startsAt: at,
        createdById: actor.userId,
        createdBy: actor.fullName,
      },
      select: { id: true },
    });
    await insertNotices(
      tx,
      {
        kind: "sweep.opened",
        title: `Rà soát vòng ${number}, ${campaign.name}: báo cáo trước ${formatInstant(input.dueAt)}`,
        body: input.request,
        subject: { type: "sweep-round", id },
        cause: `sweep:${id}`,
      },
      askedUnits,
    );
    await recordAudit(tx, actor, {
      action: "sweep.open",
      subject: { type: "sweep-round", id },
      after: { ...input, number },
      details: { campaign: campaign.name, number },
    });
  });
}

/** Every unit that exists and has people of its own here. */
const askedUnits = Prisma.sql`
  SELECT u.id AS unit, NULL::uuid AS person FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
  WHERE u."validTo" IS NULL AND k.home <> 'command'`;

/** What one unit found. The totals are its inventory's, so nothing is checked that is not there. */
export async function fileSweep(actor: Actor, input: FileSweep) {
  refuseUnless(canFileSweep(actor), "Đơn vị nào báo cáo cho đơn vị đó.");
  const { unitId } = actor;
  await inTransaction(async (tx) => {
    const { roundId, requestId, edition, reason, sweptOn, ...figures } = input;
    await tx.$queryRaw`SELECT 1 FROM "Unit" WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`;
    const round = await tx.sweepRound.findUnique({
      where: { id: roundId },
      select: { number: true, startsAt: true, dueAt: true, campaign: { select: { name: true } } },
    });
    if (!round) throw new Refusal("not-found", "Không tìm thấy vòng rà soát này.");
    const before = await tx.sweepResult.findUnique({
      where: { roundId_unitId: { roundId, unitId } },
    });
    if (await tx.sweepEdition.findUnique({ where: { id: requestId }, select: { id: true } }))
      return;
    if ((before?.edition ?? 0) !== edition) {
      throw new Refusal("conflict", "Đồng nghiệp vừa gửi. Tải lại trang, cần thì đính chính.");
    }
    const at = now();
    if (sweptOn > isoDay(at)) throw new Refusal("invalid", "Ngày rà soát chưa tới.");
    const { servers, workstations } = await machinesAllowing(tx, unitId, figures);
    const row = {
      ...figures,
      servers,
      workstations,
      sweptOn: new Date(`${sweptOn}T00:00:00Z`),
      edition: edition + 1,
    };
    await tx.sweepResult.upsert({
      where: { roundId_unitId: { roundId, unitId } },
      create: { roundId, unitId, ...row, filedAt: at },
      update: row,
      select: { unitId: true },
    });
    await tx.sweepEdition.create({
      data: {
        id: requestId,
        roundId,
        unitId,
        number: edition + 1,
        at,
        byId: actor.userId,
        byName: actor.fullName,
        reason: edition > 0 ? reason : "",
        figures: { ...figures, servers, workstations, sweptOn },
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: edition > 0 ? "sweep.correct" : "sweep.file",
      subject: { type: "sweep-round", id: roundId },
      before: before ?? undefined,
      after: row,
      details: {
        campaign: round.campaign.name,
        number: round.number,
        late: (before?.filedAt ?? at) > round.dueAt,
        ...(edition > 0 ? { reason } : {}),
      },
    });
  });
}

async function machinesAllowing(
  tx: Transaction,
  unitId: string,
  {
    serversChecked,
    workstationsChecked,
  }: Pick<FileSweep, "serversChecked" | "workstationsChecked">,
) {
  const declared = await tx.unitInventory.findUnique({
    where: { unitId },
    select: { servers: true, workstations: true },
  });
  if (!declared) {
    throw new Refusal(
      "invalid",
      "Đơn vị chưa kê khai máy. Kê khai trước, rồi gửi kết quả rà soát.",
    );
  }
  const { servers, workstations } = declared;
  if (serversChecked > servers || workstationsChecked > workstations) {
    throw new Refusal(
      "invalid",
      `Bản kê có ${servers} máy chủ và ${workstations} máy trạm: không rà soát nhiều hơn được. Sửa số này hoặc sửa bản kê.`,
    );
  }
  return declared;
}

/** Every minute: who let a round's deadline pass is told once. */
export async function watchSweeps(actor: Actor) {
  return inTransaction(async (tx) => {
    const at = now();
    const due = await tx.sweepRound.updateManyAndReturn({
      where: { dueAt: { lt: at }, lateToldAt: null },
      data: { lateToldAt: at },
      select: { id: true },
    });
    if (due.length === 0 || !actor.userId) return 0;
    return noticeRows(
      tx,
      Prisma.sql`
        SELECT asked.unit, NULL::uuid AS person, 'sweep.missing' AS kind,
          'Chưa có kết quả rà soát vòng ' || r.number || ', ' || c.name AS title, '' AS body,
          'sweep-round' AS "subjectType", r.id AS "subjectId", 'sweep-late:' || r.id AS cause
        FROM "SweepRound" r JOIN "Campaign" c ON c.id = r."campaignId" CROSS JOIN (${askedUnits}) asked
        WHERE r.id = ANY (${due.map(({ id }) => id)}::uuid[]) AND c."closedAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "SweepResult" s WHERE s."roundId" = r.id AND s."unitId" = asked.unit)`,
    );
  });
}
