import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrationNames } from "@/lib/db/migration-folder";
import { applyMigrations } from "@/lib/db/schema-engine";
import { databaseUrl } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { fileEntry, keyMarks, type Manifest, migrationsHere, tableEntry } from "./manifest";
import { type Archive, openBackup } from "./read";
import { keptFile, quoted } from "./write";

/**
 * Puts a backup into a place that has nothing yet: files first, then all rows in one transaction,
 * then the migrations that are newer than the backup. Returns what it held and whether the keys here
 * are those it was made with.
 */
export async function restoreBackup(file: string) {
  const url = databaseUrl();
  if (!url) throw new Error("no database is open");
  const archive = await openBackup(file);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    refuseForeign(archive.manifest);
    await refuseOccupied(client);
    await putFiles(archive);
    await layOut(client, url, archive.manifest);
    await putRows(client, archive);
  } finally {
    archive.close();
    await client.end();
  }
  await applyMigrations(url);
  const { secret, fields } = await keyMarks();
  const { keys } = archive.manifest;
  const sameKeys = keys.secret === secret && keys.fields.every((id) => fields.includes(id));
  return { manifest: archive.manifest, sameKeys };
}

/** A newer product knows how to go on from an older one's rows, never the other way round. */
function refuseForeign({ migrations }: Manifest) {
  const here = migrationsHere();
  const known = migrations.every(
    ({ name, sha256 }, at) => here[at]?.name === name && here[at].sha256 === sha256,
  );
  if (known) return;
  throw new Refusal(
    "invalid",
    "Bản sao lưu thuộc phiên bản khác của chương trình. Dùng đúng phiên bản đó, hoặc phiên bản mới hơn.",
  );
}

async function refuseOccupied(client: pg.Client) {
  const there = await client.query(`SELECT to_regclass('public."User"') IS NOT NULL AS made`);
  if (!there.rows[0].made) return;
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT 1 FROM "User") OR EXISTS (SELECT 1 FROM "Unit") AS used`,
  );
  if (!rows[0].used) return;
  throw new Refusal(
    "conflict",
    "Cơ sở dữ liệu này đã có dữ liệu; phục hồi không ghi đè. Đặt DATA_DIR hoặc DATABASE_URL sang chỗ trống.",
  );
}

async function putFiles({ manifest, open }: Archive) {
  for (const sha256 of manifest.files) {
    const target = keptFile(sha256);
    if (existsSync(target)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    const draft = `${target}.${randomBytes(6).toString("hex")}`;
    const stream = await open(fileEntry(sha256));
    await pipeline(stream, createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }));
    renameSync(draft, target);
  }
}

/** The schema as it was when the backup was made: its rows fit no other. */
async function layOut(client: pg.Client, url: string, { migrations }: Manifest) {
  if (migrations.length === migrationNames().length) return;
  await client.query("DROP SCHEMA public CASCADE");
  await client.query("CREATE SCHEMA public");
  await applyMigrations(
    url,
    migrations.map(({ name }) => name),
  );
}

/** Rows are put in as they were: no trigger adds to them, and references are checked at the end. */
async function putRows(client: pg.Client, { manifest, open }: Archive) {
  await client.query("BEGIN");
  const references = await client.query<{ owner: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name,
           pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  for (const { owner, name } of references.rows) {
    await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  }
  const tables = manifest.tables.map(({ name }) => quoted(name));
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  // What the migrations themselves had put in comes with the backup.
  await client.query(`TRUNCATE ${tables.join(", ")}`);
  for (const { name, columns, rows } of manifest.tables) {
    const list = columns.map(quoted).join(", ");
    const into = client.query(copyFrom(`COPY ${quoted(name)} (${list}) FROM STDIN`));
    await pipeline(await open(tableEntry(name)), into);
    if (into.rowCount !== rows) throw new Error(`${name}: ${into.rowCount} of ${rows} rows`);
  }
  for (const { name, value, called } of manifest.sequences) {
    await client.query("SELECT setval($1::regclass, $2, $3)", [quoted(name), value, called]);
  }
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { owner, name, definition } of references.rows) {
    await client.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`);
  }
  await client.query("COMMIT");
  await client.query("ANALYZE");
}
