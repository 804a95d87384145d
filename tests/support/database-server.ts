import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { applyMigrations } from "@/lib/db/schema-engine";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** One real PostgreSQL for the run; its migrated database is the template every worker copies. */
export default async function setup(project: TestProject) {
  const server = await startEmbedded({
    dataDir: mkdtempSync(path.join(tmpdir(), "tests-")),
    // Durability is what the crash tests are for.
    settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
    temporary: true,
  });
  await applyMigrations(server.url);
  project.provide("serverUrl", server.url);
  return server.stop;
}
