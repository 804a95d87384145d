import "server-only";

import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";

/**
 * Says in this transaction whose cases may be seen. The database shows no others, and none where nobody
 * said it: a query that forgets its filter is empty. The same units as `visibleIncidents`.
 */
export async function reachIncidents(tx: Transaction, actor: Actor) {
  if (isDistrict(actor)) return reachAllIncidents(tx);
  if (!isUnitMember(actor)) return;
  await tx.$queryRaw`
    WITH RECURSIVE own AS (
      SELECT ${actor.unitId}::uuid AS id, 0 AS depth
      UNION ALL
      SELECT u.id, own.depth + 1 FROM own JOIN "Unit" u ON u."successorId" = own.id WHERE own.depth < 3
    )
    SELECT set_config('app.incidents_of', (SELECT array_agg(id)::text FROM own), true),
           set_config('app.incidents', '', true)`;
}

/** For what concerns all of them: a report over the district, indicators in common. */
export async function reachAllIncidents(tx: Transaction) {
  await tx.$queryRaw`SELECT set_config('app.incidents', 'all', true)`;
}

/** The same around one piece of such work. */
export function overAllIncidents<T>(work: (tx: Transaction) => Promise<T>) {
  return inTransaction(async (tx) => {
    await reachAllIncidents(tx);
    return work(tx);
  });
}

/** Reads in a transaction that has said whose it asks for. */
export function readIncidents<T>(actor: Actor, read: (tx: Transaction) => Promise<T>) {
  return inTransaction(async (tx) => {
    await reachIncidents(tx, actor);
    return read(tx);
  });
}
