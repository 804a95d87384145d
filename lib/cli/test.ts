import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBrowser } from "./browser";
import { buildIfNeeded } from "./build";

/** Everything that must hold before a change lands, from the quickest to the slowest. */
const results = mkdtempSync(path.join(tmpdir(), "results-"));
/** The demo is loaded here once for each time of the clock, whoever starts a copy of the app. */
const room = mkdtempSync(path.join(tmpdir(), "demo-"));
// As root the database runs as another user, who must be able to walk in.
chmodSync(room, 0o755);
const counts = { passed: 0, failed: 0, skipped: 0 };

await step("Kiểu dữ liệu", async () => {
  await run("node_modules/next/dist/bin/next", ["typegen"]);
  await run("node_modules/typescript/bin/tsc", ["--noEmit"]);
});
await step("Quy tắc viết mã", () => run("node_modules/@biomejs/biome/bin/biome", ["check", "."]));
await suite("Kiểm thử đơn vị và tích hợp", "vitest.json", (output) =>
  run("node_modules/vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${output}`,
  ]),
);
await step("Dựng giao diện", buildIfNeeded);
await suite("Mất điện giữa chừng", "crash.json", (output) =>
  run(
    "node_modules/vitest/vitest.mjs",
    [
      "run",
      "--config=tests/crash/vitest.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${output}`,
    ],
    { CRASH_ROUNDS: "10", DEMO_ROOM: room },
  ),
);
await suite("Kiểm thử trên trình duyệt", "playwright.json", (output) =>
  run("node_modules/@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    CHROMIUM_PATH: ensureBrowser(),
    DEMO_ROOM: room,
    PLAYWRIGHT_JSON_OUTPUT_NAME: output,
  }),
);

for (const folder of [results, room]) rmSync(folder, { recursive: true, force: true });
const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed > 0 ? 1 : 0);

async function step(name: string, work: () => Promise<unknown>) {
  const start = Date.now();
  console.log(`\n▶ ${name}`);
  try {
    await work();
    counts.passed++;
    console.log(`✓ ${name} (${Math.round((Date.now() - start) / 1000)} s)`);
  } catch (error) {
    counts.failed++;
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A runner that reports its own counts; when it dies without a report, that is one failure. */
async function suite(name: string, file: string, work: (output: string) => Promise<void>) {
  const start = Date.now();
  const output = path.join(results, file);
  console.log(`\n▶ ${name}`);
  const error = await work(output).catch((reason: Error) => reason);
  const report = existsSync(output) ? readCounts(output) : { passed: 0, failed: 0, skipped: 0 };
  if (error && report.failed === 0) report.failed = 1;
  counts.passed += report.passed;
  counts.failed += report.failed;
  counts.skipped += report.skipped;
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(
    `${report.failed ? "✗" : "✓"} ${name}: ${report.passed} đạt, ${report.failed} hỏng (${seconds} s)`,
  );
}

function readCounts(file: string) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (report.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.numFailedTestSuites && !report.numFailedTests ? 1 : 0),
    skipped: report.numPendingTests,
  };
}

function run(script: string, parameters: string[], env: Record<string, string> = {}) {
  return new Promise<void>((resolve, reject) => {
    // Tests know no setting of the person's shell, only what they set themselves.
    const { DATABASE_URL: _url, DATA_DIR: _data, PORT: _port, ...clean } = process.env;
    const child = spawn(process.execPath, [script, ...parameters], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...clean, NODE_OPTIONS: "", ...env },
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${path.basename(script)} kết thúc với mã ${code}`)),
    );
  });
}
