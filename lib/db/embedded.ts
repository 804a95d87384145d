import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { placeServerFiles, removeCluster, type ServerFiles } from "./embedded-files";

const USER = "district";
const DATABASE = "district";

export type EmbeddedServer = {
  url: string;
  /** Fast shutdown: open transactions roll back, everything committed is kept. */
  stop: () => Promise<void>;
};

type Options = {
  dataDir: string;
  /** Extra `-c name=value` settings; tests trade durability for speed with it. */
  settings?: string[];
  /** For tests: the whole cluster is deleted at the end. */
  temporary?: boolean;
};

type Notes = { password: string; port: number; appPid: number };

/** A second process must not start on the same data; this says so in one sentence. */
export class DataInUse extends Error {}

/** Starts the embedded PostgreSQL on a free port of the loopback, making the cluster if need be. */
export async function startEmbedded(options: Options): Promise<EmbeddedServer> {
  const { dataDir, settings = [], temporary = false } = options;
  mkdirSync(dataDir, { recursive: true });
  const files = await placeServerFiles(dataDir);
  await clearLeftover(dataDir, files);

  const password = readNotes(dataDir)?.password ?? randomBytes(24).toString("base64url");
  if (!existsSync(path.join(files.cluster, "PG_VERSION")))
    await initialise(files, password, dataDir);

  const port = await freePort();
  const server = await superviseServer(() => launch(files, port, settings));
  writeNotes(dataDir, { password, port, appPid: process.pid });
  const url = `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  await ensureDatabase(url);
  return {
    url,
    stop: async () => {
      await server.stop();
      forgetPort(dataDir);
      if (!temporary) return;
      removeCluster(files);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address of a server that a running copy has started on this data, or null. */
export async function findRunning(dataDir: string): Promise<string | null> {
  const notes = readNotes(dataDir);
  if (!notes?.port || !isAlive(notes.appPid)) return null;
  const url = `postgresql://${USER}:${notes.password}@127.0.0.1:${notes.port}/${DATABASE}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return null;
  }
}

/** A copy that was killed leaves its PostgreSQL running: end that one, but never a living copy's. */
async function clearLeftover(dataDir: string, { cluster }: ServerFiles) {
  const lock = path.join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (!isPostgres(pid)) return rmSync(lock, { force: true });

  const notes = readNotes(dataDir);
  if (notes && notes.appPid !== process.pid && isAlive(notes.appPid)) {
    throw new DataInUse(
      `Dữ liệu trong ${dataDir} đang được một bản khác của chương trình sử dụng (tiến trình ${notes.appPid}). Hãy dừng bản đó, hoặc đặt DATA_DIR sang thư mục khác.`,
    );
  }
  process.kill(pid, "SIGINT");
  await waitUntil(() => !isAlive(pid), 30_000);
}

async function initialise(
  { programs, cluster, owner }: ServerFiles,
  password: string,
  dataDir: string,
) {
  const passwordFile = path.join(cluster, "..", `.pw-${randomBytes(6).toString("hex")}`);
  writeFileSync(passwordFile, password, { mode: 0o644 });
  writeNotes(dataDir, { password, port: 0, appPid: process.pid });
  try {
    await run(path.join(programs, "initdb"), owner, [
      `--pgdata=${cluster}`,
      "--auth=scram-sha-256",
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C",
      "--data-checksums",
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function launch({ programs, cluster, owner }: ServerFiles, port: number, settings: string[]) {
  const all = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    // What is sized for a machine of twenty years ago: a large file writes each of its indexes all over.
    "shared_buffers=256MB",
    "wal_buffers=16MB",
    ...settings,
  ];
  // Its own process group: Ctrl+C in the terminal reaches the app first, which then stops it.
  const server = spawn(
    path.join(programs, "postgres"),
    ["-D", cluster, "-p", String(port), ...all.flatMap((setting) => ["-c", setting])],
    { ...owner, detached: true, cwd: cluster, stdio: ["ignore", "ignore", "pipe"] },
  );
  return new Promise<ChildProcess>((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-4_000);
      if (text.includes("ready to accept connections")) resolve(server);
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended (${code}):\n${log}`)));
  });
}

/** A server that dies unasked, by a kill or for want of memory, is started again at its address. */
async function superviseServer(start: () => Promise<ChildProcess>) {
  let stopping = false;
  let server = await start();
  const watch = () =>
    server.once("exit", async () => {
      while (!stopping) {
        const next = await start().catch(() => null);
        if (next) {
          server = next;
          watch();
          return;
        }
        // Its children may hold the shared memory for a moment longer.
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    });
  watch();
  return {
    stop: async () => {
      stopping = true;
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
    },
  };
}

function forgetPort(dataDir: string) {
  const notes = readNotes(dataDir);
  if (notes) writeNotes(dataDir, { ...notes, port: 0 });
}

async function ensureDatabase(url: string) {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]+$/, "/postgres") });
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
  if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
}

function run(program: string, owner: ServerFiles["owner"], parameters: string[]) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...owner,
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
    });
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(program)} (${code}): ${log}`)),
    );
  });
}

const notesPath = (dataDir: string) => path.join(dataDir, "postgres.json");

function readNotes(dataDir: string): Notes | null {
  const file = notesPath(dataDir);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function writeNotes(dataDir: string, notes: Notes) {
  writeFileSync(notesPath(dataDir), JSON.stringify(notes), { mode: 0o600 });
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A stale lock may name a number that another program has since been given. */
function isPostgres(pid: number) {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes("postgres");
}

async function waitUntil(done: () => boolean, limit: number) {
  const start = Date.now();
  while (!done() && Date.now() - start < limit) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
