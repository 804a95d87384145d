import { spawn } from "node:child_process";
import { buildIfNeeded } from "./build";

/** Every door of the built app, by everybody: `npm run test:doors`. */
await buildIfNeeded();
const child = spawn(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config=tests/doors/vitest.config.ts"],
  {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: undefined, NODE_OPTIONS: "" },
  },
);
child.once("exit", (code) => process.exit(code ?? 1));
