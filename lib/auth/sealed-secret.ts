import "server-only";

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "./secret";

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under a key kept outside the database, bound to what it belongs to. */
export function sealSecret(owner: string, text: string) {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFor("notice-secret"), nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

export function openSecret(owner: string, sealed: string) {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(
    "aes-256-gcm",
    keyFor("notice-secret"),
    bytes.subarray(0, NONCE),
    { authTagLength: TAG },
  );
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString();
}
