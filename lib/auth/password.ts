import "server-only";

import { randomInt } from "node:crypto";
import { type Algorithm, hash, parseOptions, verify } from "@node-rs/argon2";

/** 64 MiB and three passes, 0.1 s on the machine it was measured on; OWASP's floor is 19 MiB, two. */
const COST = {
  // The package's enum exists only for the compiler: 2 is Argon2id.
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 65_536,
  timeCost: 3,
  parallelism: 1,
};

/** Four at a time: a flood of sign-ins takes 256 MiB, not the whole machine. */
const AT_ONCE = 4;

/** Composed and separate marks are the same password: keyboards differ in which they send. */
const bytesOf = (password: string) => password.normalize("NFC");

export function hashPassword(password: string) {
  return inTurn(() => hash(bytesOf(password), COST));
}

/** Takes as long where there is no account, or one without a password. */
export async function verifyPassword(stored: string | null, password: string) {
  const against = stored ?? (await dummyHash());
  const right = await inTurn(() => verify(against, bytesOf(password)));
  return stored !== null && right;
}

/** True for a hash made when less work was asked for. */
export function isOutdated(stored: string) {
  const { algorithm, memoryCost, timeCost } = parseOptions(stored);
  return algorithm !== COST.algorithm || memoryCost < COST.memoryCost || timeCost < COST.timeCost;
}

/** No l and 1, no o and 0: it is read out over the telephone. */
const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Shown once to the administrator; good until the first sign-in, which asks for another. */
export function temporaryPassword() {
  const sign = () => SIGNS[randomInt(SIGNS.length)];
  return Array.from({ length: 3 }, () => Array.from({ length: 5 }, sign).join("")).join("-");
}

let dummy: Promise<string> | undefined;
const dummyHash = () => {
  dummy ??= hashPassword("no account has this password");
  return dummy;
};

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>) {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed to whoever waits next, or given back.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
