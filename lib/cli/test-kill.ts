import { spawnSync } from "node:child_process";

/** The long variant of one test: 50 kills among 1,000 notices. */
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "tests/notifications/killed-worker.db.test.ts"],
  { stdio: "inherit", env: { ...process.env, KILLS: "long" } },
);
process.exit(status ?? 1);
