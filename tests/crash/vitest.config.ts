import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** What is killed while people work: on the built app, hence not among the quick tests. */
export default defineConfig({
  resolve: { alias: { "@": root, "server-only": path.join(root, "tests/support/server-only.ts") } },
  test: {
    root,
    name: "crash",
    include: ["tests/crash/**/*.walk.ts"],
    env: { TZ: "Asia/Kathmandu", DATA_DIR: path.join(root, ".data/crash") },
    testTimeout: 7_200_000,
  },
});
