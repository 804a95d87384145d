import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Runs the work while no other process holds the folder. Whoever died without letting go (killed, no
 * power) is known by the number it left; without one, by age.
 *
 * @param {string} folder
 * @param {() => void | Promise<void>} work
 * @param {() => void} [onWait] told once, when somebody else is at it
 */
export async function whileLocked(folder, work, onWait) {
  mkdirSync(path.dirname(folder), { recursive: true });
  let waited = false;
  while (!take(folder)) {
    if (isStale(folder)) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", release);
  try {
    await work();
  } finally {
    release();
    process.removeListener("exit", release);
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(path.join(folder, "pid"), String(process.pid));
  return true;
}

const MOMENT = 5_000;
const LONG = 15 * 60_000;

/** @param {string} folder */
function isStale(folder) {
  try {
    const age = Date.now() - statSync(folder).mtimeMs;
    if (age < MOMENT) return false;
    return age > LONG || !isAlive(holderOf(folder));
  } catch {
    return false;
  }
}

/** @param {string} folder */
function holderOf(folder) {
  try {
    return Number(readFileSync(path.join(folder, "pid"), "utf8"));
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
