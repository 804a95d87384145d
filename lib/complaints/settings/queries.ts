import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { canSetComplaintRules } from "../policy";

/** What the district set; the row is made with the table. */
export const loadComplaintSetting = (tx: Transaction | typeof db) =>
  tx.complaintSetting.findUniqueOrThrow({ where: { id: 1 } });

export async function findComplaintSetting(actor: Actor) {
  return canSetComplaintRules(actor) ? loadComplaintSetting(db) : null;
}
