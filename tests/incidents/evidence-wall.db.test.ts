import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import { openEvidence } from "@/lib/incidents/evidence/commands";
import { aDistrictWithPolice, aReportedIncident } from "@/tests/support/incidents";

/** What the database itself keeps apart, asked as the role under which the pages work. */
const client = new pg.Client({ connectionString: databaseUrl() });
let mine = "";
let foreign = "";

beforeAll(async () => {
  const district = await aDistrictWithPolice();
  const evidence = () => ({
    files: [new File(["nhật ký"], "nhat-ky.txt")],
  });
  mine = await aReportedIncident(district.staff, evidence());
  foreign = await aReportedIncident(district.staff, evidence());
  await client.connect();
  await client.query("SET ROLE district_app");
});
afterAll(() => client.end());

const count = async (table: string) =>
  Number((await client.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);

async function admitted<T>(incidentId: string, work: () => Promise<T>) {
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('app.incident', $1, true)", [incidentId]);
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

test("a query that forgets its filter returns nothing, not even by a join", async () => {
  expect([await count("IncidentEvidence"), await count("EvidenceCustody")]).toEqual([0, 0]);
  const joined = await client.query(
    `SELECT e.id FROM "StoredFile" f JOIN "IncidentEvidence" e ON e."fileId" = f.id`,
  );
  expect(joined.rows).toEqual([]);
});

test("within a case that was asked for there is its evidence alone, and after it none again", async () => {
  const seen = await admitted(mine, async () => {
    const { rows } = await client.query(`SELECT "incidentId" FROM "IncidentEvidence"`);
    return [rows.map((row) => row.incidentId), await count("EvidenceCustody")];
  });
  expect(seen).toEqual([[mine], 1]);
  expect(await count("IncidentEvidence")).toBe(0);
});

test("nothing is put into another case, and what was written stays", async () => {
  const copy = `INSERT INTO "IncidentEvidence" (id, "incidentId", "fileId", "addedAt", "addedById", "addedBy", "unitId")
    SELECT gen_random_uuid(), $1::uuid, "fileId", "addedAt", "addedById", "addedBy", "unitId" FROM "IncidentEvidence"`;
  await expect(admitted(mine, () => client.query(copy, [foreign]))).rejects.toThrow(/row-level/);
  for (const table of ["IncidentEvidence", "EvidenceCustody", "AuditEntry"]) {
    await expect(client.query(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/);
  }
  await expect(client.query(`UPDATE "AuditEntry" SET seq = seq`)).rejects.toThrow(/permission/);
  await expect(client.query(`DROP TABLE "IncidentEvidence"`)).rejects.toThrow(/owner/);
  await expect(
    client.query(`ALTER TABLE "IncidentEvidence" DISABLE ROW LEVEL SECURITY`),
  ).rejects.toThrow(/owner/);
});

test("the role owns nothing, may not go round the policies, and reaches every table", async () => {
  const { rows } = await client.query(
    `SELECT rolsuper, rolbypassrls, rolcreaterole,
       (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
       (SELECT count(*)::int FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
          AND NOT has_table_privilege('district_app', c.oid, 'SELECT')) AS beyond
     FROM pg_roles r WHERE rolname = 'district_app'`,
  );
  const [role] = rows;
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    owned: 0,
    beyond: 0,
  });
});

test("a piece is opened by who is in on its case, for others it is not there", async () => {
  const stranger = await aDistrictWithPolice();
  const piece = await db.incidentEvidence.findFirstOrThrow({
    where: { incidentId: mine },
    select: { id: true },
  });
  await expect(openEvidence(stranger.liaison, piece.id)).rejects.toMatchObject({
    reason: "not-found",
  });
});
