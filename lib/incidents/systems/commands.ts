import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { writeEntry } from "../entries/commands";
import { canAddToIncident } from "../policy";
import { holdIncident } from "../standing/queries";
import { refuseUnlessOpen } from "../standing/rules";
import type { AddSystem, RemoveSystem } from "./schema";

/** Which system is hit, with its level: whether a case is serious hangs on it. */
export async function addSystem(actor: Actor, input: AddSystem) {
  const { incidentId, requestId: id, ...system } = input;
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    if (await tx.incidentSystem.findFirst({ where: { id, incidentId }, select: { id: true } }))
      return;
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    await tx.incidentSystem.create({
      data: { id, incidentId, ...system, addedAt: now() },
      select: { id: true },
    });
    const level = system.level ? `, cấp độ ${system.level}` : "";
    await writeEntry(tx, actor, {
      incidentId,
      kind: "system",
      text: `Hệ thống bị ảnh hưởng: ${system.name}${level}`,
    });
    await recordAudit(tx, actor, {
      action: "incident.add-system",
      subject: { type: "incident", id: incidentId },
      after: { id, ...system },
      details: { number: incident.code, name: system.name },
    });
  });
}

export async function removeSystem(actor: Actor, { incidentId, systemId: id }: RemoveSystem) {
  await inTransaction(async (tx) => {
    const incident = await holdIncident(tx, actor, incidentId);
    refuseUnless(canAddToIncident(actor, incident), "Đơn vị không tham gia sự cố này.");
    refuseUnlessOpen(incident);
    const before = await tx.incidentSystem.findFirst({ where: { id, incidentId } });
    if (!before) throw new Refusal("not-found", "Không tìm thấy hệ thống này.");
    await tx.incidentSystem.delete({ where: { id } });
    await writeEntry(tx, actor, {
      incidentId,
      kind: "system",
      text: `Bỏ hệ thống ghi nhầm: ${before.name}`,
    });
    await recordAudit(tx, actor, {
      action: "incident.remove-system",
      subject: { type: "incident", id: incidentId },
      before,
      details: { number: incident.code, name: before.name },
    });
  });
}
