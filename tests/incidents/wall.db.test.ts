import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { db, inTransaction } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import { loadCase } from "@/lib/incidents/case/queries";
import { watchDeadlines } from "@/lib/incidents/deadlines/watch/commands";
import { findIncident } from "@/lib/incidents/detail/queries";
import { addEntry } from "@/lib/incidents/entries/commands";
import { classifyIncident, takeIncident } from "@/lib/incidents/handling/commands";
import { findIncidentHome } from "@/lib/incidents/home/queries";
import { addIndicators } from "@/lib/incidents/indicators/commands";
import { listMatches } from "@/lib/incidents/indicators/queries";
import { mergeIncident } from "@/lib/incidents/merging/commands";
import { listBoard, listIncidents, summariseOpenIncidents } from "@/lib/incidents/queries";
import { tickStep } from "@/lib/incidents/reflex/commands";
import { incidentFilterSchema } from "@/lib/incidents/schema";
import { acknowledgeWarning, warnUnits } from "@/lib/incidents/warnings/commands";
import { listOwnWarnings } from "@/lib/incidents/warnings/queries";
import { now } from "@/lib/time";
import {
  aDistrictWithPolice,
  aReportedIncident,
  type DistrictWithPolice,
} from "@/tests/support/incidents";
import { asTheApp } from "@/tests/support/role";

/** Asked as the role under which the pages work, with and without having said whose is asked for. */
const client = new pg.Client({ connectionString: databaseUrl() });
const owner = new pg.Client({ connectionString: databaseUrl() });
let district: DistrictWithPolice;
let mine = "";
let theirs = "";
let restricted = "";
let back: () => Promise<void>;

const WORDS = ["IncidentEntry", "IncidentStep", "IncidentTask", "IncidentSystem"];
const OTHERS = ["IncidentIndicator", "IncidentReport", "IncidentView", "IncidentDeadline"];
const CHILDREN = [...WORDS, ...OTHERS];
const WARNINGS = ["IncidentWarning", "IncidentWarningReceipt"];
const numberOf = async (id: string) => (await findIncident(district.officer, id))?.code ?? "";

beforeAll(async () => {
  back = await asTheApp();
  district = await aDistrictWithPolice();
  const { staff, otherLead, policeLead } = district;
  mine = await aReportedIncident(staff);
  theirs = await aReportedIncident(otherLead, { informantPhone: "0912345678" });
  restricted = await aReportedIncident(otherLead, { sign: "data_leak" });
  await takeIncident(policeLead, { incidentId: restricted });
  const { version = 0 } = (await findIncident(policeLead, restricted)) ?? {};
  const grave = { kind: "espionage", severity: "high", statutoryClass: "serious" } as const;
  await classifyIncident(policeLead, { incidentId: restricted, version, tlp: "red", ...grave });
  await tickStep(staff, { incidentId: mine, step: "unplug" });
  await client.connect();
  await client.query("SET ROLE district_app");
  await owner.connect();
});
afterAll(async () => {
  await Promise.all([client.end(), owner.end()]);
  await back();
});

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

const idsIn = async (table: string, column = "id") => [
  ...new Set((await client.query(`SELECT * FROM "${table}"`)).rows.map((row) => row[column])),
];
const seen = async () => (await idsIn("Incident")).sort();

