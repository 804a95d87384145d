import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { type KeptFile, keepAnyFiles } from "@/lib/files/storage";
import { now } from "@/lib/time";
import { writeEntry } from "../entries/commands";
import { canAddToIncident, canHandleIncident } from "../policy";
import { isRestricted } from "../rules";
import { holdIncident } from "../standing/queries";
import { refuseUnlessOpen } from "../standing/rules";
import { writeView } from "../views/commands";
import { admitToCase } from "./queries";
import type { AddEvidence, CustodyAct, HandOverEvidence } from "./schema";

/** More evidence. The request's id is that of its first piece, so sent twice it is there once. */
export async function addEvidence(actor: Actor, input: AddEvidence) {
  const { incidentId, requestId, note } = input;
  const files = await keepAnyFiles(input.files);
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    const sent = { id: requestId, incidentId };
    if (await tx.incidentEvidence.findFirst({ where: sent, select: { id: true } })) return;
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    await writeEvidence(tx, actor, { incidentId, files, note, firstId: requestId });
    await recordAudit(tx, actor, {
      action: "incident.add-evidence",
      subject: { type: "incident", id: incidentId },
      after: { files, note },
      details: { number: incident.code, files: files.map(({ sha256 }) => sha256) },
    });
  });
}

type NewEvidence = { incidentId: string; files: KeptFile[]; note: string; firstId?: string };

export async function writeEvidence(tx: Transaction, actor: Actor, input: NewEvidence) {
  const { incidentId, files, note, firstId } = input;
  if (files.length === 0) return;
  await admitToCase(tx, incidentId);
  const at = now();
  const kept = await tx.storedFile.createManyAndReturn({
    data: files.map((file) => ({
      ...file,
      unitId: actor.unitId,
      uploadedById: actor.userId,
      uploadedAt: at,
    })),
    select: { id: true },
  });
  const rows = kept.map((file, index) => ({
    id: index === 0 && firstId ? firstId : crypto.randomUUID(),
    incidentId,
    fileId: file.id,
    note,
    addedAt: at,
    addedById: actor.userId,
    addedBy: actor.fullName,
    unitId: actor.unitId,
  }));
  await tx.incidentEvidence.createMany({ data: rows });
  await tx.evidenceCustody.createMany({
    data: rows.map(({ id }) => custodyRow(actor, { evidenceId: id, act: "collected", at, note })),
  });
  await writeEntry(tx, actor, {
    incidentId,
    kind: "evidence",
    text: `Thêm minh chứng: ${files.map(({ name }) => name).join(", ")}`,
  });
}

/** Hands the bytes out to someone who may see the case, and writes down that it did. */
export async function openEvidence(actor: Actor, evidenceId: string) {
  return inTransaction(async (tx) => {
    const [of] = await tx.$queryRaw<{ incidentId: string | null }[]>`
      SELECT incident_of_evidence(${evidenceId}::uuid) AS "incidentId"`;
    if (!of?.incidentId) throw new Refusal("not-found", "Không tìm thấy minh chứng này.");
    const incident = await holdIncident(tx, actor, of.incidentId);
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    const evidence = await tx.incidentEvidence.findUniqueOrThrow({
      where: { id: evidenceId },
      select: { file: { select: { name: true, size: true, sha256: true } } },
    });
    const at = now();
    await tx.evidenceCustody.create({
      data: custodyRow(actor, { evidenceId, act: "opened", at, note: "" }),
      select: { id: true },
    });
    if (isRestricted(incident)) await writeView(tx, actor, { id: incident.id, what: "evidence" });
    await recordAudit(tx, actor, {
      action: "incident.open-evidence",
      subject: { type: "incident", id: incident.id },
      details: { number: incident.code, sha256: evidence.file.sha256 },
    });
    return evidence.file;
  });
}

/** The piece itself, or its copy, goes to someone who signs for it. */
export async function handOverEvidence(actor: Actor, input: HandOverEvidence) {
  const { incidentId, evidenceId, receiver, note } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canHandleIncident(actor, incident), "Chỉ đơn vị xử lý bàn giao minh chứng.");
    const evidence = await tx.incidentEvidence.findFirst({
      where: { id: evidenceId, incidentId },
      select: { file: { select: { name: true, sha256: true } } },
    });
    if (!evidence) throw new Refusal("not-found", "Không tìm thấy minh chứng này.");
    const at = now();
    await tx.evidenceCustody.create({
      data: { ...custodyRow(actor, { evidenceId, act: "handed_over", at, note }), receiver },
      select: { id: true },
    });
    await writeEntry(tx, actor, {
      incidentId,
      kind: "evidence",
      text: `Bàn giao ${evidence.file.name} cho ${receiver}`,
    });
    await recordAudit(tx, actor, {
      action: "incident.hand-over-evidence",
      subject: { type: "incident", id: incidentId },
      after: { evidenceId, receiver, note },
      details: { number: incident.code, sha256: evidence.file.sha256, name: receiver },
    });
  });
}

type Act = { evidenceId: string; act: CustodyAct; at: Date; note: string };

const custodyRow = (actor: Actor, act: Act) => ({
  ...act,
  byId: actor.userId,
  byName: actor.fullName,
  unitName: actor.unitName,
});
