/**
 * One line of the table is one file of tests/bench. `floor` does the least that could be done, `run`
 * what the product does, both in turns on the same database, so that the ratio holds on any machine.
 */
export type TimedBench = {
  name: string;
  prepare: () => Promise<unknown>;
  floor: () => Promise<unknown>;
  run: () => Promise<unknown>;
  /** How one would do it without thinking, where that says something. */
  naive?: () => Promise<unknown>;
  /** Made ready anew before each timing of `floor` or `run`, outside of it. */
  before?: () => Promise<unknown>;
  /** What still runs for it is ended before the next begins. */
  finish?: () => Promise<unknown>;
  /** Why it is not measured this time. */
  skip?: string | null;
  /** How many rows one run writes or reads. */
  rows?: number;
  repeats?: number;
  /** The same timing at several sizes, small to large: each is held against the smallest. */
  grows?: string;
};

/** A file that starts what it measures by itself: the built app, a browser. */
export type OwnBench = {
  name: string;
  measure: (report: (row: Measured) => void) => Promise<unknown>;
};

export type Unit = "ms" | "ms CPU" | "s" | "MB" | "kB" | "MB/ph" | "";

export type Spread = { p50: number; p95: number; min: number; max: number; count: number };

export type Measured = {
  name: string;
  unit: Unit;
  run: Spread;
  floor?: Spread;
  naive?: Spread;
  /** The statements of the run sent again by bare `pg`; only where it reads and nothing else. */
  raw?: Spread;
  /** A Next page or handler that does nothing but send the same. */
  bare?: Spread;
  perSecond?: number;
  grows?: string;
  /** p95 against the smallest size of the same timing. */
  growth?: number;
  /** Whatever else was seen: bytes, statements. */
  notes?: Record<string, number | string>;
  goals?: Goal[];
};

/** What is wished for: the figure may not pass the limit. */
export type Goal = { of: GoalFigure; atMost: number };
export type GoalFigure = "floor" | "raw" | "bare" | "p50" | "p95" | "growth";

export type Row = Measured & {
  file: string;
  judged: (Goal & { is: number; met: boolean })[];
};

export function spreadOf(figures: number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), min: at(0), max: at(1), count: sorted.length };
}

/** A single figure that has no spread. */
export const exactly = (figure: number) => spreadOf([figure]);
