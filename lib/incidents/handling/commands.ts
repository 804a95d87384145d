import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticePeople, noticeUnits } from "@/lib/notifications/record";
import { formatInstant, now } from "@/lib/time";
import { fulfil, renewDeadlines } from "../deadlines/commands";
import { writeEntry } from "../entries/commands";
import { classLabels, kindLabels, severityLabels, tlpLabels } from "../labels";
import { canHandleIncident, canTakeIncident } from "../policy";
import { type HeldIncident, holdIncident } from "../standing/queries";
import { refuseStale, refuseUnlessOpen } from "../standing/rules";
import { createTasks, dropTasksOfKind, findParticipant } from "../tasks/commands";
import type { AssignIncident, ClassifyIncident, TakeIncident } from "./schema";

/** Tiếp nhận sự cố: from now on this unit answers for it. Of two who press at once the second is told. */
export async function takeIncident(actor: Actor, { incidentId: id }: TakeIncident) {
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, id);
    refuseUnless(canTakeIncident(actor, incident), "Đơn vị không tiếp nhận xử lý sự cố này.");
    refuseUnlessOpen(incident);
    const at = now();
    const taken = await tx.incident.updateMany({
      where: { id, handlerUnitId: null },
      data: {
        handlerUnitId: actor.unitId,
        ownerId: actor.userId,
        handlerId: actor.userId,
        acknowledgedAt: incident.acknowledgedAt ?? at,
        version: { increment: 1 },
      },
    });
    if (taken.count === 0) throw new Refusal("conflict", await takenWords(tx, incident));
    await joinCase(tx, { incidentId: id, unitId: actor.unitId, at });
    await acknowledge(tx, actor, incident);
    // Whoever has taken it need not be told any more that it came.
    await tx.notice.updateMany({
      where: { unitId: actor.unitId, subjectId: id, kind: "incident.report", seenAt: null },
      data: { seenAt: at, seenById: actor.userId },
    });
    await writeEntry(tx, actor, {
      incidentId: id,
      kind: "assign",
      text: `${actor.unitName} tiếp nhận xử lý. Người phụ trách: ${actor.fullName}.`,
    });
    await tellUnit(tx, incident, {
      title: `${incident.name}: ${actor.unitName} đã tiếp nhận`,
      body: `Người phụ trách: ${actor.fullName}.`,
      cause: `incident:${id}:taken:${incident.version}`,
    });
    await recordAudit(tx, actor, {
      action: "incident.take",
      subject: { type: "incident", id },
      after: { handlerUnitId: actor.unitId, ownerId: actor.userId },
      details: { number: incident.code, unit: incident.unit.name },
    });
  });
}

async function takenWords(tx: Transaction, { handlerUnitId, acknowledgedAt }: HeldIncident) {
  const unit = handlerUnitId
    ? await tx.unit.findUnique({ where: { id: handlerUnitId }, select: { name: true } })
    : null;
  const when = acknowledgedAt ? ` lúc ${formatInstant(acknowledgedAt)}` : "";
  return `${unit?.name ?? "Đơn vị khác"} đã tiếp nhận sự cố này${when}.`;
}

