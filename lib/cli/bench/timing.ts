import pg from "pg";
import { databaseUrl } from "@/lib/env";
import { type Measured, spreadOf, type TimedBench } from "./contract";
import { readingOf, sendAgain } from "./raw";

/** p95 of each timing that is done at several sizes, at its smallest. */
const smallest = new Map<string, number>();

/** Floor, product and the others in turns; the first round warms caches and plans and is not counted. */
export async function timed(bench: TimedBench): Promise<Measured> {
  const { name, prepare, repeats = 5, rows, grows } = bench;
  await prepare();
  await bench.before?.();
  const reading = await readingOf(bench.run);
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 10 });
  const works = {
    floor: bench.floor,
    run: bench.run,
    naive: bench.naive,
    raw: reading ? () => sendAgain(pool, reading) : undefined,
  };
  const times = {
    floor: [] as number[],
    run: [] as number[],
    naive: [] as number[],
    raw: [] as number[],
  };
  try {
    for (let round = 0; round <= repeats; round++) {
      for (const what of ["floor", "run", "naive", "raw"] as const) {
        const work = works[what];
        if (!work) continue;
        if (what !== "naive") await bench.before?.();
        const start = performance.now();
        await work();
        if (round > 0) times[what].push(performance.now() - start);
      }
    }
  } finally {
    await bench.finish?.();
    await pool.end();
  }
  const run = spreadOf(times.run);
  return {
    name,
    unit: "ms",
    run,
    floor: spreadOf(times.floor),
    naive: times.naive.length > 0 ? spreadOf(times.naive) : undefined,
    raw: times.raw.length > 0 ? spreadOf(times.raw) : undefined,
    perSecond: rows ? Math.round((rows / run.p50) * 1000) : undefined,
    grows,
    growth: grows ? growthOf(grows, run.p95) : undefined,
    notes: reading ? { statements: reading.flat().length } : undefined,
  };
}

function growthOf(grows: string, p95: number) {
  const before = smallest.get(grows);
  if (before) return p95 / before;
  smallest.set(grows, p95);
  return undefined;
}
