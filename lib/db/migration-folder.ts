import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const MIGRATIONS = path.resolve("prisma/migrations");

/** Names of the migrations this version of the product brings, oldest first. */
export function migrationNames() {
  return readdirSync(MIGRATIONS)
    .filter((name) => existsSync(path.join(MIGRATIONS, name, "migration.sql")))
    .sort();
}

export const migrationSql = (name: string) =>
  readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8");
