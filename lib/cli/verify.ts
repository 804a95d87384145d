import { spawnSync } from "node:child_process";

/** The quick half of `npm test`, for while one works: types, lint, unit and integration tests. */
const steps: string[][] = [
  ["node_modules/next/dist/bin/next", "typegen"],
  ["node_modules/typescript/bin/tsc", "--noEmit"],
  ["node_modules/@biomejs/biome/bin/biome", "check", "."],
  ["node_modules/vitest/vitest.mjs", "run"],
];
const failed = steps.some(
  (step) => spawnSync(process.execPath, step, { stdio: "inherit" }).status !== 0,
);
process.exit(failed ? 1 : 0);
