import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { now } from "@/lib/time";
import { canManageProducts } from "../policy";
import type { AddProduct, RetireProduct } from "./schema";

export async function addProduct(actor: Actor, { requestId: id, ...product }: AddProduct) {
  refuseUnless(canManageProducts(actor), "Chỉ huyện sửa danh mục sản phẩm.");
  await inTransaction(async (tx) => {
    if (await tx.product.findUnique({ where: { id }, select: { id: true } })) return;
    const made = await tx.product.createMany({ data: [{ id, ...product }], skipDuplicates: true });
    if (made.count === 0) throw new Refusal("conflict", "Danh mục đã có sản phẩm tên này.");
    await recordAudit(tx, actor, {
      action: "product.add",
      subject: { type: "product", id },
      after: product,
      details: { name: product.name },
    });
  });
}

/** No longer offered; units that have it keep it. */
export async function retireProduct(actor: Actor, { productId: id }: RetireProduct) {
  refuseUnless(canManageProducts(actor), "Chỉ huyện sửa danh mục sản phẩm.");
  await inTransaction(async (tx) => {
    const [product] = await tx.product.updateManyAndReturn({
      where: { id, retiredAt: null },
      data: { retiredAt: now() },
      select: { name: true },
    });
    if (!product) throw new Refusal("not-found", "Không tìm thấy sản phẩm này.");
    await recordAudit(tx, actor, {
      action: "product.retire",
      subject: { type: "product", id },
      details: { name: product.name },
    });
  });
}
