import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatInstant, now } from "@/lib/time";
import { writeEntry } from "../entries/commands";
import { canHandleIncident } from "../policy";
import { isRestricted } from "../rules";
import { holdIncident } from "../standing/queries";
import { refuseFuture } from "../standing/rules";
import { writeView } from "../views/commands";
import type { Packet } from "./paper/rules";
import { canTakePacket } from "./policy";
import type { RecordReceipt } from "./schema";

const PIECES = 500;
const MINUTE = 60_000;

/** All evidence of a case to be handed over: each piece is written down as opened, and by whom. */
export async function openPacket(actor: Actor, incidentId: string): Promise<Packet> {
  return inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canTakePacket(actor, incident), "Chỉ đơn vị xử lý và công an lấy hồ sơ bàn giao.");
    const at = now();
    const pieces = await listPieces(tx, incidentId);
    if (pieces.length === 0) {
      throw new Refusal("invalid", "Sự cố chưa có minh chứng nào để bàn giao.");
    }
    await tx.evidenceCustody.createMany({
      data: pieces.map(({ id }) => ({
        ...by(actor),
        evidenceId: id,
        act: "opened",
        at,
        note: "Lập hồ sơ bàn giao",
      })),
    });
    if (isRestricted(incident)) await writeView(tx, actor, { id: incidentId, what: "evidence" });
    await recordAudit(tx, actor, {
      action: "incident.pack-evidence",
      subject: { type: "incident", id: incidentId },
      details: { number: incident.code, files: pieces.length },
    });
    const giver = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { fullName: true, title: true, phone: true, unit: { select: { name: true } } },
    });
    return {
      incident: {
        code: incident.code,
        drill: incident.drillId !== null,
        kind: incident.kind,
        place: incident.place,
        detectedAt: incident.detectedAt,
        unit: incident.unit.name,
      },
      giver: { ...giver, unit: giver.unit.name },
      pieces,
      at,
    };
  });
}

const listPieces = (tx: Transaction, incidentId: string) =>
  tx.incidentEvidence.findMany({
    where: { incidentId },
    select: {
      id: true,
      note: true,
      addedAt: true,
      addedBy: true,
      file: { select: { name: true, size: true, sha256: true } },
      custody: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        take: 100,
        select: { act: true, at: true, byName: true, unitName: true, receiver: true, note: true },
      },
    },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    take: PIECES,
  });

/** Someone signed for the packet: one more hand for each piece of it. Sent twice it is once. */
export async function recordReceipt(actor: Actor, input: RecordReceipt) {
  const { incidentId, requestId: id, receiver, receivedAt, note } = input;
  const evidenceIds = [...new Set(input.evidenceIds)];
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    if (await tx.incidentEntry.findFirst({ where: { id, incidentId }, select: { id: true } })) {
      return;
    }
    refuseUnless(canHandleIncident(actor, incident), "Chỉ đơn vị xử lý bàn giao minh chứng.");
    refuseFuture(receivedAt, "Việc giao nhận");
    const pieces = await tx.incidentEvidence.findMany({
      where: { id: { in: evidenceIds }, incidentId },
      select: { id: true, addedAt: true },
    });
    if (pieces.length !== evidenceIds.length) {
      throw new Refusal("not-found", "Không tìm thấy minh chứng này.");
    }
    // A form knows minutes: what came within the same one was there.
    const signed = receivedAt.getTime() + MINUTE;
    if (pieces.some(({ addedAt }) => addedAt.getTime() >= signed)) {
      throw new Refusal(
        "invalid",
        "Có minh chứng được thêm sau lúc giao nhận. Xem lại thời điểm hoặc lấy lại hồ sơ bàn giao.",
      );
    }
    await tx.evidenceCustody.createMany({
      data: pieces.map((piece) => ({
        ...by(actor),
        evidenceId: piece.id,
        act: "handed_over",
        at: receivedAt,
        receiver,
        note,
      })),
    });
    await writeEntry(tx, actor, {
      id,
      incidentId,
      kind: "evidence",
      text: `Bàn giao ${pieces.length} minh chứng cho ${receiver}, ký nhận ${formatInstant(receivedAt)}`,
      happenedAt: receivedAt,
    });
    await recordAudit(tx, actor, {
      action: "incident.record-receipt",
      subject: { type: "incident", id: incidentId },
      after: { evidenceIds, receiver, receivedAt, note },
      details: { number: incident.code, name: receiver, files: pieces.length },
    });
  });
}

const by = (actor: Actor) => ({
  byId: actor.userId,
  byName: actor.fullName,
  unitName: actor.unitName,
});
