import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { databaseUrl, env } from "@/lib/env";
import { now } from "@/lib/time";
import { type OpenDatabase, openDatabase } from "./database";

const GRACE = 10_000;
/** Longer than a proxy keeps a quiet connection (nginx: 60 s): who closes first may meet a request just coming. */
const KEPT_OPEN = 75_000;

/** Database, jobs, then the pages; on the way down the other way round, so that nothing is lost. */
export async function serve(
  mode: "start" | "dev",
  prepare: (database: OpenDatabase) => Promise<void>,
) {
  let database: OpenDatabase | null = null;
  let worker: { stop: () => Promise<void> } | null = null;
  let pages: ChildProcess | null = null;
  let stopping: Promise<void> | null = null;

  const stop = (code: number) => {
    stopping ??= shutDown(pages, worker, database).then(() => process.exit(code));
    return stopping;
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stop(0));

  try {
    await refuseBusyPort(env.PORT);
    database = await openDatabase();
    await prepare(database);
    if (stopping) return;
    if (env.WORKER === "1") {
      const { startWorker } = await import("@/lib/jobs/worker");
      worker = await startWorker(databaseUrl() ?? "");
    }
    pages = startPages(mode);
    pages.once("exit", (code) => stop(code ?? 1));
    await untilHealthy();
    announce();
  } catch (error) {
    if (stopping) return;
    console.error(error instanceof Error ? error.message : String(error));
    await stop(1);
  }
}

function startPages(mode: "start" | "dev") {
  const next = "node_modules/next/dist/bin/next";
  const patience = mode === "start" ? ["--keepAliveTimeout", String(KEPT_OPEN)] : [];
  const parameters = [next, mode, "-p", String(env.PORT), "-H", env.HOST, ...patience];
  return spawn(process.execPath, parameters, {
    // In a group of its own: Ctrl+C reaches this process alone, which then ends the pages in order.
    detached: true,
    // The pipe's end is how the pages learn that this process was killed, see lib/supervisor.ts.
    stdio: ["pipe", mode === "dev" ? "inherit" : "ignore", "inherit"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl(),
      NODE_ENV: mode === "dev" ? "development" : "production",
      // Both processes tell the same time, however long one of them took to start.
      DISTRICT_CLOCK: env.DISTRICT_CLOCK && now().toISOString(),
      SUPERVISED: mode === "start" ? "1" : "",
      NODE_OPTIONS: "",
      NEXT_MANUAL_SIG_HANDLE: undefined,
    },
  });
}

async function shutDown(
  pages: ChildProcess | null,
  worker: { stop: () => Promise<void> } | null,
  database: OpenDatabase | null,
) {
  if (pages && pages.exitCode === null && pages.signalCode === null) {
    const ended = new Promise((resolve) => pages.once("exit", resolve));
    pages.kill("SIGTERM");
    const late = setTimeout(() => pages.kill("SIGKILL"), GRACE);
    await ended;
    clearTimeout(late);
  }
  await worker?.stop();
  await database?.stop();
}

/** The pages are ready when the health check says so; a moment is normal, a minute is not. */
async function untilHealthy() {
  const start = Date.now();
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${env.PORT}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() - start > 60_000)
      throw new Error("Giao diện không khởi động được sau một phút.");
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

function refuseBusyPort(port: number) {
  return new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      reject(
        new Error(
          `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ: PORT=${port + 1} npm start`,
        ),
      ),
    );
    probe.listen(port, env.HOST, () => probe.close(() => resolve()));
  });
}

function announce() {
  console.log(
    `\n  Trực an toàn mạng đang chạy tại ${env.PUBLIC_URL ?? `http://localhost:${env.PORT}`}`,
  );
}
