import { databaseUrl, env } from "@/lib/env";
import { openDatabase } from "./database";

/**
 * Jobs and sending alone, beside pages that run elsewhere with WORKER=0. Several at once are safe:
 * each claims what it does in the database.
 */
try {
  const database = await openDatabase();
  const { startWorker } = await import("@/lib/jobs/worker");
  const worker = await startWorker(databaseUrl() ?? "");
  console.log(
    `Tiến trình nền đang chạy (dữ liệu: ${database.embedded ? env.DATA_DIR : "DATABASE_URL"}).`,
  );

  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await worker.stop();
      await database.stop();
      process.exit(0);
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
