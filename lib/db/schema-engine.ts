import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { MIGRATIONS, migrationNames, migrationSql } from "./migration-folder";

type SchemaFile = { path: string; content: string };
type DiffTarget = { tag: "empty" } | { tag: "schemaDatamodel"; files: SchemaFile[] };

type Engine = {
  applyMigrations: (input: object) => Promise<{ appliedMigrationNames: string[] }>;
  diff: (input: object) => Promise<{ stdout: string | null }>;
  free: () => void;
};

const filters = { externalTables: [], externalEnums: [] };

/** Applies what is missing of these, in Prisma's own format and table. Returns the names it applied. */
export async function applyMigrations(databaseUrl: string, names = migrationNames()) {
  return withEngine(databaseUrl, async (engine) => {
    const migrationsList = {
      baseDir: MIGRATIONS,
      shadowDbInitScript: "",
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      migrationDirectories: names.map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: migrationSql(name) },
        },
      })),
    };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  });
}

/** The SQL that leads from one schema text to another. The engine wants a server, and reads no table. */
export async function diffSchemas(databaseUrl: string, from: SchemaFile[], to: SchemaFile[]) {
  return withEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: from.length ? target(from) : { tag: "empty" },
      to: target(to),
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters,
    });
    return stdout ?? "";
  });
}

/** prisma/schema.prisma and the models beside it. */
export function schemaFiles(): SchemaFile[] {
  const models = readdirSync("prisma/models").sort();
  return ["schema.prisma", ...models.map((name) => `models/${name}`)].map((name) => ({
    path: name,
    content: readFileSync(path.join("prisma", name), "utf8"),
  }));
}

const target = (files: SchemaFile[]): DiffTarget => ({ tag: "schemaDatamodel", files });

/** Prisma's migration engine as WebAssembly: the binary one is a download closed networks refuse. */
async function withEngine<T>(connectionString: string, work: (engine: Engine) => Promise<T>) {
  const module = await loadEngineModule();
  const pool = new pg.Pool({ connectionString, max: 3 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  const datamodels = schemaFiles().map((file) => [file.path, file.content]);
  const engine: Engine = await module.SchemaEngine.new({ datamodels }, () => {}, adapter);
  try {
    await pool.query("SELECT pg_advisory_lock(hashtext('migrations'))");
    return await work(engine);
  } finally {
    engine.free();
    // Closing the connections also lets go of the lock that keeps two starting copies apart.
    await pool.end();
  }
}

/** Sends a migration as one script: in one transaction, and not cut at the semicolons of a function. */
class WholeScripts extends PrismaPg {
  constructor(private readonly scripts: pg.Pool) {
    super(scripts);
  }

  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script: string) => {
      await this.scripts.query(script);
    };
    return connection;
  }
}

let loaded: ReturnType<typeof instantiate> | undefined;

/** Once in a process: a second instance would take the first one's memory for its own. */
function loadEngineModule() {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate() {
  const main = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  // The package exports its main file alone; these two stand beside it.
  const beside = (name: string) => path.join(path.dirname(main), name);
  const module = await import(
    /* webpackIgnore: true */ pathToFileURL(beside("schema_engine_bg.js")).href
  );
  const { instance } = await WebAssembly.instantiate(
    readFileSync(beside("schema_engine_bg.wasm")),
    { "./schema_engine_bg.js": module },
  );
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module;
}
