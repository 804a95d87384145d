import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { listDistrictUnits } from "@/lib/incidents/desks/queries";
import { noticeRows, noticeUnits } from "@/lib/notifications/record";
import { formatInstant, now } from "@/lib/time";
import { canAskForReports } from "../policy";
import { findPart } from "../standing/queries";
import { imbalances } from "./rules";
import type { AskForReports, ReturnPeriodReport, SendPeriodReport } from "./schema";

/** Every telco of today owes one. */
export async function askForReports(actor: Actor, input: AskForReports) {
  refuseUnless(canAskForReports(actor), "Chỉ huyện yêu cầu báo cáo kỳ.");
  const { name, dueAt } = input;
  const span = { startsOn: new Date(input.startsOn), endsOn: new Date(input.endsOn) };
  try {
    return await inTransaction(async (tx) => {
      const period = await tx.complaintPeriod.create({
        data: { name, dueAt, ...span, askedBy: actor.fullName, askedAt: now() },
        select: { id: true },
      });
      const telcos = await tx.$queryRaw<{ telcoId: string }[]>`
        INSERT INTO "PeriodReport" ("periodId", "telcoId")
        SELECT ${period.id}::uuid, u.id FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
        WHERE k.home = 'telecom' AND u."validTo" IS NULL RETURNING "telcoId"`;
      await noticeUnits(
        tx,
        telcos.map(({ telcoId }) => telcoId),
        {
          kind: "period-report.ask",
          title: `Báo cáo kỳ: ${name}`,
          body: `Hạn ${formatInstant(dueAt)}`,
          subject: { type: "complaint-period", id: period.id },
          cause: `period:${period.id}`,
        },
      );
      await recordAudit(tx, actor, {
        action: "period-report.ask",
        subject: { type: "complaint-period", id: period.id },
        after: { name, dueAt, ...span },
        details: { name, units: telcos.length },
      });
      return period;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Refusal("conflict", "Đã có kỳ báo cáo với các ngày này.");
    throw error;
  }
}

/** The first, or an amendment as one more edition. What does not balance is not sent. */
export async function sendPeriodReport(actor: Actor, input: SendPeriodReport) {
  const { reportId: id, requestId, figures, note, reason } = input;
  const wrong = imbalances(figures);
  await inTransaction(async (tx) => {
    const report = await holdReport(tx, actor, id);
    if (await tx.periodReportEdition.findFirst({ where: { id: requestId, reportId: id } })) return;
    if (wrong.length > 0) throw new Refusal("invalid", `Chưa cân: ${wrong.join(" ")}`);
    if (report.edition !== input.edition) {
      throw new Refusal("conflict", "Đồng nghiệp vừa gửi báo cáo này. Tải lại trang để xem.");
    }
    const at = now();
    const number = report.edition + 1;
    await tx.periodReport.update({
      where: { id, edition: report.edition },
      data: { edition: number, sentAt: report.sentAt ?? at, returnedAt: null, returnReason: "" },
      select: { id: true },
    });
    await tx.periodReportEdition.create({
      data: { id: requestId, reportId: id, number, at, by: actor.fullName, figures, note, reason },
      select: { id: true },
    });
    await noticeUnits(tx, await listDistrictUnits(tx), {
      kind: "period-report.send",
      title: `${actor.unitName} ${number > 1 ? "sửa" : "gửi"} báo cáo kỳ ${report.period.name}`,
      body: reason,
      subject: { type: "period-report", id },
      cause: `period-report:${id}:${number}`,
    });
    await recordAudit(tx, actor, {
      action: number > 1 ? "period-report.amend" : "period-report.send",
      subject: { type: "period-report", id },
      after: { figures, note, number },
      details: {
        name: report.period.name,
        late: (report.sentAt ?? at) > report.period.dueAt,
        reason,
      },
    });
  });
}

export async function returnPeriodReport(
  actor: Actor,
  { reportId: id, edition, reason }: ReturnPeriodReport,
) {
  await inTransaction(async (tx) => {
    if (!canAskForReports(actor)) throw new Refusal("not-found", "Không tìm thấy báo cáo này.");
    const { count } = await tx.periodReport.updateMany({
      where: { id, edition, returnedAt: null },
      data: { returnedAt: now(), returnReason: reason },
    });
    const report = await tx.periodReport.findUnique({ where: { id }, include: { period: true } });
    if (!report) throw new Refusal("not-found", "Không tìm thấy báo cáo này.");
    if (count === 0) throw new Refusal("conflict", "Báo cáo này vừa được gửi lại hoặc đã bị trả.");
    await noticeUnits(tx, [report.telcoId], {
      kind: "period-report.return",
      title: `Huyện trả lại báo cáo kỳ ${report.period.name}`,
      body: reason,
      subject: { type: "period-report", id },
      cause: `period-return:${id}:${edition}`,
    });
    await recordAudit(tx, actor, {
      action: "period-report.return",
      subject: { type: "period-report", id },
      details: { name: report.period.name, reason },
    });
  });
}

/** Every minute: what is missing past its time is told to the telco and the district, once. */
export async function raiseMissingPeriodReports(actor: Actor) {
  return inTransaction(async (tx) => {
    const missing = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "PeriodReport" r SET "alarmedAt" = ${now()}::timestamptz FROM "ComplaintPeriod" p
      WHERE p.id = r."periodId" AND r."sentAt" IS NULL AND r."alarmedAt" IS NULL
        AND p."dueAt" < ${now()}::timestamptz RETURNING r.id`;
    if (missing.length === 0) return { missing: 0 };
    const district = await listDistrictUnits(tx);
    await noticeRows(
      tx,
      Prisma.sql`
        SELECT told.unit, NULL::uuid AS person, 'period-report.missing' AS kind,
               'Thiếu báo cáo kỳ ' || p.name || ': ' || u."shortName" AS title, '' AS body,
               'period-report' AS "subjectType", r.id AS "subjectId", 'period-missing:' || r.id AS cause
        FROM "PeriodReport" r JOIN "ComplaintPeriod" p ON p.id = r."periodId" JOIN "Unit" u ON u.id = r."telcoId"
        CROSS JOIN LATERAL (SELECT r."telcoId" AS unit UNION SELECT unnest(${district}::uuid[])) AS told
        WHERE r.id = ANY (${missing.map(({ id }) => id)}::uuid[])`,
    );
    await recordAudit(tx, actor, {
      action: "period-report.raise-missing",
      subject: { type: "system", id: actor.userId },
      details: { units: missing.length },
    });
    return { missing: missing.length };
  });
}

async function holdReport(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "PeriodReport" WHERE id = ${id}::uuid FOR UPDATE`;
  const part = await findPart(actor, tx);
  const report = await tx.periodReport.findFirst({
    where: { id, telcoId: actor.unitId },
    include: { period: true },
  });
  if (!report || part !== "telco") throw new Refusal("not-found", "Không tìm thấy báo cáo này.");
  return report;
}
