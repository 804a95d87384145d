import "server-only";

import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for an address that opens once; only the hash is stored. */
export function newLinkToken() {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: linkTokenHash(token) };
}

export const linkTokenHash = (token: string) => createHash("sha256").update(token).digest("hex");
