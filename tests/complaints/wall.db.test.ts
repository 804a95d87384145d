import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { currentKeyId } from "@/lib/auth/field-cipher";
import { systemActor } from "@/lib/auth/system-actor";
import { findCluster } from "@/lib/complaints/clusters/queries";
import { revealComplainant, rotateComplainants } from "@/lib/complaints/complainants/commands";
import { takeImport, undoImport, uploadImport } from "@/lib/complaints/import/commands";
import { findImport, listImports } from "@/lib/complaints/import/queries";
import { resumeImports, runImport } from "@/lib/complaints/import/running/commands";
import { routeComplaint, verifyComplaint } from "@/lib/complaints/moves/commands";
import { reopenComplaint } from "@/lib/complaints/moves/reopening/commands";
import {
  exportComplaints,
  findComplaint,
  listComplaints,
  summariseComplaints,
} from "@/lib/complaints/queries";
import { eraseComplainants } from "@/lib/complaints/retention/commands";
import { complaintFilterSchema } from "@/lib/complaints/schema";
import { db, inTransaction } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import {
  aDistrictWithTelcos,
  aNumber,
  anEnteredComplaint,
  type DistrictWithTelcos,
} from "@/tests/support/complaints";
import { asTheApp } from "@/tests/support/role";

/** Asked as the role under which the pages work, with and without having said whose is asked for. */
const client = new pg.Client({ connectionString: databaseUrl() });
const owner = new pg.Client({ connectionString: databaseUrl() });
const source = aNumber();
let district: DistrictWithTelcos;
let mine = "";
let theirs = "";
let resident = "";
let back: () => Promise<void>;

beforeAll(async () => {
  back = await asTheApp();
  district = await aDistrictWithTelcos();
  const { liaison, otherLiaison, lead } = district;
  mine = (await anEnteredComplaint(liaison, { source })).complaintId;
  theirs = (await anEnteredComplaint(otherLiaison, { source })).complaintId;
  resident = (await anEnteredComplaint(lead, { telcoId: district.telco.id })).complaintId;
  await client.connect();
  await client.query("SET ROLE district_app");
  await owner.connect();
});
afterAll(async () => {
  await Promise.all([client.end(), owner.end()]);
  await back();
});

const all = complaintFilterSchema.parse({ show: "all" });
const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);

