import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { freePort, freshDataDir, untilHealthy } from "@/tests/support/running-app";

type Settings = Record<string, string>;

/** One PostgreSQL of its own, one folder of files, one pair of keys: what all copies share. */
export async function anInstallation() {
  const dataDir = freshDataDir();
  const server = await startEmbedded({
    dataDir: path.join(dataDir, "server"),
    temporary: true,
    settings: ["fsync=off"],
  });
  const shared: Settings = {
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    FIELD_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    TRUSTED_PROXIES: "1",
    HOST: "127.0.0.1",
    WORKER: "0",
    DEMO: "0",
  };
  const programs: ChildProcess[] = [];

  /** A command of the product, as a person starts it. */
  const start = (command: string, settings: Settings = {}) => {
    const program = spawn(process.execPath, ["lib/cli/launch.mjs", command], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...shared, ...settings },
    });
    programs.push(program);
    return program;
  };

  return {
    databaseUrl: server.url,
    start,
    /** Runs to its end. */
    async run(command: string, settings: Settings = {}) {
      const [code] = await once(start(command, settings), "exit");
      if (code !== 0) throw new Error(`${command} ended with ${code}`);
    },
    /** The pages; resolves when they answer. */
    async startCopy(settings: Settings) {
      const port = await freePort();
      const program = start("start", { ...settings, PORT: String(port) });
      const url = `http://127.0.0.1:${port}`;
      await untilHealthy(
        url,
        once(program, "exit").then(([code]) => code),
      );
      return { url, kill: () => killWhole(program.pid ?? 0) };
    },
    async close() {
      for (const program of programs) program.kill("SIGTERM");
      await Promise.all(
        programs.map((program) => program.exitCode ?? program.signalCode ?? once(program, "exit")),
      );
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** At once and without a word: the program and all that it started. */
function killWhole(pid: number) {
  for (const one of [pid, ...descendantsOf(pid)]) process.kill(one, "SIGKILL");
}

function descendantsOf(pid: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function parentOf(name: string) {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    // It ended while it was looked at.
    return null;
  }
}