describe("the database itself", () => {
  test("shows no case, and not a word of one, to a query that forgets whose it asks for", async () => {
    for (const table of ["Incident", ...CHILDREN, ...WARNINGS]) {
      expect(await idsIn(table), table).toEqual([]);
    }
    expect((await owner.query(`SELECT 1 FROM "Incident"`)).rowCount).toBeGreaterThan(2);
    expect((await owner.query(`SELECT 1 FROM "IncidentEntry"`)).rowCount).toBeGreaterThan(2);
    expect(await db.incident.findMany()).toEqual([]);
    expect(await inTransaction((tx) => tx.incident.findUnique({ where: { id: mine } }))).toBe(null);
    expect(await db.incidentParty.findMany({ where: { incident: { id: mine } } })).toEqual([]);
    const joined = await client.query(
      `SELECT i.what FROM "Unit" u JOIN "Incident" i ON i."unitId" = u.id`,
    );
    expect(joined.rows).toEqual([]);
    const changed = await client.query(`UPDATE "Incident" SET lessons = 'x'`);
    const done = await client.query(`UPDATE "IncidentTask" SET note = 'x'`);
    expect([changed.rowCount, done.rowCount]).toEqual([0, 0]);
  });

  test("shows a unit the cases it is in on, whatever the query says, and afterwards none again", async () => {
    const shown = await having({ incidents_of: `{${district.staff.unitId}}` }, async () => ({
      cases: await seen(),
      entries: await idsIn("IncidentEntry", "incidentId"),
      tasks: await idsIn("IncidentTask", "incidentId"),
      deadlines: await idsIn("IncidentDeadline", "incidentId"),
      others: (await client.query(`SELECT 1 FROM "Incident" WHERE id = $1`, [theirs])).rowCount,
    }));
    expect(shown).toEqual({
      cases: [mine],
      entries: [mine],
      tasks: [mine],
      deadlines: [mine],
      others: 0,
    });
    expect(await seen()).toEqual([]);
    const of = (unitId: string) => having({ incidents_of: `{${unitId}}` }, seen);
    expect(await of(district.otherLead.unitId)).toEqual([theirs, restricted].sort());
    expect(await of(district.policeLead.unitId)).toEqual([mine, theirs, restricted].sort());
    expect(await of(district.liaison.unitId)).toEqual([]);
    expect(await having({ incident: theirs }, seen)).toEqual([theirs]);
  });

  test("puts nothing into another's case, and makes none where it was not admitted", async () => {
    const own = { incidents_of: `{${district.staff.unitId}}` };
    const entry = `INSERT INTO "IncidentEntry" ("incidentId", kind, text, "happenedAt", "recordedAt", "byName")
      VALUES ($1, 'note', 'x', now(), now(), 'x')`;
    await expect(having(own, () => client.query(entry, [theirs]))).rejects.toThrow(/row-level/);
    await having(own, () => client.query(entry, [mine]));
    const moved = `UPDATE "IncidentTask" SET "incidentId" = $1`;
    await expect(having(own, () => client.query(moved, [theirs]))).rejects.toThrow(/row-level/);
    const copy = `INSERT INTO "Incident" SELECT (jsonb_populate_record(i, jsonb_build_object(
      'id', gen_random_uuid(), 'number', 999999))).* FROM "Incident" i`;
    await expect(having(own, () => client.query(copy))).rejects.toThrow(/row-level security/);
  });

  test("tells figures over all units without a word of a case, and writes nothing by them", async () => {
    const { rows, fields } = await client.query(`SELECT * FROM "IncidentFact" WHERE id = $1`, [
      theirs,
    ]);
    expect(rows).toHaveLength(1);
    const words =
      /what|place|informant|phone|By$|reason|cause|resolution|lessons|owner|handlerId|note/i;
    expect(fields.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(words)]),
    );
    for (const write of [`DELETE FROM "IncidentFact"`, `UPDATE "IncidentFact" SET year = 1`]) {
      await expect(client.query(write)).rejects.toThrow(/permission denied/);
    }
  });

  test("has a wall that the role cannot take down", async () => {
    for (const table of ["Incident", ...CHILDREN, ...WARNINGS]) {
      await expect(
        client.query(`ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`),
      ).rejects.toThrow(/owner/);
    }
    await client.query("SET row_security = off");
    await expect(client.query(`SELECT * FROM "Incident"`)).rejects.toThrow(/row-level security/);
    await client.query("SET row_security = on");
  });
});