async function having<T>(settings: Record<string, string>, work: () => Promise<T>) {
  await client.query("BEGIN");
  try {
    for (const [name, value] of Object.entries(settings)) {
      await client.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
    }
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

const seen = async (table = "Complaint") =>
  (await client.query(`SELECT * FROM "${table}"`)).rows.map(({ id }) => id);

describe("the database itself", () => {
  test("shows no complaint, complainant or entry to a query that forgets whose it asks for", async () => {
    expect((await owner.query(`SELECT 1 FROM "Complaint"`)).rowCount).toBeGreaterThan(2);
    expect([await seen(), await seen("ComplaintEntry")]).toEqual([[], []]);
    expect(await db.complaint.findMany()).toEqual([]);
    expect(await db.complaint.count({ where: { complainant: { not: null } } })).toBe(0);
    expect(await inTransaction((tx) => tx.complaint.findUnique({ where: { id: mine } }))).toBe(
      null,
    );
    const joined = await client.query(
      `SELECT c.id FROM "Unit" u JOIN "Complaint" c ON c."telcoId" = u.id`,
    );
    expect(joined.rows).toEqual([]);
    const changed = await client.query(`UPDATE "Complaint" SET content = '' WHERE id = $1`, [mine]);
    const gone = await client.query(`DELETE FROM "Complaint"`);
    expect([changed.rowCount, gone.rowCount]).toEqual([0, 0]);
  });

  test("shows a telco its own alone, whatever the query says, and afterwards none again", async () => {
    const shown = await having({ complaints_of: `{${district.telco.id}}` }, async () => ({
      rows: await seen(),
      entries: (await client.query(`SELECT DISTINCT "complaintId" AS id FROM "ComplaintEntry"`))
        .rows,
      others: (await client.query(`SELECT 1 FROM "Complaint" WHERE id = $1`, [theirs])).rowCount,
    }));
    expect(shown.rows.sort()).toEqual([mine, resident].sort());
    expect(shown.entries.map(({ id }) => id).sort()).toEqual([mine, resident].sort());
    expect(shown.others).toBe(0);
    expect(await seen()).toEqual([]);
    const units = { complaints_by: `{${district.lead.unitId}}` };
    expect(await having(units, seen)).toEqual([resident]);
  });

  test("puts nothing among another's, and lets nothing be moved there", async () => {
    const own = { complaints_of: `{${district.telco.id}}` };
    const other = district.otherTelco.id;
    const copy = `INSERT INTO "Complaint" SELECT (jsonb_populate_record(c, jsonb_build_object(
      'id', gen_random_uuid(), 'telcoId', '${other}', 'enteredByUnitId', '${other}', 'sameAs', 'x'))).* FROM "Complaint" c`;
    await expect(having(own, () => client.query(copy))).rejects.toThrow(/row-level security/);
    const moved = `UPDATE "Complaint" SET "telcoId" = '${other}', "enteredByUnitId" = '${other}'`;
    await expect(having(own, () => client.query(moved))).rejects.toThrow(/row-level security/);
  });

  test("tells figures over all telcos without a word of who complained, and writes nothing by them", async () => {
    const { rows, fields } = await client.query(`SELECT * FROM "ComplaintFact" WHERE id = $1`, [
      theirs,
    ]);
    expect(rows).toHaveLength(1);
    expect(fields.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/complainant|content|sourceText|sameAs|By$|Reason/),
      ]),
    );
    for (const write of [`DELETE FROM "ComplaintFact"`, `UPDATE "ComplaintFact" SET year = 1`]) {
      await expect(client.query(write)).rejects.toThrow(/permission denied/);
    }
  });

  test("keeps a unit that complaints name, though the role sees none of them", async () => {
    await expect(
      client.query(`DELETE FROM "Unit" WHERE id = $1`, [district.otherTelco.id]),
    ).rejects.toThrow(/complaints name it/);
  });

  test("keeps a complaint that another came from, and takes none that came from nowhere", async () => {
    const { rows } = await owner.query(
      `SELECT to_jsonb(c) AS row FROM "Complaint" c WHERE id = $1`,
      [theirs],
    );
    const onward = (routedFromId: string) =>
      owner.query(
        `INSERT INTO "Complaint" SELECT (jsonb_populate_record(NULL::"Complaint", $1::jsonb || $2::jsonb)).*`,
        [
          rows[0].row,
          {
            id: randomUUID(),
            number: 900_000,
            sameAs: randomUUID(),
            telcoId: district.telco.id,
            routedFromId,
          },
        ],
      );
    await expect(onward(randomUUID())).rejects.toThrow(/that is not there/);
    await owner.query("BEGIN");
    await onward(theirs);
    await expect(owner.query(`DELETE FROM "Complaint" WHERE id = $1`, [theirs])).rejects.toThrow(
      /came from it/,
    );
    await owner.query("ROLLBACK");
  });

  test("has a wall that the role cannot take down", async () => {
    for (const sql of [
      `ALTER TABLE "Complaint" DISABLE ROW LEVEL SECURITY`,
      `DROP POLICY of_whom_was_asked ON "Complaint"`,
    ]) {
      await expect(client.query(sql)).rejects.toThrow(/owner/);
    }
    await client.query("SET row_security = off");
    await expect(client.query(`SELECT * FROM "Complaint"`)).rejects.toThrow(/row-level security/);
    await client.query("SET row_security = on");
  });
});

