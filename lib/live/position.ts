import "server-only";

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "@/lib/auth/secret";

/**
 * How far someone has heard: a snapshot of the database. What the next snapshot sees and this one
 * did not is news, in whatever order transactions took their ids and committed.
 */
export type Position = {
  /** Which run of the server: after a crash it may give ids anew that a snapshot has seen. */
  server: string;
  /** In seconds of the database's clock: what is older than the events kept says nothing. */
  at: number;
  snapshot: string;
};

const NONCE = 12;
const TAG = 16;

/** Sealed, since how fast ids run tells how busy others are; any process of this product opens it. */
export function sealPosition({ server, at, snapshot }: Position) {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce);
  const text = Buffer.concat([cipher.update(`${server} ${at} ${snapshot}`), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
}

/** Null for what this product did not write: whoever sends that has missed everything. */
export function openPosition(sealed: string | null): Position | null {
  const bytes = Buffer.from(sealed ?? "", "base64url");
  if (bytes.length <= NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    });
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    const [server = "", at = "", snapshot = ""] = text.toString().split(" ");
    return { server, at: Number(at), snapshot };
  } catch {
    return null;
  }
}

let kept: Buffer | undefined;

function key() {
  kept ??= keyFor("live position");
  return kept;
}
