import { Logger, run } from "graphile-worker";
import pg from "pg";
import { tasks } from "./tasks";

/** Every minute, and once at the start: what fell due while nothing ran is not left waiting. */
const crontab = "* * * * * tick ?fill=2m&jobKey=tick";

/** Works jobs off until it is stopped; a job under way is finished first. */
export async function startWorker(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 5 });
  // The server may go away while a connection rests; the next job asks for another.
  const lost = (error: Error) => reportProblems("error", error.message);
  pool.on("error", lost);
  // The same when it goes while a job holds the connection.
  pool.on("connect", (connection) => connection.on("error", lost));
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    crontab,
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: new Logger(() => reportProblems),
  });
  await runner.addJob("tick", {}, { jobKey: "tick" });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

function reportProblems(level: string, message: string) {
  if (level === "error") console.error(`jobs: ${message}`);
}
