import { setTimeout } from "node:timers/promises";
import { runMigrations } from "graphile-worker";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import { runTicks } from "@/lib/jobs/tasks";
import { ticks } from "@/lib/jobs/ticks";
import { startWorker } from "@/lib/jobs/worker";

test("the worker looks after what fell due as soon as it starts, and ends when told", async () => {
  await runMigrations({ connectionString: databaseUrl() ?? "" });
  // What a worker that another test killed had begun is no part of this story.
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const ran = vi.fn();
  let underWay = 0;
  const run = async () => {
    underWay++;
    ran();
    await setTimeout(200);
    underWay--;
  };
  ticks.push({ name: "test", run });
  try {
    const worker = await startWorker(databaseUrl() ?? "");
    await vi.waitFor(() => expect(ran).toHaveBeenCalled(), { timeout: 20_000 });
    await worker.stop();
  } finally {
    ticks.pop();
  }
  expect(underWay).toBe(0);
});

test("one duty that fails does not keep the others from running", async () => {
  await runMigrations({ connectionString: databaseUrl() ?? "" });
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const second = vi.fn(async () => {});
  await runTicks([
    { name: "broken", run: () => Promise.reject(new Error("away")) },
    { name: "second", run: second },
  ]);
  expect(second).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
