import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { whileLocked } from "@/lib/cli/lock.mjs";

/** The product as `npm start` runs it, on a free port and with data of its own, for the whole run. */
export default async function start() {
  const given = process.env.DEMO_ROOM;
  const room = given ?? freshDataDir();
  process.env.DEMO_ROOM = room;
  const end = () => {
    if (!given) rmSync(room, { recursive: true, force: true });
  };
  if (process.env.BASE_URL) return end;
  const { url, stop } = await startApp();
  process.env.BASE_URL = url;
  return () => stop().finally(end);
}

/** A place for a copy's data, for a story that stops it and starts it again. */
export function freshDataDir() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "e2e-"));
  // As root the database runs as another user, who must be able to walk in.
  chmodSync(dataDir, 0o755);
  return dataDir;
}

type Options = {
  /** An ISO time at which its clock starts. */
  clock?: string;
  dataDir?: string;
  /** Where what it complains of goes, instead of to the screen. */
  complaints?: number;
  /** More of its environment, knowing its address. */
  settings?: (url: string) => Record<string, string>;
};

/** One more copy beside the others, for a story that would upset theirs. */
export async function startApp(options: Options = {}) {
  const { clock = "", dataDir = freshDataDir(), complaints = "inherit" } = options;
  const { settings = () => ({}) } = options;
  if (process.env.DEMO_ROOM && !existsSync(path.join(dataDir, "postgres")))
    await copyDemo(process.env.DEMO_ROOM, clock, dataDir);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const app = spawn(process.execPath, ["lib/cli/launch.mjs", "start"], {
    stdio: ["ignore", "ignore", complaints],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      DISTRICT_CLOCK: clock,
      ...settings(url),
    },
  });
  const ended = new Promise<number | null>((resolve) => app.once("exit", resolve));
  await untilHealthy(url, ended);

  return {
    url,
    /** Stops it and keeps its data, to go on at another time of the clock. */
    pause,
    /** Resolves when it is gone, however that came about. */
    ended,
    stop: async () => {
      await pause().finally(() => rmSync(dataDir, { recursive: true, force: true }));
    },
  };

  async function pause() {
    app.kill("SIGTERM");
    const code = await ended;
    if (code !== 0) throw new Error(`the app ended with ${code} instead of stopping cleanly`);
  }
}

/** The demo as of this clock is loaded once, and each story that begins then has a copy of it. */
async function copyDemo(room: string, clock: string, dataDir: string) {
  const loaded = path.join(room, clock.replace(/\W/g, "-") || "now");
  await whileLocked(`${loaded}.lock`, async () => {
    if (existsSync(loaded)) return;
    const work = `${loaded}.part`;
    await run(process.execPath, ["lib/cli/launch.mjs", "seed-demo"], {
      ...process.env,
      DATA_DIR: work,
      DATABASE_URL: "",
      DISTRICT_CLOCK: clock,
    });
    renameSync(work, loaded);
  });
  // As root the database's files belong to another user, and must go on to do so.
  await run("cp", ["-a", `${loaded}/.`, dataDir]);
}

function run(program: string, parameters: string[], env = process.env) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ["ignore", "ignore", "inherit"], env });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${parameters.join(" ")}: ${code}`)),
    );
  });
}

export async function untilHealthy(url: string, ended: Promise<number | null>) {
  let over = false;
  ended.then(() => {
    over = true;
  });
  const start = Date.now();
  while (!over && Date.now() - start < 300_000) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the app did not start");
}

export function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
