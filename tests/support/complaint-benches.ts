import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Actor } from "@/lib/auth/actor";
import { listClusters } from "@/lib/complaints/clusters/queries";
import { clusterFilterSchema } from "@/lib/complaints/clusters/schema";
import { takeImport, uploadImport } from "@/lib/complaints/import/commands";
import { runImport } from "@/lib/complaints/import/running/commands";
import { listComplaints } from "@/lib/complaints/queries";
import { countFigures } from "@/lib/complaints/reports/queries";
import { complaintFilterSchema } from "@/lib/complaints/schema";
import { db, inLongTransaction, type Transaction } from "@/lib/db";
import { aDistrictWithTelcos, type DistrictWithTelcos } from "./complaints";

const districts = new Map<number, Promise<DistrictWithTelcos>>();

/** Made once in a run, however many timings ask for it. */
export function complaintsAtScale(rows: number) {
  const made = districts.get(rows) ?? atScale(rows);
  districts.set(rows, made);
  return made;
}

/** So many at a time; each is a transaction of its own. */
const AT_ONCE = 200_000;

/**
 * So many complaints over two telcos and a year, a tenth still open, a source for every forty that
 * both telcos are told of, each with who complained. Loaded as a database is restored: indexes and
 * counts are made once, when all rows are there.
 */
