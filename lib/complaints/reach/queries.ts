import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { type Part, seesAllTelcos } from "../policy";

/**
 * Says in this transaction whose complaints may be seen. The database shows no others, and none where
 * nobody said it: a query that forgets its filter is empty. The same units as `visibleComplaints`.
 */
export async function reachComplaints(tx: Transaction, actor: Actor, part: Part) {
  if (part === null) return;
  if (seesAllTelcos(part)) return reachAllComplaints(tx);
  const setting = part === "telco" ? "app.complaints_of" : "app.complaints_by";
  await tx.$queryRaw`
    WITH RECURSIVE own AS (
      SELECT ${actor.unitId}::uuid AS id, 0 AS depth
      UNION ALL
      SELECT u.id, own.depth + 1 FROM own JOIN "Unit" u ON u."successorId" = own.id WHERE own.depth < 3
    )
    SELECT set_config(${setting}, (SELECT array_agg(id)::text FROM own), true)`;
}

/** For the product's own work on all of them: keys, erasure, a case on its way from telco to telco. */
export async function reachAllComplaints(tx: Transaction) {
  await tx.$queryRaw`SELECT set_config('app.complaints', 'all', true)`;
}

/** The same around a piece of such work. */
export function overAllComplaints<T>(work: (tx: Transaction) => Promise<T>) {
  return inTransaction(async (tx) => {
    await reachAllComplaints(tx);
    return work(tx);
  });
}

/** Of one telco alone, for what is taken in in its name. */
export async function reachComplaintsOf(tx: Transaction, telcoId: string) {
  await tx.$queryRaw`SELECT set_config('app.complaints_of', ${`{${telcoId}}`}, true)`;
}

/** Reads in a transaction that has said whose it asks for. */
export function readComplaints<T>(actor: Actor, part: Part, read: (tx: Transaction) => Promise<T>) {
  return inTransaction(async (tx) => {
    await reachComplaints(tx, actor, part);
    return read(tx);
  });
}
