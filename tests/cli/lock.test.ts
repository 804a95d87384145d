import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { whileLocked } from "@/lib/cli/lock.mjs";

const room = mkdtempSync(path.join(tmpdir(), "lock-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** A lock taken a minute ago by the process of that number. */
function heldSince(name: string, pid: number | null) {
  const folder = path.join(room, name);
  mkdirSync(folder);
  if (pid !== null) writeFileSync(path.join(folder, "pid"), String(pid));
  const before = new Date(Date.now() - 60_000);
  utimesSync(folder, before, before);
  return folder;
}

describe("the lock of a checkout", () => {
  test("is let go after the work, also when the work fails", async () => {
    const folder = path.join(room, "plain");
    let done = false;
    await whileLocked(folder, () => {
      done = existsSync(folder);
    });
    expect(done).toBe(true);
    const failing = whileLocked(folder, () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ["a process that was killed", () => spawnSync(process.execPath, ["-e", ""]).pid],
    ["nobody who left a number", () => null],
  ])("held by %s keeps nobody waiting", async (name, pid) => {
    let done = false;
    await whileLocked(heldSince(name, pid()), () => {
      done = true;
    });
    expect(done).toBe(true);
  });

  test("held by a living process is waited for, and that is said", async () => {
    const folder = heldSince("living", process.pid);
    let waited = 0;
    const turn = whileLocked(
      folder,
      () => {},
      () => {
        waited++;
        rmSync(folder, { recursive: true });
      },
    );
    await turn;
    expect(waited).toBe(1);
  });
});
