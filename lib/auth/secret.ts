import "server-only";

import { hkdfSync, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";

let kept: string | undefined;

/** What signs sessions and what every stored secret's key comes from. */
export function masterSecret() {
  kept ??= env.NEXTAUTH_SECRET ?? generatedSecret(env.DATA_DIR);
  return kept;
}

/** A 256-bit key for one purpose; knowing it tells nothing about the keys of other purposes. */
export function keyFor(purpose: string) {
  return Buffer.from(hkdfSync("sha256", masterSecret(), "", purpose, 32));
}

/** Made once per data folder. Of processes that start together, the first to link its file wins. */
export function generatedSecret(dataDir: string) {
  const file = path.join(dataDir, "secret");
  const present = readSecret(file);
  if (present) return present;

  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = readSecret(file);
  if (!secret) throw new Error(`Tệp khóa ${file} trống hoặc hỏng.`);
  return secret;
}

function readSecret(file: string) {
  try {
    const secret = readFileSync(file, "utf8").trim();
    return secret.length >= 32 ? secret : null;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;
