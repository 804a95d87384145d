import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { type KeptFile, keepAnyFiles } from "@/lib/files/storage";
import { noticeUnits } from "@/lib/notifications/record";
import { isoDay, now } from "@/lib/time";
import { setDeadlines } from "./deadlines/commands";
import { listDesks, listDistrictUnits } from "./desks/queries";
import { claimInject } from "./drills/commands";
import { attachLogEntry, writeEntry } from "./entries/commands";
import { writeEvidence } from "./evidence/commands";
import { admitToCase } from "./evidence/queries";
import { signLabels } from "./labels";
import { canReportForUnits, canReportIncident, visibleIncidents } from "./policy";
import { caseCode, firstSeverity, firstTlp, isRestricted, kindOf, maskPhonesIn } from "./rules";
import type { ReportIncident } from "./schema";
import { refuseFuture } from "./standing/rules";
import { createTasks } from "./tasks/commands";

/**
 * Báo cáo sự cố: everyone who must know is told in the same breath. The id is the form's, so the same
 * report sent twice is one case.
 */
export async function reportIncident(actor: Actor, input: ReportIncident) {
  refuseUnless(canReportIncident(actor), "Tài khoản này chỉ xem, không báo cáo sự cố.");
  const files = await keepAnyFiles(input.files);
  try {
    return await inTransaction((tx) => writeReport(tx, actor, { ...input, kept: files }));
  } catch (error) {
    // The same report sent twice at the same moment: the other one came first.
    if (!isUniqueViolation(error)) throw error;
    return inTransaction((tx) => writeReport(tx, actor, { ...input, kept: files }));
  }
}

async function writeReport(
  tx: Transaction,
  actor: Actor,
  input: ReportIncident & { kept: KeptFile[] },
) {
  const { incidentId: id, sign, place, detectedAt } = input;
  // One that is still to be written, or that of somebody else which refuses this one.
  await admitToCase(tx, id);
  if (await isReported(tx, actor, id)) return { id, again: true };
  refuseFuture(detectedAt, "Sự cố");
  const at = now();
  const unit = await unitOf(tx, actor, input.unitId ?? null);
  const drillId = input.injectId
    ? await claimInject(tx, actor, { injectId: input.injectId })
    : null;
  const year = Number(isoDay(at).slice(0, 4));
  const number = await nextNumber(tx, { year, drill: drillId !== null });
  const kind = kindOf(sign);
  const what = input.what || signLabels[sign].label;
  const tlp = firstTlp(sign);

  await tx.incident.create({
    data: {
      id,
      year,
      number,
      unitId: unit.id,
      drillId,
      sign,
      kind,
      severity: firstSeverity(sign),
      tlp,
      what,
      place,
      detectedAt,
      informantName: input.informantName,
      informantPhone: input.informantPhone,
      contactPhone: input.contactPhone,
      reportedAt: at,
      reportedById: actor.userId,
      reportedBy: actor.fullName,
    },
    select: { id: true },
  });
  await addParties(tx, { id, unitId: unit.id, at });
  await writeEntry(tx, actor, {
    incidentId: id,
    kind: "report",
    text: `${signLabels[sign].label}: ${sentence(what)} Nơi xảy ra: ${sentence(place)}`,
    happenedAt: detectedAt,
  });
  await createTasks(tx, { incidentId: id, kind });
  await setDeadlines(tx, id, {
    trigger: "detected",
    from: detectedAt,
    detectedAt,
    kind,
    statutoryClass: "ordinary",
  });
  await writeEvidence(tx, actor, { incidentId: id, files: input.kept, note: "Gửi kèm báo cáo" });
  if (input.logEntryId) {
    await attachLogEntry(tx, actor, { incidentId: id, logEntryId: input.logEntryId });
  }
  if (input.injectId) {
    await tx.drillInject.update({ where: { id: input.injectId }, data: { incidentId: id } });
  }
  const code = caseCode({ year, number, drillId });
  await tellOfReport(tx, {
    id,
    unitId: unit.id,
    drillId,
    title: `${drillId ? "DIỄN TẬP · " : ""}${unit.shortName}: ${signLabels[sign].label} (${code})`,
    // A notice is read without a log, and by more eyes than a case.
    body: isRestricted({ tlp })
      ? "Nội dung hạn chế, mở sự cố để xem."
      : maskPhonesIn(`${sentence(what)} Nơi xảy ra: ${sentence(place)}`),
  });
  await recordAudit(tx, actor, {
    action: "incident.report",
    subject: { type: "incident", id },
    after: { sign, what, place, detectedAt, unitId: unit.id, drillId },
    details: {
      number: code,
      unit: unit.name,
      files: input.kept.map(({ sha256 }) => sha256),
    },
  });
  return { id, again: false };
}

/** What people write ends with a stop or without. */
const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Someone else's case under the same id is a nonsense that tells nothing. */
async function isReported(tx: Transaction, actor: Actor, id: string) {
  const known = await tx.incident.findUnique({ where: { id }, select: { id: true } });
  if (!known) return false;
  const own = await tx.incident.findFirst({
    where: { id, reportedById: actor.userId, AND: visibleIncidents(actor) },
    select: { id: true },
  });
  if (!own)
    throw new Refusal("conflict", "Báo cáo này đã được gửi. Tải lại trang để báo việc mới.");
  return true;
}

async function unitOf(tx: Transaction, actor: Actor, unitId: string | null) {
  const other = unitId !== null && unitId !== actor.unitId;
  if (other) refuseUnless(canReportForUnits(actor), "Đơn vị nào báo cáo cho đơn vị đó.");
  const unit = await tx.unit.findFirst({
    where: { id: unitId ?? actor.unitId, ...(other ? { validTo: null } : {}) },
    select: { id: true, name: true, shortName: true },
  });
  if (!unit) throw new Refusal("not-found", "Không tìm thấy đơn vị.");
  return unit;
}

/** Held until the command ends: no number is given twice or left out. */
async function nextNumber(tx: Transaction, { year, drill }: { year: number; drill: boolean }) {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "IncidentCounter" AS c (year, drill, last) VALUES (${year}, ${drill}, 1)
    ON CONFLICT (year, drill) DO UPDATE SET last = c.last + 1 RETURNING last`;
  if (!row) throw new Error("a counter always answers");
  return row.last;
}

/** The unit and the police are in from the start; support comes in when it is beyond them. */
async function addParties(tx: Transaction, of: { id: string; unitId: string; at: Date }) {
  const desks = await listDesks(tx);
  const police = desks.filter(({ part }) => part === "police");
  const others = police.filter(({ unitId }) => unitId !== of.unitId);
  // The police reports its own as well, and stays the police in it.
  const part = others.length < police.length ? ("police" as const) : ("reporter" as const);
  await tx.incidentParty.createMany({
    data: [
      { incidentId: of.id, unitId: of.unitId, part, since: of.at },
      ...others.map(({ unitId }) => ({
        incidentId: of.id,
        unitId,
        part: "police" as const,
        since: of.at,
      })),
    ],
  });
}

type Told = { id: string; unitId: string; drillId: string | null; title: string; body: string };

async function tellOfReport(tx: Transaction, { id, unitId, title, body }: Told) {
  const desks = await listDesks(tx);
  const district = await listDistrictUnits(tx);
  const police = desks.filter(({ part }) => part === "police").map((desk) => desk.unitId);
  await noticeUnits(tx, [...new Set([unitId, ...police, ...district])], {
    kind: "incident.report",
    title,
    body,
    subject: { type: "incident", id },
    cause: `incident:${id}:report`,
  });
}
