import "server-only";

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { type FieldKey, fieldKeys } from "./field-keys";

const NONCE = 12;
const TAG = 16;

/** `k1.base64url`: AES-256-GCM under the key in use, bound to what it belongs to. */
export function sealField(owner: string, text: string) {
  const key = keyInUse();
  return `${key.id}.${sealBytes(key, owner, text).toString("base64url")}`;
}

export function openField(owner: string, sealed: string) {
  const dot = sealed.indexOf(".");
  const key = keyNamed(sealed.slice(0, dot));
  return openBytes(key, owner, Buffer.from(sealed.slice(dot + 1), "base64url")).toString();
}

/** For whole files: one byte of length, the key's id, then nonce, tag and cipher text. */
export function sealFile(owner: string, bytes: Buffer) {
  const key = keyInUse();
  const id = Buffer.from(key.id);
  return Buffer.concat([Buffer.from([id.length]), id, sealBytes(key, owner, bytes)]);
}

export function openFile(owner: string, sealed: Buffer) {
  const length = sealed.readUInt8(0);
  const key = keyNamed(sealed.subarray(1, 1 + length).toString());
  return openBytes(key, owner, sealed.subarray(1 + length));
}

/** What a value is found by without being readable; the same value gives the same. */
export const findKeyOf = (value: string) => hmac(keyInUse(), value);

/** Under every key that rows may still have been written with. */
export const findKeysOf = (value: string) => fieldKeys().map((key) => hmac(key, value));

/** Rows sealed under another key are those that a rotation has still to do. */
export const currentKeyId = () => keyInUse().id;

const hmac = (key: FieldKey, value: string) =>
  createHmac("sha256", key.find).update(value).digest("base64url").slice(0, 32);

function sealBytes(key: FieldKey, owner: string, content: Buffer | string) {
  const nonce = freshNonce();
  const cipher = createCipheriv("aes-256-gcm", key.seal, nonce).setAAD(Buffer.from(owner));
  const text =
    typeof content === "string" ? cipher.update(content, "utf8") : cipher.update(content);
  // GCM holds nothing back for the end: what it would give is empty.
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

let nonces = Buffer.alloc(0);

/** Asked of the system for many at once: a file seals a hundred thousand. */
function freshNonce() {
  if (nonces.length === 0) nonces = randomBytes(NONCE * 512);
  const nonce = nonces.subarray(0, NONCE);
  nonces = nonces.subarray(NONCE);
  return nonce;
}

function openBytes(key: FieldKey, owner: string, sealed: Buffer) {
  const decipher = createDecipheriv("aes-256-gcm", key.seal, sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

function keyInUse() {
  const [key] = fieldKeys();
  if (!key) throw new Error("no key to seal fields with");
  return key;
}

function keyNamed(id: string) {
  const key = fieldKeys().find((one) => one.id === id);
  if (!key) throw new Error(`the key ${id} of a sealed field is not among those configured`);
  return key;
}
