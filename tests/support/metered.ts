import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Waves } from "@/lib/cli/bench/raw";
import { isReading } from "@/lib/cli/bench/raw";

export type Spent = {
  /** Milliseconds since it began, of all its threads. */
  cpu: number;
  rss: number;
  heapUsed: number;
  /** The most that ever waited for a connection at once, and how many waited in vain. */
  waiting: number;
  refusedConnections: number;
};

/** A server with a meter inside: what it spent is asked of the process itself, not of the clock. */
export type Metered = {
  url: string;
  pid: number;
  spent: () => Promise<Spent>;
  /** What is left after everything unheld was collected. */
  kept: () => Promise<{ heapUsed: number; external: number }>;
  /** What it asks the database for meanwhile, in waves; what it writes is left out. */
  statementsOf: (work: () => Promise<unknown>) => Promise<Waves>;
  stop: () => Promise<void>;
};

type Options = {
  script: string;
  parameters?: (port: number) => string[];
  env?: Record<string, string>;
  /** More for Node itself: `--cpu-prof`. */
  node?: string[];
  /** Asked until it answers. */
  ready?: string;
};

export async function startMetered(options: Options): Promise<Metered> {
  const { script, parameters, env = {}, node = [], ready = "/" } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [...node, "--require", "./tests/support/meter.cjs", script, ...(parameters?.(port) ?? [])],
    {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        NODE_OPTIONS: "",
        PORT: String(port),
        ...env,
      },
    },
  );
  await untilAnswers(`${url}${ready}`, child);
  type Noted = { statements: { wave: number; text: string; values: unknown[] }[] };
  return {
    url,
    pid: child.pid ?? 0,
    spent: () => ask<Spent>(child, "spent"),
    kept: () => ask<{ heapUsed: number; external: number }>(child, "kept"),
    statementsOf: async (work) => {
      await ask(child, "note");
      await work();
      const { statements } = await ask<Noted>(child, "noted");
      const waves = new Map<number, Waves[number]>();
      for (const { wave, text, values } of statements) {
        if (!isReading(text)) continue;
        waves.set(wave, [...(waves.get(wave) ?? []), { text, values }]);
      }
      return [...waves.values()];
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function ask<Answer>(child: ChildProcess, question: string) {
  return new Promise<Answer>((resolve, reject) => {
    child.once("message", (answer) => resolve(answer as Answer));
    child.send(question, (error) => error && reject(error));
  });
}

async function untilAnswers(url: string, child: ChildProcess) {
  const start = Date.now();
  while (child.exitCode === null && Date.now() - start < 120_000) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => null);
    if (answer) return void (await answer.arrayBuffer());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`the server at ${url} did not start`);
}

function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
