import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { pointAtDatabase } from "@/lib/env";

const serverUrl = inject("serverUrl");
const name = `worker_${process.pid}_${randomBytes(4).toString("hex")}`;
const shared = globalThis as { workerDatabase?: Promise<void> };

shared.workerDatabase ??= copyTemplate();
await shared.workerDatabase;

/** Copying a migrated database takes a fraction of migrating one. */
async function copyTemplate() {
  const client = new pg.Client({ connectionString: serverUrl.replace(/\/[^/]+$/, "/postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE district`);
  await client.end();
  pointAtDatabase(serverUrl.replace(/\/[^/]+$/, `/${name}`));
}
