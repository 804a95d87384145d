import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** Several copies of the built app on one PostgreSQL: after the build, hence not among the quick tests. */
export default defineConfig({
  resolve: { alias: { "@": root, "server-only": path.join(root, "tests/support/server-only.ts") } },
  test: {
    root,
    name: "processes",
    include: ["tests/processes/**/*.walk.ts"],
    env: { TZ: "Asia/Kathmandu" },
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