describe("through the wall, as the app", () => {
  const open = incidentFilterSchema.parse({});

  test("everybody is shown what is theirs, as before", async () => {
    const { staff, otherLead, policeLead, officer, liaison, observer } = district;
    const listed = async (actor: typeof staff) =>
      (await listIncidents(actor, open)).rows.map(({ id }) => id);
    expect(await listed(staff)).toEqual([mine]);
    expect((await listed(otherLead)).sort()).toEqual([theirs, restricted].sort());
    expect((await listed(policeLead)).sort()).toEqual([mine, theirs, restricted].sort());
    expect(await listed(officer)).toEqual(expect.arrayContaining([mine, theirs, restricted]));
    expect([await listed(liaison), await listed(observer)]).toEqual([[], []]);
    const due = incidentFilterSchema.parse({ sort: "due" });
    expect((await listIncidents(staff, due)).rows.map(({ id }) => id)).toEqual([mine]);
    expect((await listBoard(staff, open)).flatMap(({ rows }) => rows)).toHaveLength(1);
    expect((await findIncidentHome(staff)).incidents.map(({ id }) => id)).toEqual([mine]);
    expect((await summariseOpenIncidents(staff)).open).toBe(1);
    expect((await summariseOpenIncidents(observer)).open).toBeGreaterThanOrEqual(3);
    expect(await findIncident(staff, theirs)).toBe(null);
    expect(await loadCase(staff, theirs)).toBe(null);
    const page = await findIncident(staff, mine);
    expect(page?.entries.length).toBeGreaterThan(0);
    expect(page?.steps.map(({ step }) => step)).toEqual(["unplug"]);
  });

  test("a restricted case is out of reach of a third unit, and a look at it is written down", async () => {
    const { staff, policeLead, otherLead } = district;
    expect(await findIncident(staff, restricted)).toBe(null);
    const added = { incidentId: restricted, text: "Thử ghi vào vụ của đơn vị khác" };
    await expect(
      addEntry(staff, { ...added, requestId: crypto.randomUUID(), happenedAt: now() }),
    ).rejects.toMatchObject({ reason: "not-found" });
    expect((await findIncident(otherLead, restricted))?.tlp).toBe("red");
    const page = await findIncident(policeLead, restricted);
    expect(page?.views.map(({ userId }) => userId)).toContain(otherLead.userId);
    const { rows } = await owner.query(
      `SELECT DISTINCT "userId" FROM "IncidentView" WHERE "incidentId" = $1`,
      [restricted],
    );
    expect(rows).not.toContainEqual({ userId: staff.userId });
  });

  test("a unit that took over from another is shown its cases", async () => {
    const { staff, otherLead } = district;
    const follow = `UPDATE "Unit" SET "successorId" = $1 WHERE id = $2`;
    await owner.query(follow, [staff.unitId, otherLead.unitId]);
    const { rows } = await listIncidents(staff, open);
    await owner.query(follow, [null, otherLead.unitId]);
    expect(rows.map(({ id }) => id).sort()).toEqual([mine, theirs, restricted].sort());
    expect((await listIncidents(staff, open)).rows).toHaveLength(1);
  });

  test("an id that another has is refused, and not said whose it is", async () => {
    await expect(aReportedIncident(district.staff, { incidentId: theirs })).rejects.toMatchObject({
      reason: "conflict",
    });
    expect((await findIncident(district.officer, theirs))?.unitId).toBe(district.otherLead.unitId);
  });

  test("a sign in common is found in cases of others, told by number, and opens none of them", async () => {
    const { staff, otherLead, policeLead } = district;
    const found = { kind: "auto" as const, text: ["203.0.113.77"], note: "" };
    await addIndicators(otherLead, { incidentId: theirs, ...found });
    const { matches } = await addIndicators(staff, { incidentId: mine, ...found });
    expect(matches).toBe(1);
    await takeIncident(policeLead, { incidentId: mine });
    const page = await findIncident(policeLead, mine);
    if (!page) throw new Error("the police sees it");
    expect((await listMatches(policeLead, page)).map(({ incidentId }) => incidentId)).toEqual([
      theirs,
    ]);
    expect(await findIncident(staff, theirs)).toBe(null);
  });

  test("a warning is read by whom it went to, its case is not", async () => {
    const { policeLead, liaison, otherLead, staff } = district;
    const text = "Chặn 203.0.113.77 trên tường lửa.";
    const sent = { incidentId: mine, requestId: crypto.randomUUID(), text, everyone: false };
    await warnUnits(policeLead, { ...sent, unitIds: [liaison.unitId, otherLead.unitId] });
    const { rows } = await listOwnWarnings(liaison, { page: 1 });
    expect(rows.map(({ warning }) => [warning.text, warning.drill])).toEqual([[text, false]]);
    expect(await having({ incidents_of: `{${liaison.unitId}}` }, seen)).toEqual([]);
    expect((await listOwnWarnings(staff, { page: 1 })).rows).toEqual([]);

    // Each answers for itself and reads its own answer; all of them who is in on the case.
    await acknowledgeWarning(otherLead, { warningId: sent.requestId, answer: "Đã chặn" });
    const answers = (unitId: string) =>
      having({ incidents_of: `{${unitId}}` }, () => idsIn("IncidentWarningReceipt", "answer"));
    expect(await answers(liaison.unitId)).toEqual([""]);
    expect(await answers(otherLead.unitId)).toEqual(["Đã chặn"]);
    expect((await answers(staff.unitId)).sort()).toEqual(["", "Đã chặn"]);
    expect((await findIncident(staff, mine))?.warnings[0]?.receipts).toHaveLength(2);
    await expect(
      acknowledgeWarning(staff, { warningId: sent.requestId, answer: "Không phải của tôi" }),
    ).rejects.toMatchObject({ reason: "not-found" });
  });

  test("deadlines of all units are watched by the product's own work", async () => {
    await owner.query(
      `UPDATE "IncidentDeadline" SET "dueAt" = now() - interval '1 hour' WHERE "incidentId" = $1`,
      [theirs],
    );
    await watchDeadlines(systemActor);
    const { rows } = await owner.query(
      `SELECT DISTINCT kind FROM "Notice" WHERE "subjectId" = $1 AND "unitId" = $2`,
      [theirs, district.otherLead.unitId],
    );
    expect(rows).toContainEqual({ kind: "incident.overdue" });
  });

  test("two become one, and both units are told which by its number", async () => {
    const { staff, otherLead, policeLead } = district;
    const { version = 0 } = (await findIncident(policeLead, theirs)) ?? {};
    await mergeIncident(policeLead, { incidentId: theirs, version, into: await numberOf(mine) });
    expect((await findIncident(otherLead, theirs))?.mergedInto?.id).toBe(mine);
    expect((await findIncident(staff, mine))?.merged.map(({ id }) => id)).toEqual([theirs]);
    expect(await findIncident(staff, theirs)).toBe(null);
  });
});
