import { Logger, run } from "graphile-worker";
import pg from "pg";
import { systemActor } from "@/lib/auth/system-actor";
import { env } from "@/lib/env";
import { ensurePushKeys } from "@/lib/notifications/browsers/commands";
import { waysOut } from "./sending/channels";
import { type SenderOptions, startSender } from "./sending/sender";
import { runTicks } from "./tasks";
import { ticks } from "./ticks";

/** Every minute, and once at the start: what fell due while nothing ran is not left waiting. */
const crontab = "* * * * * tick ?fill=2m&jobKey=tick";

/** Works jobs off and sends what waits until it is stopped; what is under way is finished first. */
export async function startWorker(connectionString: string, sending: SenderOptions = {}) {
  const pool = new pg.Pool({ connectionString, max: 5 });
  // The server may go away while a connection rests; the next job asks for another.
  const lost = (error: Error) => reportProblems("error", error.message);
  pool.on("error", lost);
  // The same when it goes while a job holds the connection.
  pool.on("connect", (connection) => connection.on("error", lost));
  const rounds = new Set<Promise<unknown>>();
  let stopping = false;
  const runner = await run({
    pgPool: pool,
    taskList: { tick },
    crontab,
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: new Logger(() => reportProblems),
  });
  await runner.addJob("tick", {}, { jobKey: "tick" });
  const sender = await startSender(connectionString, await ways(), sending);
  return {
    stop: async () => {
      stopping = true;
      await sender.stop();
      await runner.stop();
      // The runner does not wait for a job that it took up at the very moment it was stopped.
      await Promise.all(rounds);
      await pool.end();
    },
  };

  /** One that comes too late is left to the next start, which begins with a round. */
  async function tick() {
    if (stopping) return;
    const round = runTicks(ticks).finally(() => rounds.delete(round));
    rounds.add(round);
    await round;
  }
}

async function ways() {
  const subject = env.PUBLIC_URL?.startsWith("https:")
    ? env.PUBLIC_URL
    : `mailto:${env.MAIL_FROM?.match(/[^\s<>]+@[^\s<>]+/)?.[0] ?? "quantri@example.vn"}`;
  return waysOut({ subject, ...(await ensurePushKeys(systemActor)) });
}

function reportProblems(level: string, message: string) {
  if (level === "error") console.error(`jobs: ${message}`);
}
