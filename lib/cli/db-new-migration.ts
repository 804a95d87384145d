import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { MIGRATIONS } from "@/lib/db/migration-folder";
import { diffSchemas, schemaFiles } from "@/lib/db/schema-engine";

/** The schema as of the newest migration; kept beside them to compare with. */
const SNAPSHOT = path.join(MIGRATIONS, "schema.json");

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Cách dùng: npm run db:new-migration -- ten_migration (chữ thường, số, gạch dưới)");
  process.exit(1);
}

const before = existsSync(SNAPSHOT) ? JSON.parse(readFileSync(SNAPSHOT, "utf8")) : [];
const after = schemaFiles();
const dataDir = mkdtempSync(path.join(tmpdir(), "migration-"));
const server = await startEmbedded({ dataDir, temporary: true });
const sql = await diffSchemas(server.url, before, after).finally(server.stop);

if (sql.includes("empty migration")) {
  console.log("Mô hình không đổi, không cần migration.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), sql);
  writeFileSync(SNAPSHOT, `${JSON.stringify(after, null, 1)}\n`);
  console.log(`Đã viết ${path.relative(process.cwd(), folder)}/migration.sql`);
}
process.exit(0);
