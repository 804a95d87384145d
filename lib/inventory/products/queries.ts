import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";

/** The pick list in the order in which it is shown; the same for everyone. */
export async function listProducts(actor: Actor) {
  if (!actor.userId) return [];
  return db.product.findMany({
    where: { retiredAt: null },
    select: { id: true, name: true, category: true, aliases: true },
    orderBy: [{ rank: "asc" }, { name: "asc" }],
    take: 500,
  });
}

export type ProductRow = Awaited<ReturnType<typeof listProducts>>[number];
