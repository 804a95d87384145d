import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQueryable } from "@prisma/driver-adapter-utils";

/**
 * Prisma reads the relations of no rows with `IN (NULL)`, one statement for each relation: on the home
 * of a quiet unit that is every third. They are answered here, since the answer is known.
 */
export class Driver extends PrismaPg {
  override async connect() {
    const adapter = spared(await super.connect());
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => spared(await begin(level));
    return adapter;
  }
}

function spared<Connection extends SqlQueryable>(connection: Connection): Connection {
  const ask = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) =>
    findsNothing(query.sql) ? { columnNames: [], columnTypes: [], rows: [] } : ask(query);
  return connection;
}

/** Plain columns of one SELECT whose conditions are all ANDed: one that never holds is enough. */
export function findsNothing(sql: string) {
  const at = sql.lastIndexOf(" IN (NULL)");
  if (at < 0 || !sql.startsWith('SELECT "') || sql.indexOf("SELECT", 1) >= 0) return false;
  const where = sql.indexOf(" WHERE ");
  return where >= 0 && where < at && !/ OR | NOT |\(NOT|\b(?:COUNT|SUM|AVG|MIN|MAX)\(/.test(sql);
}
