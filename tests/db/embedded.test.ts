import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { DataInUse, findRunning, freePort, startEmbedded } from "@/lib/db/embedded";
import { runCommand, runProgram } from "@/tests/support/cli-command";

const aDataDir = () => mkdtempSync(path.join(tmpdir(), "embedded-"));

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

/** The number of the server's main process, from the notes the server itself keeps. */
async function mainProcess(url: string) {
  const [row] = await query(
    url,
    "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid",
  );
  return Number(row.pid);
}

describe("the embedded server", () => {
  test("killed, it comes back at the same address with all that was committed", async () => {
    const dataDir = aDataDir();
    const server = await startEmbedded({ dataDir, temporary: true });
    await query(server.url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
    process.kill(await mainProcess(server.url), "SIGKILL");

    const rows = () => query(server.url, "SELECT n FROM kept").catch(() => "away");
    await expect.poll(rows, { timeout: 30_000 }).toEqual([{ n: 7 }]);
    await server.stop();
    expect(existsSync(dataDir)).toBe(false);
  }, 60_000);

  test("outliving its program that was killed, it is ended and its data taken over", async () => {
    const dataDir = aDataDir();
    const { output } = await runProgram("tests/support/killed-program.ts", {
      env: { DATA_DIR: dataDir },
    });
    expect(output).toContain("committed");
    const server = await startEmbedded({ dataDir, temporary: true });
    expect(await query(server.url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
    await server.stop();
  }, 60_000);

  test("is found by other commands while it runs, and not after", async () => {
    const dataDir = aDataDir();
    const server = await startEmbedded({ dataDir });
    expect(await findRunning(dataDir)).toBe(server.url);
    await server.stop();
    expect(await findRunning(dataDir)).toBeNull();
    await (await startEmbedded({ dataDir, temporary: true })).stop();
  }, 60_000);

  test("is left alone while another living copy has it", async () => {
    const dataDir = aDataDir();
    const server = await startEmbedded({ dataDir, temporary: true });
    const notes = path.join(dataDir, "postgres.json");
    const written = JSON.parse(readFileSync(notes, "utf8"));
    // Process 1 is always alive and never ours.
    writeFileSync(notes, JSON.stringify({ ...written, appPid: 1 }));
    await expect(startEmbedded({ dataDir })).rejects.toThrow(DataInUse);
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/Hãy dừng bản đó/);
    writeFileSync(notes, JSON.stringify(written));
    expect(await query(server.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await server.stop();
  }, 60_000);
});

test("a port in use ends the start with one sentence and no stack", async () => {
  const blocker = createServer();
  const port = await new Promise<number>((resolve) => {
    blocker.listen(0, "0.0.0.0", () => {
      const address = blocker.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const dataDir = aDataDir();
  const { code, output } = await runCommand("start", {
    env: {
      PORT: String(port),
      DATA_DIR: dataDir,
    },
  });
  blocker.close();
  expect(code).toBe(1);
  expect(output.trim()).toMatch(new RegExp(`^Cổng ${port} đang có chương trình khác dùng\\..*$`));
}, 60_000);

test("a database server that is not there ends the start with one sentence", async () => {
  const { code, output } = await runCommand("start", {
    env: {
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
      PORT: String(await freePort()),
    },
  });
  expect(code).toBe(1);
  expect(output.trim().split("\n")).toHaveLength(1);
}, 60_000);
