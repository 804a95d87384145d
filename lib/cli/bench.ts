import { chmodSync, mkdtempSync, readdirSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startEmbedded } from "@/lib/db/embedded";
import { applyMigrations } from "@/lib/db/schema-engine";
import { pointAtDatabase } from "@/lib/env";

/**
 * One line of the table is one file of tests/bench. `floor` does the least that could be done, `run`
 * what the product does, both in turns on the same database, so that the ratio holds on any machine.
 */
type Bench = {
  name: string;
  prepare: () => Promise<unknown>;
  floor: () => Promise<unknown>;
  run: () => Promise<unknown>;
  /** How one would do it without thinking, where that says something. */
  naive?: () => Promise<unknown>;
  /** Made ready anew before each timing of `floor` or `run`, outside of it. */
  before?: () => Promise<unknown>;
  /** How many rows one run writes or reads. */
  rows?: number;
  repeats?: number;
  /** Why it is not measured this time. */
  skip?: string | null;
  /** The same timing at several sizes, small to large: each is held against the one before. */
  grows?: string;
};

const FOLDER = "tests/bench";
const only = process.argv[2];
const dataDir = mkdtempSync(path.join(tmpdir(), "bench-"));
// As root the database runs as another user, who must be able to walk in.
chmodSync(dataDir, 0o755);
const smaller = new Map<string, number>();
const server = await startEmbedded({ dataDir, temporary: true });
try {
  await applyMigrations(server.url);
  pointAtDatabase(server.url);
  console.log(`Node ${process.versions.node}, ${cpus().length} nhân ${cpus()[0]?.model ?? ""}\n`);
  print([
    "phép đo",
    "sàn p50",
    "p50",
    "p95",
    "so với sàn",
    "cách thô p50",
    "dòng/s",
    "sàn dòng/s",
    "× cỡ trước",
  ]);
  for (const file of readdirSync(FOLDER).sort()) {
    if (!file.endsWith(".ts") || (only && !file.includes(only))) continue;
    const bench: Bench = await import(pathToFileURL(path.resolve(FOLDER, file)).href);
    await measure(bench);
  }
} finally {
  await server.stop();
}
process.exit(0);

async function measure({ name, prepare, repeats = 5, rows, grows, skip, ...bench }: Bench) {
  if (skip) return print([name, `bỏ qua: ${skip}`]);
  await prepare();
  const times = { floor: [] as number[], run: [] as number[], naive: [] as number[] };
  // The first round warms caches and plans and is not counted.
  for (let round = 0; round <= repeats; round++) {
    for (const [what, spent] of Object.entries(times)) {
      const work = what === "floor" ? bench.floor : what === "run" ? bench.run : bench.naive;
      if (!work) continue;
      if (what !== "naive") await bench.before?.();
      const start = performance.now();
      await work();
      if (round > 0) spent.push(performance.now() - start);
    }
  }
  const floor = quantile(times.floor, 0.5);
  const run = quantile(times.run, 0.5);
  const pace = (ms: number) => (rows ? String(Math.round((rows / ms) * 1000)) : "");
  print([
    name,
    inMs(floor),
    inMs(run),
    inMs(quantile(times.run, 0.95)),
    `${(run / floor).toFixed(2)} ×`,
    times.naive.length > 0 ? inMs(quantile(times.naive, 0.5)) : "",
    pace(run),
    pace(floor),
    growth(grows, run),
  ]);
}

function growth(grows: string | undefined, ms: number) {
  if (!grows) return "";
  const before = smaller.get(grows);
  smaller.set(grows, ms);
  return before ? `${(ms / before).toFixed(2)} ×` : "";
}

function quantile(times: number[], share: number) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function inMs(ms: number) {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

function print([name = "", ...figures]: string[]) {
  console.log(name.padEnd(58) + figures.map((figure) => figure.padStart(14)).join(""));
}
