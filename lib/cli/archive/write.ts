import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { PassThrough, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { ZipFile } from "yazl";
import { databaseUrl, env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import {
  fileEntry,
  keyMarks,
  MANIFEST,
  type Manifest,
  migrationsHere,
  tableEntry,
} from "./manifest";

/**
 * Everything as it was at one instant, in one .zip: each table as COPY writes it, each kept file, and
 * a manifest of sums. People go on working meanwhile. Keys are not in it: they are kept elsewhere.
 */
export async function writeBackup(target: string): Promise<Manifest> {
  if (existsSync(target)) {
    throw new Refusal("conflict", `Tệp ${target} đã có. Chọn tên khác, tệp cũ được giữ nguyên.`);
  }
  const draft = `${target}.dang-ghi-${process.pid}`;
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    // A row that a policy hides would be missing later: better to fail now.
    await client.query("SET row_security = off");
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const manifest = await begun(client);
    await fill(client, manifest, draft);
    await client.query("COMMIT");
    const file = await open(draft, "r");
    await file.sync();
    await file.close();
    renameSync(draft, target);
    return manifest;
  } finally {
    await client.end();
    rmSync(draft, { force: true });
  }
}

async function begun(client: pg.Client): Promise<Manifest> {
  const tables = await client.query<{ name: string; columns: string[] }>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
      AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`);
  const sequences = await client.query<{ name: string; value: string; called: boolean }>(`
    SELECT sequencename AS name, coalesce(last_value, start_value)::text AS value,
           last_value IS NOT NULL AS called
    FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`);
  const files = await client.query<{ sha256: string }>(
    `SELECT DISTINCT sha256 FROM "StoredFile" ORDER BY 1`,
  );
  const all = files.rows.map(({ sha256 }) => sha256);
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations: migrationsHere(),
    tables: tables.rows.map((table) => ({ ...table, rows: 0, sha256: "" })),
    sequences: sequences.rows,
    files: all.filter((sha256) => existsSync(keptFile(sha256))),
    missing: all.filter((sha256) => !existsSync(keptFile(sha256))),
    keys: await keyMarks(),
  };
}

/** One entry after the other, each begun when its turn comes: nothing is held whole in memory. */
async function fill(client: pg.Client, manifest: Manifest, draft: string) {
  const zip = new ZipFile();
  const tell = (error: Error) => zip.emit("error", error);
  for (const table of manifest.tables) {
    zip.addReadStreamLazy(tableEntry(table.name), { forceZip64Format: true }, (give) => {
      const list = table.columns.map(quoted).join(", ");
      const rows = client.query(copyTo(`COPY ${quoted(table.name)} (${list}) TO STDOUT`));
      const sum = createHash("sha256");
      const summed = new Transform({
        transform(chunk, _, done) {
          sum.update(chunk);
          done(null, chunk);
        },
        flush(done) {
          table.rows = rows.rowCount;
          table.sha256 = sum.digest("hex");
          done();
        },
      });
      // Each time, also of what was being read when the file itself failed; the archive listens to none.
      rows.on("error", (error) => summed.destroy(error));
      summed.on("error", tell);
      give(null, rows.pipe(summed));
    });
  }
  for (const sha256 of manifest.files) {
    // What is kept is packed already, most of it.
    zip.addReadStreamLazy(fileEntry(sha256), { compress: false }, (give) => {
      const file = createReadStream(keptFile(sha256));
      file.on("error", tell);
      give(null, file);
    });
  }
  zip.addReadStreamLazy(MANIFEST, (give) => {
    const text = new PassThrough();
    text.end(JSON.stringify(manifest));
    give(null, text);
  });
  zip.end();
  const failed = new Promise<never>((_, reject) => zip.on("error", reject));
  await Promise.race([
    pipeline(zip.outputStream, createWriteStream(draft, { flags: "wx", mode: 0o600 })),
    failed,
  ]);
}

export const quoted = (identifier: string) => pg.escapeIdentifier(identifier);

export const keptFile = (sha256: string) =>
  path.join(env.DATA_DIR, "files", sha256.slice(0, 2), sha256);
