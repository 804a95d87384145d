import { Logger, run } from "graphile-worker";
import { tasks } from "./tasks";

/** Every minute, and once at the start: what fell due while nothing ran is not left waiting. */
const crontab = "* * * * * tick ?fill=2m&jobKey=tick";

/** Works jobs off until it is stopped; a job under way is finished first. */
export async function startWorker(connectionString: string) {
  const runner = await run({
    connectionString,
    taskList: tasks,
    crontab,
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: new Logger(() => reportProblems),
  });
  await runner.addJob("tick", {}, { jobKey: "tick" });
  return { stop: () => runner.stop() };
}

function reportProblems(level: string, message: string) {
  if (level === "error") console.error(`jobs: ${message}`);
}
