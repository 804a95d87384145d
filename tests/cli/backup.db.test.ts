import { randomUUID } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldKeys } from "@/lib/auth/field-keys";
import { masterSecret } from "@/lib/auth/secret";
import { openBackup } from "@/lib/cli/archive/read";
import { keptFile, writeBackup } from "@/lib/cli/archive/write";
import { db } from "@/lib/db";
import { MIGRATIONS, migrationNames } from "@/lib/db/migration-folder";
import { applyMigrations } from "@/lib/db/schema-engine";
import { reportProgress } from "@/lib/directives/assignments/commands";
import { databaseUrl, env } from "@/lib/env";
import { runCommand } from "@/tests/support/cli-command";
import { aDistrict, anIssuedDirective } from "@/tests/support/district";

const room = mkdtempSync(path.join(tmpdir(), "backup-"));
const backup = path.join(room, "sao-luu.zip");
const elsewhere = path.join(room, "elsewhere");

beforeAll(async () => {
  // As root the database runs as another user, who must be able to walk in.
  chmodSync(room, 0o755);
  const district = await aDistrict();
  const { id } = await anIssuedDirective(district);
  const assignment = await db.assignment.findFirstOrThrow({
    where: { directiveId: id, unitId: district.lead.unitId },
  });
  await reportProgress(district.lead, {
    assignmentId: assignment.id,
    requestId: randomUUID(),
    kind: "result",
    text: "Đã làm",
    files: [new File([`minh chứng ${randomUUID()}`], "minh-chung.txt")],
  });
});

afterAll(() => rmSync(room, { recursive: true, force: true }));

describe("a backup", () => {
  test("restored into an empty place is the same to the last row and file, and its trail holds", async () => {
    const made = await writeBackup(backup);
    expect(made.missing).toEqual([]);
    expect(made.files.length).toBeGreaterThan(0);
    const counted = made.tables.find(({ name }) => name === "AuditEntry");
    expect(counted?.rows).toBe(await db.auditEntry.count());

    takeKeysAlong();
    const restored = await run("restore", backup);
    expect(restored.output).toMatch(/Nhật ký nguyên vẹn: \d+ bản ghi/);
    expect(restored.code).toBe(0);

    const again = path.join(room, "lan-hai.zip");
    expect((await run("backup", again)).code).toBe(0);
    const copy = await openBackup(again);
    copy.close();
    const { madeAt: _, ...same } = copy.manifest;
    const { madeAt: __, ...first } = made;
    expect(same).toEqual(first);

    const occupied = await run("restore", backup);
    expect(occupied.code).toBe(1);
    expect(occupied.output).toContain("phục hồi không ghi đè");
  });

  test("never writes over a file, and leaves none behind that is not whole", async () => {
    const there = path.join(room, "co-san.zip");
    writeFileSync(there, "của người khác");
    await expect(writeBackup(there)).rejects.toMatchObject({ reason: "conflict" });
    expect(readFileSync(there, "utf8")).toBe("của người khác");
    // However far it has come when its file fails it, it says so once and ends.
    for (let time = 0; time < 30; time++)
      await expect(writeBackup(path.join(room, "khong-co", "a.zip"))).rejects.toThrow(/ENOENT/);
  });

  test("of a file that cannot be read fails in words, and leaves nothing behind", async () => {
    const target = path.join(room, "hong-tep.zip");
    const files = await db.storedFile.findMany({ select: { sha256: true } });
    const kept = files.map(({ sha256 }) => keptFile(sha256)).find((file) => existsSync(file)) ?? "";
    renameSync(kept, `${kept}.that`);
    mkdirSync(kept);
    try {
      await expect(writeBackup(target)).rejects.toThrow(/EISDIR/);
    } finally {
      rmSync(kept, { recursive: true });
      renameSync(`${kept}.that`, kept);
    }
    expect(readdirSync(room).filter((name) => name.startsWith("hong-tep"))).toEqual([]);
  });

  test("of an older version is restored by this one, and brought to its schema", async () => {
    const older = anOlderVersion();
    const [from, to] = await Promise.all([aDatabase("older"), aDatabase("newer")]);
    await applyMigrations(from.url, older.names);
    await from.ask(
      `INSERT INTO "UnitKind" (code, label) VALUES ('xa', 'Xã');
       INSERT INTO "Unit" (code, name, "shortName", "kindCode", "validFrom")
         VALUES ('06427', 'Ủy ban nhân dân xã Yên Bình', 'Xã Yên Bình', 'xa', '2020-01-01')`,
    );
    const made = path.join(room, "ban-cu.zip");
    const saved = await run("backup", made, { DATABASE_URL: from.url }, older.folder);
    expect([saved.code, saved.output]).toEqual([0, expect.stringContaining("Đã sao lưu")]);

    const restored = await run("restore", made, { DATABASE_URL: to.url });
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining("nguyên vẹn")]);
    const applied = await to.ask(
      `SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`,
    );
    expect(applied.map(({ name }) => name)).toEqual(migrationNames());
    expect(await to.ask(`SELECT "shortName" FROM "Unit"`)).toEqual([{ shortName: "Xã Yên Bình" }]);
  });

  test("cut or changed anywhere is refused before anything is restored", async () => {
    const bytes = readFileSync(backup);
    const broken = path.join(room, "hong.zip");
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.boolean(), async (at, cut) => {
        const changed = cut ? bytes.subarray(0, at) : Buffer.from(bytes);
        if (!cut) changed[at] = (changed[at] ?? 0) ^ 0xff;
        writeFileSync(broken, changed);
        const opened = await openBackup(broken).catch((error) => error);
        // A byte that says nothing, of a date or a reserved field, may differ: what is read is the same.
        if (opened instanceof Error) expect(opened).toMatchObject({ reason: "invalid" });
        else {
          opened.close();
          expect(cut).toBe(false);
        }
      }),
      { numRuns: 25 },
    );
    await expect(openBackup(path.join(room, "khong-co.zip"))).rejects.toMatchObject({
      reason: "not-found",
    });
  });
});

