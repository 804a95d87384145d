import { spawn } from "node:child_process";

/** One run of Vitest that knows no setting of the person's shell; this process ends as it does. */
export function runVitest(parameters: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...parameters], {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: undefined, NODE_OPTIONS: "", ...env },
  });
  child.once("exit", (code) => process.exit(code ?? 1));
}
