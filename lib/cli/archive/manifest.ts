import { createHash } from "node:crypto";
import { z } from "zod";
import { migrationNames, migrationSql } from "@/lib/db/migration-folder";

/** What a backup says of itself; written last, so that a half one has none. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The schema the rows belong to. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().min(0),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** Named by rows, and already gone from the folder when the backup was made. */
  missing: z.array(z.string()),
  /** Tells whether other keys are in use, and nothing of the keys. */
  keys: z.object({ secret: z.string(), fields: z.array(z.string()) }),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = "manifest.json";
export const tableEntry = (name: string) => `tables/${name}`;
export const fileEntry = (sha256: string) => `files/${sha256}`;

export const migrationsHere = () =>
  migrationNames().map((name) => ({
    name,
    sha256: createHash("sha256").update(migrationSql(name)).digest("hex"),
  }));

/** Of the keys in use: the same keys, the same marks. */
export async function keyMarks() {
  const { keyFor } = await import("@/lib/auth/secret");
  const { fieldKeys } = await import("@/lib/auth/field-keys");
  const mark = createHash("sha256").update(keyFor("backup-mark")).digest("hex").slice(0, 16);
  return { secret: mark, fields: fieldKeys().map(({ id }) => id) };
}
