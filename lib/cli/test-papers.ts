import { spawn } from "node:child_process";

/** The papers as poppler and LibreOffice show them, and many round trips: here both must be installed. */
const child = spawn(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "tests/documents/rendered.db.test.ts",
    "tests/directives/round-trip.test.ts",
  ],
  {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: undefined, NODE_OPTIONS: "", PAPERS_REQUIRED: "1" },
  },
);
child.once("exit", (code) => process.exit(code ?? 1));