/** Gives the case to a unit and its people; by then at the latest it is acknowledged. */
export async function assignIncident(actor: Actor, input: AssignIncident) {
  const { incidentId: id, handlerUnitId } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, id);
    refuseUnless(canHandleIncident(actor, incident), "Chỉ đơn vị xử lý và huyện phân công.");
    refuseUnlessOpen(incident);
    refuseStale(incident, input);
    const at = now();
    const unit = await tx.unit.findFirst({
      where: { id: handlerUnitId, validTo: null },
      select: { name: true },
    });
    if (!unit) throw new Refusal("not-found", "Không tìm thấy đơn vị xử lý.");
    await joinCase(tx, { incidentId: id, unitId: handlerUnitId, at });
    const owner = input.ownerId ? await findParticipant(tx, id, input.ownerId) : null;
    const handler = input.handlerId ? await findParticipant(tx, id, input.handlerId) : null;
    for (const person of [owner, handler]) {
      if (person && person.unitId !== handlerUnitId) {
        throw new Refusal("invalid", `${person.fullName} không thuộc ${unit.name}.`);
      }
    }
    await tx.incident.update({
      where: { id, version: incident.version },
      data: {
        handlerUnitId,
        ownerId: owner?.id ?? null,
        handlerId: handler?.id ?? null,
        acknowledgedAt: incident.acknowledgedAt ?? at,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await acknowledge(tx, actor, incident);
    const who = [
      ...(owner ? [`phụ trách: ${owner.fullName}`] : []),
      ...(handler ? [`xử lý: ${handler.fullName}`] : []),
    ].join(", ");
    await writeEntry(tx, actor, {
      incidentId: id,
      kind: "assign",
      text: `Giao ${unit.name} xử lý${who ? ` (${who})` : ""}.`,
    });
    const notice = {
      kind: "incident.assign" as const,
      title: `${incident.name}: được giao xử lý`,
      body: "",
      subject: { type: "incident", id },
      cause: `incident:${id}:assign:${incident.version + 1}`,
    };
    const people = [owner, handler].flatMap((person) => (person ? [person.id] : []));
    if (people.length > 0) await noticePeople(tx, [...new Set(people)], notice);
    else await noticeUnits(tx, [handlerUnitId], notice);
    await recordAudit(tx, actor, {
      action: "incident.assign",
      subject: { type: "incident", id },
      before: {
        handlerUnitId: incident.handlerUnitId,
        ownerId: incident.ownerId,
        handlerId: incident.handlerId,
      },
      after: { handlerUnitId, ownerId: owner?.id ?? null, handlerId: handler?.id ?? null },
      details: { number: incident.code, unit: unit.name, assignee: handler?.fullName ?? null },
    });
  });
}

/** What it is and how grave: tasks and deadlines follow. */
export async function classifyIncident(actor: Actor, input: ClassifyIncident) {
  const { incidentId: id, kind, severity, statutoryClass, tlp } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, id);
    refuseUnless(canHandleIncident(actor, incident), "Chỉ đơn vị xử lý và huyện phân loại.");
    refuseUnlessOpen(incident);
    refuseStale(incident, input);
    await tx.incident.update({
      where: { id, version: incident.version },
      data: { kind, severity, statutoryClass, tlp, version: { increment: 1 } },
      select: { id: true },
    });
    if (kind !== incident.kind) {
      await dropTasksOfKind(tx, { incidentId: id, kind: incident.kind });
      await createTasks(tx, { incidentId: id, kind });
    }
    const { detectedAt } = incident;
    await renewDeadlines(tx, id, {
      trigger: "detected",
      from: detectedAt,
      detectedAt,
      kind,
      statutoryClass,
    });
    await writeEntry(tx, actor, {
      incidentId: id,
      kind: "classify",
      text: `${kindLabels[kind]}; mức độ ${severityLabels[severity].text.toLowerCase()}; ${classLabels[statutoryClass].toLowerCase()} theo quy định; ${tlpLabels[tlp].text}.`,
    });
    await recordAudit(tx, actor, {
      action: "incident.classify",
      subject: { type: "incident", id },
      before: {
        kind: incident.kind,
        severity: incident.severity,
        statutoryClass: incident.statutoryClass,
        tlp: incident.tlp,
      },
      after: { kind, severity, statutoryClass, tlp },
      details: { number: incident.code },
    });
  });
}

/** A unit that comes in on the case; one that is in on it already stays what it is. */
export const joinCase = (
  tx: Transaction,
  { incidentId, unitId, at }: { incidentId: string; unitId: string; at: Date },
) =>
  tx.incidentParty.createMany({
    data: { incidentId, unitId, part: "handler", since: at },
    skipDuplicates: true,
  });

const acknowledge = (tx: Transaction, actor: Actor, { id }: HeldIncident) =>
  fulfil(tx, actor, { incidentId: id, duty: "acknowledgement", note: "Tiếp nhận trên hệ thống" });

/** The unit whose case it is hears of each turn. */
export const tellUnit = (
  tx: Transaction,
  incident: HeldIncident,
  { title, body, cause }: { title: string; body: string; cause: string },
) =>
  noticeUnits(tx, [incident.unitId], {
    kind: "incident.state",
    title,
    body,
    subject: { type: "incident", id: incident.id },
    cause,
  });
