import { expect, test } from "vitest";
import { migrationNames, migrationSql } from "@/lib/db/migration-folder";

/**
 * The older version serves while a newer one migrates: what it reads and writes must stay. First a
 * version expands; a later one, when none before it runs any more, contracts, and says so by a line
 * `-- contract: from which version on nothing uses it`.
 */
const CONTRACTS: [string, RegExp][] = [
  ["drops a table", /\bDROP\s+TABLE\b/i],
  ["drops a column", /\bDROP\s+COLUMN\b/i],
  ["drops a view", /\bDROP\s+VIEW\b(?![\s\S]*\bCREATE\s+VIEW\b)/i],
  ["renames", /\bRENAME\s+(?:TO|COLUMN|CONSTRAINT)\b/i],
  ["changes a type", /\bALTER\s+COLUMN\s+\S+\s+(?:SET\s+DATA\s+)?TYPE\b/i],
  ["hides rows", /\bENABLE\s+ROW\s+LEVEL\s+SECURITY\b/i],
  ["makes a column required", /\bSET\s+NOT\s+NULL\b/i],
  [
    "adds a required column with no default",
    /\bADD\s+COLUMN\s+(?:(?!,|;)[\s\S])*?\bNOT\s+NULL\b(?!(?:(?!,|;)[\s\S])*\bDEFAULT\b)(?<!\bDEFAULT\b(?:(?!,|;)[\s\S])*)/i,
  ],
];

/** Made before anything was in use anywhere. */
const FIRST_IN_USE = "20261126164500";

const faultsOf = (sql: string) => {
  const said = sql.replace(/--.*$/gm, "");
  if (/^-- contract: .{10,}/m.test(sql)) return [];
  return CONTRACTS.filter(([, pattern]) => pattern.test(said)).map(([fault]) => fault);
};

test.each(migrationNames().filter((name) => name >= FIRST_IN_USE))(
  "%s lets the version before it go on",
  (name) => expect(faultsOf(migrationSql(name))).toEqual([]),
);

test("what would break the older version is seen", () => {
  expect(faultsOf(`ALTER TABLE "A" DROP COLUMN b;`)).toEqual(["drops a column"]);
  expect(faultsOf(`ALTER TABLE "A" RENAME COLUMN b TO c;`)).toEqual(["renames"]);
  expect(faultsOf(`ALTER TABLE "A" ADD COLUMN "b" TEXT NOT NULL;`)).toHaveLength(1);
  expect(faultsOf(`ALTER TABLE "A" ADD COLUMN "b" TEXT NOT NULL DEFAULT '';`)).toEqual([]);
  expect(
    faultsOf(`ALTER TABLE "A" ADD COLUMN "b" TEXT, ADD COLUMN c INT DEFAULT 0 NOT NULL;`),
  ).toEqual([]);
  expect(faultsOf(`ALTER TABLE "A" ALTER COLUMN "b" SET NOT NULL;`)).toEqual([
    "makes a column required",
  ]);
  expect(faultsOf(`-- contract: nothing since 2.0 reads it\nDROP TABLE "A";`)).toEqual([]);
});

test("names run in the order of their days, so that each version applies them alike", () => {
  const names = migrationNames();
  expect(names.every((name) => /^\d{14}_[a-z0-9_]+$/.test(name))).toBe(true);
  expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(names.length);
});