describe("through the wall, as the app", () => {
  const listed = async (actor: Actor) => idsOf(await listComplaints(actor, all));

  test("everybody is shown what is theirs, as before", async () => {
    const { liaison, otherLiaison, lead, officer, policeLead } = district;
    expect((await listed(liaison)).sort()).toEqual([mine, resident].sort());
    expect(await listed(otherLiaison)).toEqual([theirs]);
    expect(await listed(lead)).toEqual([resident]);
    for (const above of [officer, policeLead]) {
      for (const id of [mine, theirs, resident]) {
        expect((await findComplaint(above, id))?.id).toBe(id);
      }
    }
    expect((await summariseComplaints(liaison)).open).toBe(2);
    expect((await exportComplaints(otherLiaison, all))?.map(({ id }) => id)).toEqual([theirs]);
    expect((await findComplaint(liaison, mine))?.entries).toHaveLength(1);
    expect(await findComplaint(liaison, theirs)).toBe(null);
    expect(await revealComplainant(liaison, { complaintId: mine })).toContain("Nông Thị Lan");
    const { rows } = await owner.query(`SELECT id FROM "ReportedSource" WHERE value = $1`, [
      source,
    ]);
    expect((await findCluster(officer, rows[0].id))?.telcos).toHaveLength(2);
  });

  test("a unit that took over from another is shown what that one did", async () => {
    await owner.query(`UPDATE "Unit" SET "successorId" = $1 WHERE id = $2`, [
      district.otherTelco.id,
      district.telco.id,
    ]);
    expect((await listed(district.otherLiaison)).sort()).toEqual([mine, theirs, resident].sort());
    await owner.query(`UPDATE "Unit" SET "successorId" = NULL WHERE id = $1`, [district.telco.id]);
    expect(await listed(district.otherLiaison)).toEqual([theirs]);
  });

  test("an id that another has is refused, and not said to be there", async () => {
    const taken = anEnteredComplaint(district.otherLiaison, { complaintId: mine });
    await expect(taken).rejects.toMatchObject({ reason: "not-found" });
  });

  test("a case goes from telco to telco and is followed by who took it down, and by nobody else", async () => {
    const { liaison, otherLiaison, lead, otherTelco } = district;
    await routeComplaint(liaison, { complaintId: resident, version: 1, telcoId: otherTelco.id });
    const [onward] = (await listed(otherLiaison)).filter((id) => id !== theirs);
    expect(await findComplaint(liaison, onward ?? "")).toBe(null);
    expect((await findComplaint(lead, resident))?.followed.map(({ id }) => id)).toEqual([onward]);
    await verifyComplaint(otherLiaison, { complaintId: onward ?? "", version: 1 });
    await expect(
      verifyComplaint(liaison, { complaintId: onward ?? "", version: 2 }),
    ).rejects.toMatchObject({ reason: "not-found" });
    await expect(
      reopenComplaint(liaison, { complaintId: theirs, version: 1, reason: "Thử mở" }),
    ).rejects.toMatchObject({ reason: "not-found" });
  });

  test("a file is taken in and taken back, and sources that others name are counted right", async () => {
    const importId = randomUUID();
    const file = new File(
      [
        `Ngày giờ,Loại,Số bị phản ánh,Nội dung\n2025-01-10 08:30,Cuộc gọi lừa đảo,${source},Giả danh\n`,
      ],
      "a.csv",
    );
    await uploadImport(district.liaison, { importId, file });
    const { liaison, otherLiaison, telco, otherTelco } = district;
    await expect(uploadImport(otherLiaison, { importId, file })).rejects.toMatchObject({
      reason: "not-found",
    });
    expect(await uploadImport(liaison, { importId, file })).toEqual({ id: importId });
    // The file waits, sealed: for the query that forgets whose it asks for there is none.
    expect(await seen("ComplaintImport")).toEqual([]);
    const files = () => seen("ComplaintImport");
    expect(await having({ complaints_of: `{${telco.id}}` }, files)).toEqual([importId]);
    expect(await having({ complaints_of: `{${otherTelco.id}}` }, files)).toEqual([]);
    expect((await listImports(liaison)).map(({ id }) => id)).toEqual([importId]);
    expect(await findImport(otherLiaison, importId)).toBe(null);
    await takeImport(district.liaison, { importId });
    await owner.query(`UPDATE "ComplaintImport" SET "beatAt" = '2020-01-01' WHERE id = $1`, [
      importId,
    ]);
    await resumeImports(systemActor);
    expect((await findImport(liaison, importId))?.state).toBe("done");
    const told = async () =>
      (await owner.query(`SELECT complaints FROM "ReportedSource" WHERE value = $1`, [source]))
        .rows[0];
    expect(await told()).toEqual({ complaints: 3 });
    const again = randomUUID();
    await uploadImport(district.liaison, { importId: again, file });
    await takeImport(district.liaison, { importId: again });
    await runImport(district.liaison, again);
    expect(await told(), "what came before is known, through the wall too").toEqual({
      complaints: 3,
    });
    await undoImport(district.liaison, { importId });
    expect(await told()).toEqual({ complaints: 2 });
  });

  test("keys are changed and who complained is erased in all of them", async () => {
    await owner.query(
      `UPDATE "Complaint" SET complainant = regexp_replace(complainant, '^[^.]+', 'old') WHERE id = $1`,
      [theirs],
    );
    await expect(rotateComplainants(systemActor)).rejects.toThrow(/old|key|khóa/i);
    await owner.query(
      `UPDATE "Complaint" SET complainant = regexp_replace(complainant, '^[^.]+', $2) WHERE id = $1`,
      [theirs, currentKeyId()],
    );
    await owner.query(
      `UPDATE "Complaint" SET state = 'handled', "closedAt" = '2020-01-01' WHERE id = $1`,
      [mine],
    );
    expect((await eraseComplainants(systemActor)).erased).toBeGreaterThanOrEqual(1);
    const { rows } = await owner.query(`SELECT complainant FROM "Complaint" WHERE id = $1`, [mine]);
    expect(rows).toEqual([{ complainant: null }]);
  });
});
