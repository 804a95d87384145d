import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";

const BYTES = "thu.\n";

/** The rows the demo lacks, the bytes they name, and after that a database in which nothing lands. */
export async function prepare(client: pg.Client, dataDir: string) {
  const sha256 = createHash("sha256").update(BYTES).digest("hex");
  const folder = path.join(dataDir, "files", sha256.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, sha256), BYTES);
  const sql = readFileSync(path.join(import.meta.dirname, "prepare.sql"), "utf8");
  await client.query(sql.replaceAll("@SHA256@", sha256));
}
