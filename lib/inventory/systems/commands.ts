import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canEditInventory, visibleInventories } from "../policy";
import type { AddUnitSystem, EditUnitSystem, RetireUnitSystem } from "./schema";

const STALE = "Hệ thống này vừa được đồng nghiệp sửa. Tải lại trang rồi làm lại.";

export async function addUnitSystem(actor: Actor, { systemId: id, ...system }: AddUnitSystem) {
  const { unitId } = actor;
  refuseUnless(canEditInventory(actor, { unitId }), "Chỉ đơn vị kê khai hệ thống của mình.");
  await inTransaction(async (tx) => {
    const made = await tx.informationSystem.createMany({
      data: [{ id, unitId, ...system, editedAt: now(), editedById: actor.userId }],
      skipDuplicates: true,
    });
    if (made.count === 0) return;
    await recordAudit(tx, actor, {
      action: "inventory.add-system",
      subject: { type: "information-system", id },
      after: system,
      details: { name: system.name, level: system.level },
    });
  });
}

export async function editUnitSystem(actor: Actor, input: EditUnitSystem) {
  const { systemId: id, version, ...system } = input;
  await inTransaction(async (tx) => {
    const before = await findSystem(tx, actor, id);
    const claimed = await tx.informationSystem.updateMany({
      where: { id, version, retiredAt: null },
      data: { ...system, version: { increment: 1 }, editedAt: now(), editedById: actor.userId },
    });
    if (claimed.count === 0) throw new Refusal("conflict", STALE);
    await recordAudit(tx, actor, {
      action: "inventory.edit-system",
      subject: { type: "information-system", id },
      before,
      after: system,
      details: { name: system.name, level: system.level },
    });
  });
}

/** No longer in use; its row stays, since what was said of it refers to it. */
export async function retireUnitSystem(actor: Actor, { systemId: id, version }: RetireUnitSystem) {
  await inTransaction(async (tx) => {
    const before = await findSystem(tx, actor, id);
    const claimed = await tx.informationSystem.updateMany({
      where: { id, version, retiredAt: null },
      data: { retiredAt: now(), version: { increment: 1 }, editedById: actor.userId },
    });
    if (claimed.count === 0) throw new Refusal("conflict", STALE);
    await recordAudit(tx, actor, {
      action: "inventory.retire-system",
      subject: { type: "information-system", id },
      before,
      details: { name: before.name },
    });
  });
}

async function findSystem(tx: Transaction, actor: Actor, id: string) {
  const system = await tx.informationSystem.findFirst({
    where: { id, AND: visibleInventories(actor) },
  });
  if (!system) throw new Refusal("not-found", "Không tìm thấy hệ thống này.");
  refuseUnless(canEditInventory(actor, system), "Đơn vị nào kê khai cho đơn vị đó.");
  return system;
}
