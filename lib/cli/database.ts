import pg from "pg";
import { findRunning, startEmbedded } from "@/lib/db/embedded";
import { takeRole } from "@/lib/db/role";
import { applyMigrations } from "@/lib/db/schema-engine";
import { databaseUrl, env, pointAtDatabase } from "@/lib/env";

export type OpenDatabase = { embedded: boolean; stop: () => Promise<void> };

/**
 * The database this command works on: DATABASE_URL, else the embedded one, which is started when no
 * running copy has it. Migrated when it returns. Import what touches lib/db only after that.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const given = databaseUrl();
  if (given) {
    await refuseUnreachable(given);
    await applyMigrations(given);
    await takeRole(given);
    return { embedded: false, stop: async () => {} };
  }

  const running = await findRunning(env.DATA_DIR);
  if (running) {
    pointAtDatabase(running);
    await takeRole(running);
    return { embedded: true, stop: async () => {} };
  }

  const server = await startEmbedded({ dataDir: env.DATA_DIR });
  pointAtDatabase(server.url);
  await applyMigrations(server.url);
  await takeRole(server.url);
  return { embedded: true, stop: server.stop };
}

/** The driver's own message names a socket; this names the setting. */
async function refuseUnreachable(connectionString: string) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new Error(
      `Không kết nối được máy chủ PostgreSQL ở DATABASE_URL (${reason}). Kiểm tra địa chỉ, tài khoản và máy chủ đã chạy chưa.`,
    );
  }
}

/** Runs one command against the database and ends the process, with a sentence when it cannot. */
export async function runWithDatabase(work: () => Promise<void>) {
  try {
    const { stop } = await openDatabase();
    try {
      await work();
    } finally {
      await stop();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
  process.exit(process.exitCode ?? 0);
}
