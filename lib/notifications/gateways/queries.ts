import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { canManageDelivery } from "../deliveries/policy";

/** Where notices become text messages; the secret is never shown again. */
export async function listGateways(actor: Actor) {
  if (!canManageDelivery(actor)) return [];
  return db.noticeGateway.findMany({
    select: { id: true, name: true, url: true, activeSince: true, version: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 20,
  });
}

export type GatewayRow = Awaited<ReturnType<typeof listGateways>>[number];
