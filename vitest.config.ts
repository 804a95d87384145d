import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const alias = { "@": root, "server-only": path.join(root, "tests/support/server-only.ts") };
// A zone nobody here lives in: a forgotten time zone fails on every machine.
const env = { TZ: "Asia/Kathmandu", DATA_DIR: mkdtempSync(path.join(tmpdir(), "test-files-")) };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          env,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.db.test.ts", "tests/e2e/**"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          sequence: { groupOrder: 1 },
          env,
          include: ["tests/**/*.db.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          setupFiles: ["tests/support/database-of-worker.ts"],
          maxWorkers: 2,
          isolate: false,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
