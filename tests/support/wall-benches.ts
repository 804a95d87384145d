import pg from "pg";
import { databaseUrl } from "@/lib/env";
import { complaintsAtScale } from "./complaint-benches";
import type { DistrictWithTelcos } from "./complaints";

const ROWS = 100_000;
const TIMES = 20;

/** What the second wall costs: the same SQL twenty times, as the owner and as the role that is held by it. */
const timings = {
  list: {
    name: "Tường thứ hai: 30 phản ánh mới nhất của một nhà mạng ×20",
    rows: 30 * TIMES,
    sql: `SELECT id, content FROM "Complaint" WHERE "telcoId" = $1 ORDER BY "receivedAt" DESC, id DESC LIMIT 30`,
    alone: false,
  },
  count: {
    name: "Tường thứ hai: đếm phản ánh đang mở ×20",
    rows: TIMES,
    sql: `SELECT count(*) FILTER (WHERE state = 'new') FROM "Complaint" WHERE "telcoId" = $1 AND "closedAt" IS NULL`,
    alone: false,
  },
  /** A query that needed no transaction before needs one now, with a word to say whose it asks for. */
  transaction: {
    name: "Tường thứ hai: cả giao dịch quanh câu truy vấn ấy ×20",
    rows: 30 * TIMES,
    sql: `SELECT id, content FROM "Complaint" WHERE "telcoId" = $1 ORDER BY "receivedAt" DESC, id DESC LIMIT 30`,
    alone: true,
  },
};

export function complaintWall(what: keyof typeof timings) {
  const { sql, alone, ...timing } = timings[what];
  const owner = new pg.Client({ connectionString: databaseUrl() });
  const app = new pg.Client({ connectionString: databaseUrl() });
  let district: DistrictWithTelcos;

  const ask = async (client: pg.Client) => {
    for (let n = 0; n < TIMES; n++) await asked(client);
  };
  const asked = async (client: pg.Client) => {
    const { rowCount } = await client.query(sql, [district.telco.id]);
    if (!rowCount) throw new Error("nothing was found");
  };
  const say = () =>
    app.query("SELECT set_config('app.complaints_of', $1, true)", [`{${district.telco.id}}`]);

  return {
    ...timing,
    repeats: 20,
    prepare: async () => {
      district = await complaintsAtScale(ROWS);
      // The server goes before they do.
      for (const client of [owner, app]) client.on("error", () => {});
      await Promise.all([owner.connect(), app.connect()]);
      await app.query("SET ROLE district_app");
    },
    floor: async () => {
      if (alone) return ask(owner);
      await owner.query("BEGIN");
      await ask(owner);
      await owner.query("COMMIT");
    },
    run: async () => {
      if (!alone) {
        await app.query("BEGIN");
        await say();
        await ask(app);
        await app.query("COMMIT");
        return;
      }
      for (let n = 0; n < TIMES; n++) {
        await app.query("BEGIN");
        await say();
        await asked(app);
        await app.query("COMMIT");
      }
    },
  };
}
