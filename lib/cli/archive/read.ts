import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/errors";
import { fileEntry, MANIFEST, type Manifest, manifestSchema, tableEntry } from "./manifest";

export type Archive = {
  manifest: Manifest;
  open: (entry: string) => Promise<Readable>;
  close: () => void;
};

const LIMIT = 100_000_000;

/**
 * Opens a backup and reads it through once: every table and file is there and is what the manifest
 * says. A cut or changed file is refused here, before anything is written anywhere.
 */
export async function openBackup(file: string): Promise<Archive> {
  if (!existsSync(file)) throw new Refusal("not-found", `Không có tệp ${file}.`);
  const zip = await openPromise(file, { autoClose: false, lazyEntries: true }).catch(() => {
    throw damaged(file);
  });
  try {
    const entries = await listEntries(zip).catch(() => {
      throw damaged(file);
    });
    const open = async (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw damaged(file);
      return zip.openReadStreamPromise(entry).catch(() => {
        throw damaged(file);
      });
    };
    const manifest = await readManifest(await open(MANIFEST), file);
    for (const { name, sha256 } of manifest.tables) {
      await check(await open(tableEntry(name)), sha256, file);
    }
    for (const sha256 of manifest.files) await check(await open(fileEntry(sha256)), sha256, file);
    return { manifest, open, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(zip: ZipFile) {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

async function readManifest(stream: Readable, file: string) {
  const read = manifestSchema.safeParse(
    await text(stream)
      .then((json) => (json.length < LIMIT ? JSON.parse(json) : null))
      .catch(() => null),
  );
  if (!read.success) throw damaged(file);
  return read.data;
}

async function check(stream: Readable, sha256: string, file: string) {
  const sum = createHash("sha256");
  try {
    for await (const chunk of stream) sum.update(chunk);
  } catch {
    throw damaged(file);
  }
  if (sum.digest("hex") !== sha256) throw damaged(file);
}

const damaged = (file: string) =>
  new Refusal("invalid", `Tệp ${file} bị cắt, hỏng hoặc không phải bản sao lưu. Không nạp gì.`);
