import "server-only";

import { db } from "./index";
import { migrationNames } from "./migration-folder";

export type Health = { ready: boolean; database: "up" | "down"; migration: string | null };

/** Whether the database answers and stands at this version's newest migration. Never throws. */
export async function checkHealth(): Promise<Health> {
  try {
    const rows = await db.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const applied = new Set(rows.map((row) => row.migration_name));
    const wanted = migrationNames();
    const migration = [...applied].sort().at(-1) ?? null;
    return { ready: wanted.every((name) => applied.has(name)), database: "up", migration };
  } catch {
    return { ready: false, database: "down", migration: null };
  }
}
