import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canEditInventory, canSeeInventory } from "./policy";
import type { SaveInventory } from "./schema";

const STALE = "Đồng nghiệp vừa lưu bản kê này. Tải lại trang, xem rồi lưu lại.";

/** What the unit has, as a whole; saving it unchanged says that it is still so. */
export async function saveInventory(actor: Actor, input: SaveInventory) {
  const { unitId, version, productIds, ...counts } = input;
  await inTransaction(async (tx) => {
    const unit = await holdUnit(tx, unitId);
    if (!unit || !canSeeInventory(actor, { unitId })) {
      throw new Refusal("not-found", "Không tìm thấy đơn vị này.");
    }
    refuseUnless(canEditInventory(actor, { unitId }), "Đơn vị nào kê khai cho đơn vị đó.");
    const before = await loadInventory(tx, unitId);
    if ((before?.version ?? 0) !== version) throw new Refusal("conflict", STALE);
    const products = await tx.product.findMany({
      where: { id: { in: productIds } },
      select: { id: true, name: true },
      orderBy: { id: "asc" },
    });
    if (products.length !== new Set(productIds).size) {
      throw new Refusal("conflict", "Danh mục sản phẩm vừa thay đổi. Tải lại trang rồi chọn lại.");
    }

    const confirmed = {
      confirmedAt: now(),
      confirmedById: actor.userId,
      confirmedBy: actor.fullName,
    };
    await tx.unitInventory.upsert({
      where: { unitId },
      create: { unitId, ...counts, ...confirmed },
      update: { ...counts, ...confirmed, version: { increment: 1 } },
      select: { unitId: true },
    });
    await tx.unitProduct.deleteMany({ where: { unitId } });
    await tx.unitProduct.createMany({
      data: products.map(({ id }) => ({ unitId, productId: id })),
    });
    await recordAudit(tx, actor, {
      action: "inventory.save",
      subject: { type: "unit", id: unitId },
      before: before ?? undefined,
      after: { ...counts, products: products.map(({ name }) => name).sort() },
      details: {
        name: unit.name,
        servers: counts.servers,
        workstations: counts.workstations,
        networkDevices: counts.networkDevices,
      },
    });
  });
}

/** Held: of two colleagues who save at once the second is told. */
async function holdUnit(tx: Transaction, unitId: string) {
  const [unit] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM "Unit" WHERE id = ${unitId}::uuid AND "validTo" IS NULL FOR NO KEY UPDATE`;
  return unit;
}

async function loadInventory(tx: Transaction, unitId: string) {
  const found = await tx.unitInventory.findUnique({ where: { unitId } });
  if (!found) return null;
  const products = await tx.unitProduct.findMany({
    where: { unitId },
    select: { product: { select: { name: true } } },
  });
  return { ...found, products: products.map(({ product }) => product.name).sort() };
}
