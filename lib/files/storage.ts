import "server-only";

import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { photoTypes, withoutCameraNotes } from "./photo";
import { acceptedTypes, FILE_LIMIT, formatSize, safeFileName } from "./rules";

export type KeptFile = { name: string; mediaType: string; size: number; sha256: string };

/**
 * Checks a file by its content and keeps its bytes under their SHA-256, before any transaction. A
 * file that no row comes to name is harmless: the same bytes are kept once.
 */
export async function keepFile(file: File, only?: string[]): Promise<KeptFile> {
  const name = safeFileName(file.name);
  refuseSize(file, name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = await typeByContent(bytes, name);
  if (!mediaType || !acceptedTypes[mediaType] || (only && !only.includes(mediaType))) {
    const wanted = (only ?? Object.keys(acceptedTypes)).map((type) => acceptedTypes[type]);
    throw new Refusal(
      "invalid",
      `Không nhận tệp “${name}”. Loại tệp dùng được: ${wanted.join(", ")}.`,
    );
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await write(sha256, bytes);
  return { name, mediaType, size: bytes.length, sha256 };
}

/**
 * The same without asking what it is: evidence may be a page with script or a piece of malware. Its
 * type is told only where it is a harmless one; all else is bytes, to be saved and never shown.
 */
export async function keepAnyFile(file: File): Promise<KeptFile> {
  const name = safeFileName(file.name);
  refuseSize(file, name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const known = await typeByContent(bytes, name);
  const mediaType = known && acceptedTypes[known] ? known : "application/octet-stream";
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await write(sha256, bytes);
  return { name, mediaType, size: bytes.length, sha256 };
}

export async function keepAnyFiles(files: File[]) {
  const kept: KeptFile[] = [];
  for (const file of files) kept.push(await keepAnyFile(file));
  return kept;
}

function refuseSize(file: File, name: string) {
  if (file.size === 0) throw new Refusal("invalid", `Tệp “${name}” trống.`);
  if (file.size > FILE_LIMIT) {
    throw new Refusal("invalid", `Tệp “${name}” ${formatSize(file.size)}, vượt giới hạn 20 MB.`);
  }
}

/** All of them, one after the other; the first that is refused refuses all. */
export async function keepFiles(files: File[]) {
  const kept: KeptFile[] = [];
  for (const file of files) kept.push(await keepFile(file));
  return kept;
}

/** Photos of an event, kept without what the camera wrote beside the picture. */
export async function keepPhotos(files: File[]) {
  const kept: KeptFile[] = [];
  for (const file of files) kept.push(await keepPhoto(file));
  return kept;
}

async function keepPhoto(file: File): Promise<KeptFile> {
  const name = safeFileName(file.name);
  refuseSize(file, name);
  const sent = new Uint8Array(await file.arrayBuffer());
  const mediaType = (await typeByContent(sent, name)) ?? "";
  const bytes = photoTypes.includes(mediaType) ? withoutCameraNotes(sent, mediaType) : null;
  if (!bytes?.length) {
    throw new Refusal("invalid", `“${name}” không phải ảnh JPEG, PNG hay WebP đọc được.`);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await write(sha256, bytes);
  return { name, mediaType, size: bytes.length, sha256 };
}

/** The kept bytes as a stream for a response; throws when they are gone from the disk. */
export async function openKeptFile(sha256: string) {
  const file = location(sha256);
  await stat(file);
  return createReadStream(file);
}

async function typeByContent(bytes: Uint8Array, name: string) {
  const known = await fileTypeFromBuffer(bytes);
  if (known) return known.mime;
  return /\.(txt|csv|md)$/i.test(name) && isText(bytes) ? "text/plain" : null;
}

function isText(bytes: Uint8Array) {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

/** Written beside and moved into place: a crash leaves no half file under a true name. */
async function write(sha256: string, bytes: Uint8Array) {
  const target = location(sha256);
  await mkdir(path.dirname(target), { recursive: true });
  if (await stat(target).catch(() => null)) return;
  const draft = `${target}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, bytes, { mode: 0o600, flush: true });
  await rename(draft, target);
}

const location = (sha256: string) =>
  path.resolve(/* turbopackIgnore: true */ env.DATA_DIR, "files", sha256.slice(0, 2), sha256);
