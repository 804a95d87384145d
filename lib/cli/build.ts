import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { whileLocked } from "./lock.mjs";
import { buildWorker, WORKER_FILE } from "./watch-worker";

const STAMP = ".next/built-from";
const LOCK = "node_modules/.build-lock";
const SOURCES = ["app", "components", "lib", "public", "prisma/models"];
const FILES = [
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Builds the pages when their sources changed since the last build; two copies wait for each other. */
export async function buildIfNeeded() {
  const wanted = digestOfSources();
  if (isBuilt(wanted)) return;
  const build = async () => {
    if (isBuilt(wanted)) return;
    console.log("Đang dựng giao diện (khoảng một phút)…");
    await buildWorker();
    const status = await nextBuild();
    if (status !== 0) throw new Error("Dựng giao diện không thành công, xem thông báo ở trên.");
    writeFileSync(STAMP, wanted);
  };
  await whileLocked(LOCK, build, () => console.log("Đang chờ một bản khác dựng xong giao diện…"));
}

/** Not waited for in one go, so that a signal to stop is heard meanwhile; then the build ends too. */
function nextBuild() {
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: "", NODE_OPTIONS: "" },
  });
  const end = () => child.kill();
  process.once("exit", end);
  return new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      process.removeListener("exit", end);
      resolve(code);
    });
  });
}

const isBuilt = (wanted: string) =>
  existsSync(STAMP) && existsSync(WORKER_FILE) && readFileSync(STAMP, "utf8") === wanted;

function digestOfSources() {
  const hash = createHash("sha256");
  const sources = SOURCES.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => !name.includes("generated"))
      .map((name) => path.join(folder, name)),
  );
  for (const file of [...sources, ...FILES].sort()) {
    if (file === WORKER_FILE || !existsSync(file) || statSync(file).isDirectory()) continue;
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}
