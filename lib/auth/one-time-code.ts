import "server-only";

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { keyFor } from "./secret";

const ISSUER = "Trực an toàn mạng";
const PERIOD = 30;
const RECOVERY_CODES = 10;

/** A new secret as it is stored: AES-256-GCM, bound to the account, the key outside the database. */
export function newSealedSecret(userId: string) {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("totp"), iv).setAAD(Buffer.from(userId));
  const sealed = Buffer.concat([cipher.update(new Secret({ size: 20 }).bytes), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** For the authenticator app: a link to draw as a QR code, and the same secret to type. */
export function enrolmentOf(userId: string, sealed: string, username: string) {
  const secret = open(userId, sealed);
  const uri = new TOTP({ issuer: ISSUER, label: username, secret, period: PERIOD }).toString();
  return { uri, secret: secret.base32.replace(/(.{4})(?=.)/g, "$1 ") };
}

/** The 30 s step whose code this is, one step early or late allowed; null for a wrong code. */
export function stepOfCode(userId: string, sealed: string, code: string) {
  const totp = new TOTP({ secret: open(userId, sealed), period: PERIOD });
  // The library's own clock, not the district's: a phone knows nothing of DISTRICT_CLOCK.
  const step = totp.counter();
  const delta = totp.validate({ token: code, timestamp: step * PERIOD * 1000, window: 1 });
  return delta === null ? null : BigInt(step + delta);
}

/** Ten codes of 80 random bits: without a dictionary to try, a plain SHA-256 keeps them. */
export const newRecoveryCodes = () =>
  Array.from({ length: RECOVERY_CODES }, () =>
    new Secret({ size: 10 }).base32.toLowerCase().replace(/(.{4})(?=.)/g, "$1-"),
  );

/** Spaces, dashes and capitals do not matter to the person who copies a code from paper. */
export const recoveryHash = (code: string) =>
  createHash("sha256").update(code.toLowerCase().replace(/[\s-]/g, "")).digest("hex");

function open(userId: string, sealed: string) {
  const [iv, tag, bytes] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !bytes) throw new Error("a stored second factor has lost its shape");
  const decipher = createDecipheriv("aes-256-gcm", keyFor("totp"), iv, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(userId)).setAuthTag(tag);
  const opened = Buffer.concat([decipher.update(bytes), decipher.final()]);
  return new Secret({ buffer: Uint8Array.from(opened).buffer });
}
