import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatInstant, now } from "@/lib/time";
import { gatherFacts } from "./facts/queries";
import { factWords } from "./labels";
import { canFileQuickReport, visibleQuickReports } from "./policy";
import { findReportBefore } from "./queries";
import { countedSpan, happenings, opensAt } from "./rules";
import type { Facts, FileQuickReport } from "./schema";

/** The report, that nothing happened, or a correction as one more edition. Its figures are counted here. */
export async function fileQuickReport(actor: Actor, input: FileQuickReport) {
  const { reportId: id, requestId, kind, situation, openPoints, proposals, reason } = input;
  await inTransaction(async (tx) => {
    const report = await holdReport(tx, actor, id);
    if (await tx.quickReportEdition.findFirst({ where: { id: requestId, reportId: id } })) return;
    refuseUnless(canFileQuickReport(actor, report), "Đơn vị nào báo cáo cho đơn vị đó.");
    const at = now();
    if (at < opensAt(report)) {
      throw new Refusal("invalid", `Gửi được từ ${formatInstant(opensAt(report))}.`);
    }
    if (report.edition !== input.edition) {
      throw new Refusal(
        "conflict",
        "Đồng nghiệp vừa gửi báo cáo này. Tải lại trang để xem, cần thì đính chính.",
      );
    }
    const span = await spanOf(tx, report, at);
    const facts = await gatherFacts(tx, { unitId: report.unitId, ...span });
    if (kind === "nil") refuseSilence(facts);

    const number = report.edition + 1;
    const words = kind === "nil" ? { situation: "", openPoints, proposals } : input;
    await tx.quickReport.update({
      where: { id, edition: report.edition },
      data: {
        edition: number,
        nil: kind === "nil",
        ...(report.filedAt
          ? {}
          : { filedAt: at, countedFrom: span.startsAt, countedTo: span.endsAt }),
      },
      select: { id: true },
    });
    await tx.quickReportEdition.create({
      data: {
        id: requestId,
        reportId: id,
        number,
        at,
        writtenById: actor.userId,
        writtenBy: actor.fullName,
        nil: kind === "nil",
        situation: words.situation,
        openPoints: words.openPoints,
        proposals: words.proposals,
        facts,
        reason: report.edition > 0 ? reason : "",
      },
    });
    await recordAudit(tx, actor, {
      action: report.edition > 0 ? "quick-report.correct" : `quick-report.${kind}`,
      subject: { type: "quick-report", id },
      after: { kind, situation, openPoints, proposals, facts, number },
      details: {
        period: formatInstant(report.dueAt),
        late: (report.filedAt ?? at) > report.dueAt,
        ...(report.edition > 0 ? { reason } : {}),
      },
    });
  });
}

/** Held until the command ends: of two who send it at once the second finds it sent. */
async function holdReport(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "QuickReport" WHERE id = ${id}::uuid FOR UPDATE`;
  const report = await tx.quickReport.findFirst({
    where: { id, AND: visibleQuickReports(actor) },
    select: {
      unitId: true,
      campaignId: true,
      dueAt: true,
      filedAt: true,
      countedFrom: true,
      countedTo: true,
      edition: true,
      campaign: { select: { startsAt: true } },
    },
  });
  if (!report) throw new Refusal("not-found", "Không tìm thấy báo cáo nhanh này.");
  return report;
}

type Held = Awaited<ReturnType<typeof holdReport>>;

/** A correction tells the same time again; what came into the log meanwhile is counted anew. */
async function spanOf(tx: Transaction, report: Held, at: Date) {
  const { countedFrom, countedTo, campaign } = report;
  if (countedFrom && countedTo) return { startsAt: countedFrom, endsAt: countedTo };
  // Held: where the one before ends is where this one begins.
  await tx.$queryRaw`
    SELECT 1 FROM "QuickReport"
    WHERE "unitId" = ${report.unitId}::uuid AND "campaignId" = ${report.campaignId}::uuid
      AND "dueAt" < ${report.dueAt}::timestamptz
    ORDER BY "dueAt" DESC LIMIT 1 FOR SHARE`;
  const before = await findReportBefore(tx, report);
  return countedSpan({ dueAt: report.dueAt, campaignStartsAt: campaign.startsAt }, before, at);
}

function refuseSilence(facts: Facts) {
  if (happenings(facts) === 0) return;
  throw new Refusal(
    "conflict",
    `Sổ trực của kỳ này có ${factWords(facts)}. Ghi tình hình rồi bấm “Gửi báo cáo”.`,
  );
}