async function atScale(rows: number) {
  const district = await aDistrictWithTelcos();
  const { telco, otherTelco, liaison } = district;
  const year = 2100 + Math.log10(rows);
  const indexes = await db.$queryRaw<{ name: string; definition: string }[]>`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename = 'Complaint' AND indexname <> 'Complaint_pkey'`;
  for (const { name } of indexes) await db.$executeRawUnsafe(`DROP INDEX "${name}"`);
  for (let from = 0; from < rows; from += AT_ONCE) {
    await inLongTransaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`
      INSERT INTO "Complaint" (year, number, "telcoId", "enteredByUnitId", "enteredById", "enteredBy", "sameAs",
        channel, kind, "sourceText", "sourceKind", "sourceValue", content, "receivedAt", "enteredAt", "dueAt",
        state, "closedAt", complainant, "complainantKey")
      SELECT ${year}::int, n, t.id, t.id, ${liaison.userId}::uuid, 'Người nhập', 'b:' || n, 'line_156',
        (enum_range(NULL::"ComplaintKind"))[1 + n % 6], '', 'phone', '07' || lpad((n % (${rows}::int / 40))::text, 8, '0'),
        'Giả danh công an, yêu cầu chuyển tiền.', at, at, at + interval '72 hours',
        (CASE WHEN n % 10 = 0 THEN 'new' ELSE 'handled' END)::"ComplaintState",
        CASE WHEN n % 10 > 0 THEN at + interval '20 hours' END,
        'bench.' || md5(n::text) || md5((-n)::text), md5(n::text)
      FROM generate_series(${from + 1}::int, ${Math.min(from + AT_ONCE, rows)}::int) AS n
      CROSS JOIN LATERAL (SELECT CASE WHEN (n + n / (${rows}::int / 40)) % 2 = 0 THEN ${telco.id}::uuid ELSE ${otherTelco.id}::uuid END AS id) t
      CROSS JOIN LATERAL (SELECT now() - (n::bigint * 7919 % 525600) * interval '1 minute' AS at) a`;
    });
  }
  for (const { definition } of indexes) {
    await inLongTransaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL maintenance_work_mem = '512MB'`;
      await tx.$executeRawUnsafe(definition);
    });
  }
  await inLongTransaction((tx) => countLoaded(tx, year));
  await db.$executeRaw`ANALYZE "Complaint", "ReportedSource", "ComplaintTally"`;
  return district;
}

/** What the trigger counts row by row as complaints come. */
async function countLoaded(tx: Transaction, year: number) {
  await tx.$executeRaw`
    INSERT INTO "ReportedSource" AS s (kind, value, complaints, "telcoIds", "communeIds", "firstAt", "lastAt")
    SELECT "sourceKind", "sourceValue", count(*), array_agg(DISTINCT "telcoId"), '{}',
           min("receivedAt"), max("receivedAt")
    FROM "Complaint" WHERE year = ${year}::int GROUP BY 1, 2
    ON CONFLICT (kind, value) DO UPDATE SET complaints = s.complaints + excluded.complaints,
      "telcoIds" = union_of(s."telcoIds", excluded."telcoIds"),
      "firstAt" = least(s."firstAt", excluded."firstAt"),
      "lastAt" = greatest(s."lastAt", excluded."lastAt")`;
  await tx.$executeRaw`
    INSERT INTO "ComplaintTally" ("telcoId", day, kind, event, count)
    SELECT "telcoId", ("receivedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, kind, 'received', count(*)
    FROM "Complaint" WHERE year = ${year}::int GROUP BY 1, 2, 3
    UNION ALL
    SELECT "telcoId", ("closedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, kind, state::text, count(*)
    FROM "Complaint" WHERE year = ${year}::int AND "closedAt" IS NOT NULL GROUP BY 1, 2, 3, 4`;
}

/** Ten million are loaded for some minutes and take 10 GB: only when asked for. */
export const huge = () =>
  process.env.BENCH_HUGE === "1" ? null : "chỉ đo khi có BENCH_HUGE=1 (khoảng 10 GB, 5 phút)";

type Timing = {
  rows: number;
  floor: (district: DistrictWithTelcos) => Promise<unknown>;
  run: (district: DistrictWithTelcos) => Promise<unknown>;
};

function bench(grows: string, size: number, timing: Timing) {
  let district: DistrictWithTelcos;
  return {
    name: `${grows}, ${size.toLocaleString("vi-VN")} phản ánh`,
    grows,
    repeats: 20,
    rows: timing.rows,
    prepare: async () => {
      district = await complaintsAtScale(size);
    },
    floor: () => timing.floor(district),
    run: () => timing.run(district),
  };
}

const full = async (list: Promise<{ rows: unknown[] }>) => {
  if ((await list).rows.length === 0) throw new Error("nothing was found");
};

/** Floor: thirty rows of the telco as they lie. */
export const complaintList = (size: number) =>
  bench("Danh sách phản ánh của một nhà mạng", size, {
    rows: 30,
    floor: ({ telco }) =>
      db.$queryRaw`SELECT id, "sourceValue" FROM "Complaint" WHERE "telcoId" = ${telco.id}::uuid LIMIT 30`,
    run: ({ liaison }) =>
      full(listComplaints(liaison, complaintFilterSchema.parse({ show: "all" }))),
  });

/** Floor: the rows of one source by its index, and nothing of who may see them. */
export const complaintSearch = (size: number) =>
  bench("Tìm phản ánh theo số", size, {
    rows: 20,
    floor: () =>
      db.$queryRaw`SELECT id FROM "Complaint" WHERE "sourceValue" = '0700000002' LIMIT 30`,
    run: ({ liaison }) =>
      full(listComplaints(liaison, complaintFilterSchema.parse({ q: "+84 700 000 002" }))),
  });

/** Floor: thirty sources as they lie. */
export const complaintClusters = (size: number) =>
  bench("Nguồn lặp lại qua các nhà mạng", size, {
    rows: 30,
    floor: () => db.$queryRaw`SELECT id, value, complaints FROM "ReportedSource" LIMIT 30`,
    run: ({ officer }) => full(listClusters(officer, clusterFilterSchema.parse({ sort: "count" }))),
  });

/** Floor: one row of the tally read. */
export const complaintPeriod = (size: number) =>
  bench("Số liệu báo cáo kỳ của một nhà mạng", size, {
    rows: 1,
    floor: ({ telco }) =>
      db.$queryRaw`SELECT * FROM "ComplaintTally" WHERE "telcoId" = ${telco.id}::uuid LIMIT 1`,
    run: async ({ telco }) => {
      const startsOn = new Date(Date.now() - 37 * 86_400_000);
      const figures = await countFigures(db, telco.id, {
        startsOn,
        endsOn: new Date(Date.now() - 30 * 86_400_000),
      });
      if (figures.rows.spam_sms.received === 0) throw new Error("nothing was counted");
    },
  });

/**
 * A file of 100,000 rows, each with who complained. Floor: the same file by COPY into plain text columns.
 * Beside it, what no loader into this table is spared: its rows, ready, by COPY into an empty table with
 * the same columns, checks and indexes.
 */
export function complaintImport(rows: number) {
  let liaison: Actor;
  let text = "";
  const folder = mkdtempSync(path.join(tmpdir(), "copy-"));
  const file = path.join(folder, "phan-anh.csv");
  const ready = path.join(folder, "ready");
  return {
    name: `Nhập tệp ${rows.toLocaleString("vi-VN")} phản ánh (sàn: COPY)`,
    rows,
    repeats: 3,
    prepare: async () => {
      ({ liaison } = await aDistrictWithTelcos());
      await db.$executeRaw`CREATE TABLE indexed (LIKE "Complaint" INCLUDING ALL)`;
      await db.$executeRaw`CREATE TABLE copied (a text, b text, c text, d text, e text, f text, g text, h text)`;
      await writeAnew();
    },
    before: writeAnew,
    floor: plainCopy,
    naive: async () => {
      if (!existsSync(ready)) await writeReady();
      await db.$executeRaw`TRUNCATE indexed`;
      const made = await inLongTransaction((tx) =>
        tx.$executeRawUnsafe(`COPY indexed FROM '${ready}' WITH (FORMAT binary)`),
      );
      if (made !== rows) throw new Error(`${made} rows were copied`);
    },
    run: async () => {
      const importId = randomUUID();
      await uploadImport(liaison, { importId, file: new File([text], "phan-anh.csv") });
      await takeImport(liaison, { importId });
      await runImport(liaison, importId);
      const { taken } = await db.complaintImport.findUniqueOrThrow({ where: { id: importId } });
      if (taken !== rows) throw new Error(`${taken} rows were taken in`);
    },
  };

  /** Read by the server itself, into eight columns of text without an index. */
  function plainCopy() {
    return db.$executeRawUnsafe(`COPY copied FROM '${file}' WITH (FORMAT csv, HEADER)`);
  }

  /** Once, of the first file that was taken in. */
  async function writeReady() {
    await db.$executeRawUnsafe(
      `COPY (SELECT * FROM "Complaint" WHERE "telcoId" = '${liaison.unitId}' ORDER BY id LIMIT ${rows}) TO '${ready}' WITH (FORMAT binary)`,
    );
  }

  async function writeAnew() {
    const mark = randomUUID().slice(0, 8);
    const lines = Array.from(
      { length: rows },
      (_, n) =>
        `${mark}-${n},2025-01-${String(1 + (n % 28)).padStart(2, "0")} 08:30,Cuộc gọi lừa đảo,09${String(n % 5000).padStart(8, "0")},"Giả danh công an, yêu cầu chuyển tiền",156,Nguyễn Văn Bình,0977${String(100_000 + (n % 900_000))}`,
    );
    text = `Mã,Ngày giờ,Loại,Số bị phản ánh,Nội dung,Kênh,Họ tên,Số điện thoại\n${lines.join("\n")}\n`;
    rmSync(file, { force: true });
    writeFileSync(file, text);
    chmodSync(folder, 0o777);
    chmodSync(file, 0o644);
    await db.$executeRaw`TRUNCATE copied`;
  }
}
