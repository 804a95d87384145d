import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "../..");

/** The walk along every door of the built app: after the build, hence not among the quick tests. */
export default defineConfig({
  resolve: { alias: { "@": root, "server-only": path.join(root, "tests/support/server-only.ts") } },
  test: {
    root,
    name: "doors",
    include: ["tests/doors/**/*.walk.ts"],
    env: { TZ: "Asia/Kathmandu", DATA_DIR: path.join(root, ".data/doors") },
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
