import { spawn } from "node:child_process";
import { buildIfNeeded } from "./build";

/** A hundred kills instead of ten: `npm run test:crash`. */
await buildIfNeeded();
const child = spawn(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config=tests/crash/vitest.config.ts"],
  {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: undefined, NODE_OPTIONS: "", CRASH_ROUNDS: "100" },
  },
);
child.once("exit", (code) => process.exit(code ?? 1));
