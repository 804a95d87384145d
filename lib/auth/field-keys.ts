import "server-only";

import { hkdfSync, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";

/** One key to seal with, and another made from it to find by: knowing one tells nothing of the other. */
export type FieldKey = Readonly<{ id: string; seal: Buffer; find: Buffer }>;

let ring: readonly FieldKey[] | undefined;
let readAt = 0;
let fixed = false;

/** Another process may have put a new key into the folder: its values must be read here as well. */
const FRESH_MS = 3000;

/** The key in use first, then those that older values were sealed with. */
export function fieldKeys(): readonly FieldKey[] {
  if (!ring || (!fixed && !env.FIELD_KEYS && performance.now() - readAt > FRESH_MS)) {
    ring = readRing(env.FIELD_KEYS ?? keptRing(env.DATA_DIR));
    readAt = performance.now();
  }
  return ring;
}

export function readRing(text: string): readonly FieldKey[] {
  return text
    .trim()
    .split(/[,\n]/)
    .map((line) => {
      const [id = "", secret = ""] = line.trim().split(":");
      const bytes = Buffer.from(secret, "base64");
      if (!/^[\w-]{1,20}$/.test(id) || bytes.length !== 32) {
        throw new Error("Khóa mã hóa dữ liệu không đúng dạng tên:32 byte base64.");
      }
      const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", bytes, "", purpose, 32));
      return { id, seal: derive("field-seal"), find: derive("field-find") };
    });
}

/** For a test, and for what rotates: from now on these are the keys. */
export function setFieldKeys(text: string | undefined) {
  ring = text === undefined ? undefined : readRing(text);
  fixed = text !== undefined;
}

/**
 * Puts a new key before those of the data folder. Keys of the environment are put there by whoever
 * keeps it: the answer says that nothing was added.
 */
export function addFieldKey() {
  if (env.FIELD_KEYS) return false;
  const kept = keptRing(env.DATA_DIR);
  const file = ringFile(env.DATA_DIR);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${newKey()}\n${kept}`, { mode: 0o600 });
  // In one step: a process that starts now reads the old ring or the new one, never half of it.
  renameSync(draft, file);
  ring = undefined;
  return true;
}

/** Made once per data folder, as the other secret is: the first process to link its file wins. */
function keptRing(dataDir: string) {
  const file = ringFile(dataDir);
  const present = readIfThere(file);
  if (present) return present;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, newKey(), { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readIfThere(file);
  if (!made) throw new Error(`Tệp khóa ${file} trống hoặc hỏng.`);
  return made;
}

const ringFile = (dataDir: string) => path.join(dataDir, "field-keys");

const newKey = () => `k${randomBytes(4).toString("hex")}:${randomBytes(32).toString("base64")}`;

function readIfThere(file: string) {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;
