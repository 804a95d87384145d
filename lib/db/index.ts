import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import { databaseRole, databaseUrl } from "@/lib/env";
import { KnownClient } from "./copy";
import { Prisma, PrismaClient } from "./generated/client";

export { Prisma };
export type Transaction = Prisma.TransactionClient;

const shared = globalThis as { prisma?: PrismaClient };

function connect() {
  const adapter = new PrismaPg({
    connectionString: databaseUrl(),
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    Client: KnownClient,
    options: ["-c statement_timeout=15000 -c timezone=UTC", asRole(databaseRole())].join(" "),
  });
  return new PrismaClient({ adapter });
}

/** Under a role that owns nothing, where the server has it: then the policies of the tables hold. */
const asRole = (role: string | undefined) => (role ? `-c role=${role}` : "");

/** Connects at first use, so that a build or a page without data needs no database. */
export const db = new Proxy({} as PrismaClient, {
  get(_target, name) {
    shared.prisma ??= connect();
    const value = Reflect.get(shared.prisma, name, shared.prisma);
    return typeof value === "function" ? value.bind(shared.prisma) : value;
  },
});

/** One unit of work: every write in it, and its audit entry, lands together or not at all. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>) {
  return db.$transaction(work, { maxWait: 5_000, timeout: 20_000 });
}

/** For the few that write for every unit at once: on a busy server ten thousand take a while. */
export function inLongTransaction<T>(work: (tx: Transaction) => Promise<T>) {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '100s'`;
      return work(tx);
    },
    { maxWait: 5_000, timeout: 120_000 },
  );
}

/** True when a write met another one's unique key: the other came first. */
export function isUniqueViolation(error: unknown) {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** True when a row could not go because another one names it. */
export function isForeignKeyViolation(error: unknown) {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2003" || /23503|foreign key/i.test(JSON.stringify(error.meta ?? {}));
}
/** True when a row met another one that an exclusion constraint keeps it apart from. */
export const isOverlap = (error: unknown) =>
  error instanceof Error &&
  /23P01|exclusion constraint/i.test(`${error.message} ${causeOf(error)}`);

const causeOf = (error: Error) =>
  JSON.stringify("meta" in error ? error.meta : (error.cause ?? ""));