/** Keys are kept apart from backups; whoever restores brings them. */
function takeKeysAlong() {
  masterSecret();
  fieldKeys();
  mkdirSync(elsewhere, { mode: 0o755 });
  for (const name of ["secret", "field-keys"]) {
    copyFileSync(path.join(env.DATA_DIR, name), path.join(elsewhere, name));
  }
}

/** As a person runs it, on an embedded database of its own. */
function run(
  command: "backup" | "restore",
  file: string,
  settings: Record<string, string> = {},
  cwd = process.cwd(),
) {
  return runCommand(command, {
    cwd,
    parameters: [file],
    env: { DATA_DIR: elsewhere, DATABASE_URL: "", ...settings },
  });
}

/** The product as it was two migrations ago: the same programs, in a folder without the newest two. */
function anOlderVersion() {
  const folder = path.join(room, "older-version");
  const names = migrationNames().slice(0, -2);
  mkdirSync(path.join(folder, "prisma/migrations"), { recursive: true });
  for (const name of ["node_modules", "lib", "tsconfig.json", "package.json"]) {
    symlinkSync(path.resolve(name), path.join(folder, name));
  }
  for (const name of ["schema.prisma", "models"]) {
    symlinkSync(path.resolve("prisma", name), path.join(folder, "prisma", name));
  }
  for (const name of names) {
    symlinkSync(path.join(MIGRATIONS, name), path.join(folder, "prisma/migrations", name));
  }
  return { folder, names };
}

async function aDatabase(purpose: string) {
  const name = `${purpose}_${randomUUID().replaceAll("-", "")}`;
  const server = databaseUrl() ?? "";
  await db.$executeRawUnsafe(`CREATE DATABASE ${name}`);
  const url = server.replace(/\/[^/]+$/, `/${name}`);
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };
  return { url, ask };
}
