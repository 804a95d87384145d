import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type EmbeddedServer, startEmbedded } from "@/lib/db/embedded";
import { applyMigrations } from "@/lib/db/schema-engine";
import { pointAtDatabase } from "@/lib/env";
import type { Measured, OwnBench, Row, TimedBench } from "./contract";
import { goalsOf, judge } from "./goals";
import { type Failure, heading, keepResults, lineOf, surroundings } from "./results";
import { timed } from "./timing";

const FOLDER = "tests/bench";
/** Rows of this size take minutes to make. */
const LARGE = 10_000;

/** What is named of the rows, or all; `--list` only says which there are, `--small` leaves out large ones. */
export async function runSuite(parameters: string[], folder: string) {
  const switches = new Set(parameters.filter((word) => word.startsWith("--")));
  const names = parameters.filter((word) => !word.startsWith("--"));
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .filter((file) => !(switches.has("--small") && sizeOf(file) >= LARGE))
    .sort();
  if (switches.has("--list")) {
    console.log(files.map((file) => file.replace(/\.ts$/, "")).join("\n"));
    return 0;
  }
  if (files.length === 0) {
    console.error(`Không có phép đo nào tên như vậy: ${names.join(", ")}`);
    return 1;
  }

  const { machine, versions } = surroundings();
  console.log(`Node ${versions.node}, ${machine.cores} nhân ${machine.cpu}\n\n${heading()}`);
  const rows: Row[] = [];
  const failures: Failure[] = [];
  const database = databaseOf(folder);
  try {
    for (const file of files) {
      const keep = (measured: Measured) => {
        const row = { ...measured, file, judged: judge(measured, measured.goals ?? goalsOf(file)) };
        rows.push(row);
        console.log(lineOf(row));
      };
      // One row that cannot be measured does not take the others with it.
      await measure(file, database.ready, keep).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        failures.push({ file, message });
        console.error(`${file}: ${message}`);
      });
    }
    const at = new Date().toISOString();
    const kept = keepResults({ at, machine, versions, rows, failures });
    console.log(`\n${summary(rows)}\nKết quả: ${kept}`);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return failures.length > 0 ? 1 : 0;
}

async function measure(file: string, ready: () => Promise<void>, keep: (row: Measured) => void) {
  const module: unknown = await import(pathToFileURL(path.resolve(FOLDER, file)).href);
  if (isOwn(module)) return module.measure(keep);
  const bench = module as TimedBench;
  if (bench.skip) return console.log(`${bench.name}: bỏ qua, ${bench.skip}`);
  await ready();
  keep(await timed(bench));
}

const isOwn = (module: unknown): module is OwnBench =>
  typeof module === "object" && module !== null && "measure" in module;

/** One database for all the rows on one, started for the first of them. */
function databaseOf(folder: string) {
  let started: Promise<EmbeddedServer> | undefined;
  const start = async () => {
    const server = await startEmbedded({ dataDir: path.join(folder, "db"), temporary: true });
    await applyMigrations(server.url);
    pointAtDatabase(server.url);
    return server;
  };
  return {
    ready: async () => {
      started ??= start();
      await started;
    },
    stop: async () => {
      // Connections that the rows left open end with the server, and say so where nobody listens.
      process.on("uncaughtException", () => undefined);
      console.error = () => undefined;
      await (await started)?.stop();
    },
  };
}

const sizeOf = (file: string) => Number(/-(\d+)\.ts$/.exec(file)?.[1] ?? 0);

function summary(rows: Row[]) {
  const judged = rows.flatMap((row) => row.judged.map((goal) => ({ ...goal, name: row.name })));
  const missed = judged.filter(({ met }) => !met);
  const lines = missed.map(
    ({ name, of, is, atMost }) =>
      `  ${name}: ${of} ${is.toFixed(2)}, mục tiêu ${atMost.toFixed(2)}`,
  );
  return [`${judged.length - missed.length} trên ${judged.length} mục tiêu đạt`, ...lines].join(
    "\n",
  );
}
