import pg from "pg";
import { databaseUrl } from "@/lib/env";
import { aDistrictWithPolice, type DistrictWithPolice } from "./incidents";

const ROWS = 50_000;
const TIMES = 20;
const LIST = `SELECT id, what FROM "Incident" i
  WHERE "drillId" IS NULL AND state NOT IN ('closed', 'rejected', 'merged')
    AND EXISTS (SELECT 1 FROM "IncidentParty" p WHERE p."incidentId" = i.id AND p."unitId" = $1)
  ORDER BY "reportedAt" DESC, id DESC LIMIT 31`;
const CASE = `SELECT e.text FROM "IncidentEntry" e WHERE "incidentId" = (
  SELECT "incidentId" FROM "IncidentParty" WHERE "unitId" = $1 ORDER BY "incidentId" LIMIT 1)`;

/** The same SQL twenty times, as the owner and as the role that the policies hold. */
const timings = {
  unit: { name: "30 sự cố mới nhất của một đơn vị (500 trong 50.000)", sql: LIST, of: "staff" },
  police: { name: "30 sự cố mới nhất của công an (cả 50.000)", sql: LIST, of: "policeLead" },
  entries: { name: "diễn biến một vụ của đơn vị", sql: CASE, of: "staff" },
  transaction: { name: "cả giao dịch quanh danh sách của đơn vị", sql: LIST, of: "staff" },
} as const;

export function incidentWall(what: keyof typeof timings) {
  const { sql, of, name } = timings[what];
  const apart = what === "transaction";
  let owner: pg.Client;
  let app: pg.Client;
  let district: DistrictWithPolice;

  const ask = async (client: pg.Client) => {
    const { rowCount } = await client.query(sql, [district[of].unitId]);
    if (!rowCount) throw new Error("nothing was found");
  };
  const within = async (client: pg.Client, times: number) => {
    await client.query("BEGIN");
    if (client === app) {
      await app.query("SELECT set_config('app.incidents_of', $1, true)", [
        `{${district[of].unitId}}`,
      ]);
    }
    for (let n = 0; n < times; n++) await ask(client);
    await client.query("COMMIT");
  };

  return {
    name: `Tường thứ hai: ${name} ×20`,
    rows: 30 * TIMES,
    repeats: 20,
    prepare: async () => {
      owner = new pg.Client({ connectionString: databaseUrl() });
      app = new pg.Client({ connectionString: databaseUrl() });
      // The server goes before they do.
      for (const client of [owner, app]) client.on("error", () => {});
      await Promise.all([owner.connect(), app.connect()]);
      filled ??= fill(owner);
      district = await filled;
      await app.query("SET ROLE district_app");
    },
    floor: async () => {
      if (!apart) return within(owner, TIMES);
      for (let n = 0; n < TIMES; n++) await ask(owner);
    },
    run: async () => {
      if (!apart) return within(app, TIMES);
      for (let n = 0; n < TIMES; n++) await within(app, 1);
    },
  };
}

let filled: Promise<DistrictWithPolice> | undefined;

/** One in a hundred is of the unit asked about; the police is in on all. */
async function fill(client: pg.Client) {
  const district = await aDistrictWithPolice();
  const { staff, otherLead, policeLead } = district;
  const [unit, other, police] = [staff, otherLead, policeLead].map(({ unitId }) => unitId);
  await client.query(
    `WITH made AS (
       INSERT INTO "Incident" (id, year, number, "unitId", sign, kind, severity, what, place, "detectedAt",
                               "reportedAt", "reportedById", "reportedBy")
       SELECT gen_random_uuid(), 1900, n, CASE WHEN n % 100 = 0 THEN $1::uuid ELSE $2::uuid END, 'phishing',
              'phishing', 'medium', 'Trang giả mạo ' || n, 'Xã', t, t, $3::uuid, 'Bench'
       FROM (SELECT n, now() - n * interval '1 minute' AS t FROM generate_series(1, ${ROWS}) n) s
       RETURNING id, "unitId", "reportedAt"),
     entries AS (
       INSERT INTO "IncidentEntry" ("incidentId", kind, text, "happenedAt", "recordedAt", "byName")
       SELECT id, 'note', 'Diễn biến ' || n, "reportedAt", "reportedAt", 'Bench'
       FROM made, generate_series(1, 4) n)
     INSERT INTO "IncidentParty" ("incidentId", "unitId", part, since)
     SELECT id, "unitId", 'reporter'::"IncidentPart", "reportedAt" FROM made
     UNION ALL SELECT id, $4::uuid, 'police', "reportedAt" FROM made`,
    [unit, other, staff.userId, police],
  );
  await client.query(`ANALYZE "Incident", "IncidentParty", "IncidentEntry"`);
  return district;
}
