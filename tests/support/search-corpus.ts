import { readdirSync, readFileSync } from "node:fs";
import type { Actor } from "@/lib/auth/actor";
import { db, inLongTransaction, inTransaction, Prisma } from "@/lib/db";
import { loadHits } from "@/lib/search/hits/queries";
import { HITS_PER_PAGE, search } from "@/lib/search/queries";
import { directiveRows } from "@/lib/search/rights/queries";
import { type SearchFilter, searchFilterSchema } from "@/lib/search/schema";
import { readQuestion } from "@/lib/search/words/rules";
import { aDistrict } from "./district";

export const DIRECTIVES = Number(process.env.BENCH_DIRECTIVES ?? 100_000);
const UNITS = 400;
const BATCH = 5_000;

let corpus: Promise<{ officer: Actor; lead: Actor }> | undefined;

/**
 * Ten years of issued directives with three obligations to two units each, made of the lines of the
 * fixtures. Made once for all files of the bench.
 */
export function theCorpus() {
  corpus ??= makeCorpus();
  return corpus;
}

async function makeCorpus() {
  const district = await aDistrict();
  const officer = district.officer;
  await db.$executeRaw`
    CREATE TABLE IF NOT EXISTS bench_line AS
    SELECT row_number() OVER () - 1 AS place, line FROM unnest(${fixtureLines()}::text[]) line`;
  await db.$executeRaw`CREATE UNIQUE INDEX ON bench_line (place)`;
  await db.$executeRaw`
    INSERT INTO "Unit" (code, name, "shortName", "kindCode", "validFrom")
    SELECT 'corpus-' || n, 'UBND xã Mẫu ' || n, 'Mẫu ' || n, ${district.kindCode}, '2014-01-01'
    FROM generate_series(4, ${UNITS}::int) n`;
  await db.$executeRaw`
    CREATE TABLE IF NOT EXISTS bench_unit AS
    SELECT row_number() OVER (ORDER BY id = ${district.lead.unitId}::uuid DESC, id) - 1 AS place, id
    FROM "Unit" WHERE "kindCode" = ${district.kindCode}`;
  for (let from = 0; from < DIRECTIVES; from += BATCH) {
    await addDirectives(officer, from, Math.min(from + BATCH, DIRECTIVES) - 1);
  }
  for (const table of [
    "SearchEntry",
    "Directive",
    "Assignment",
    "Obligation",
    "DirectiveReceipt",
  ]) {
    await db.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`);
  }
  await db.$executeRaw`ANALYZE`;
  return { officer, lead: district.lead };
}

/** Foreign keys and guards are not what is measured; the search entries are made as always. */
function addDirectives(officer: Actor, from: number, to: number) {
  return inLongTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`
      INSERT INTO "Directive" (id, state, "issuerId", number, symbol, year, "issuedOn", "issuedAt",
        subject, "sourceText", "createdById", "editedById", "createdAt", "editedAt")
      SELECT md5('d' || n)::uuid, 'issued', ${officer.unitId}::uuid, 1 + n / 10, 'UBND-VH',
             2016 + n % 10, day, day, left(${line(0)}, 120),
             (SELECT string_agg(line, E'\n' ORDER BY k)
              FROM generate_series(1, 8) k JOIN bench_line l
                ON l.place = abs(hashint8(n::bigint * 31 + k)) % ${lines}),
             ${officer.userId}::uuid, ${officer.userId}::uuid, day, day
      FROM (SELECT n, (make_date(2016 + n % 10, 1, 1) + (n / 10) % 365) AS day
            FROM generate_series(${from}::int, ${to}::int) n) AS dated`;
    await tx.$executeRaw`
      INSERT INTO "DirectiveSection" (id, "directiveId", position, heading)
      SELECT md5('s' || n)::uuid, md5('d' || n)::uuid, 0, 'UBND các xã'
      FROM generate_series(${from}::int, ${to}::int) n`;
    await tx.$executeRaw`
      INSERT INTO "Obligation" (id, "sectionId", position, text)
      SELECT md5('o' || n || '/' || k)::uuid, md5('s' || n)::uuid, k, ${line(1)}
      FROM generate_series(${from}::int, ${to}::int) n, generate_series(1, 3) k`;
    await tx.$executeRaw`
      INSERT INTO "DirectiveReceipt" ("directiveId", "unitId", "deliveredAt")
      SELECT md5('d' || n)::uuid, u.id, now()
      FROM generate_series(${from}::int, ${to}::int) n, generate_series(0, 1) k
        JOIN bench_unit u ON TRUE WHERE u.place = (n * 7 + k * 131) % ${UNITS}`;
    await tx.$executeRaw`
      INSERT INTO "Assignment" (id, "directiveId", "obligationId", "unitId")
      SELECT md5('a' || n || '/' || k || '/' || u.place)::uuid, md5('d' || n)::uuid,
             md5('o' || n || '/' || k)::uuid, u.id
      FROM generate_series(${from}::int, ${to}::int) n, generate_series(1, 3) k,
        generate_series(0, 1) j JOIN bench_unit u ON TRUE WHERE u.place = (n * 7 + j * 131) % ${UNITS}`;
    await tx.$executeRaw`
      INSERT INTO "ProgressReport" (id, "requestId", "assignmentId", kind, text, "createdById")
      SELECT md5('r' || n)::uuid, md5('r' || n)::uuid,
             md5('a' || n || '/1/' || (n * 7) % ${UNITS})::uuid, 'progress',
             'Đã thực hiện: ' || ${line(2)}, ${officer.userId}::uuid
      FROM generate_series(${from}::int, ${to}::int) n, generate_series(1, 1) k WHERE n % 2 = 0`;
    const range = Prisma.sql`generate_series(${from}::int, ${to}::int) n`;
    await tx.$queryRaw`SELECT index_directives(ARRAY(SELECT md5('d' || n)::uuid FROM ${range}))::text`;
    await tx.$queryRaw`SELECT index_obligations(ARRAY(
      SELECT md5('o' || n || '/' || k)::uuid FROM ${range}, generate_series(1, 3) k))::text`;
    await tx.$queryRaw`SELECT index_reports(ARRAY(SELECT md5('r' || n)::uuid FROM ${range}))::text`;
  });
}

const fixtures = "tests/fixtures/directives";

function fixtureLines() {
  return readdirSync(fixtures)
    .filter((file) => /\.(txt|md)$/.test(file))
    .flatMap((file) => readFileSync(`${fixtures}/${file}`, "utf8").split("\n"))
    .map((text) => text.replace(/^[\s\-+*#.\d]+/, "").trim())
    .filter((text) => text.length > 40);
}

const lines = Prisma.sql`(SELECT count(*) FROM bench_line)`;

/** A line for the row `n` (and `k`), another for each salt, the same in every run. */
const line = (salt: number) => Prisma.sql`(SELECT line FROM bench_line l
  WHERE l.place = abs(hashint8(n::bigint * 977 + ${salt === 0 ? Prisma.sql`0` : Prisma.sql`k`} * 13 + ${salt}::int)) % ${lines})`;

type Asker = "officer" | "lead";

/** The palette's search, beside the page of rows fetched by their keys, and beside an ILIKE scan. */
export function searchBench(label: string, asker: Asker, asked: Partial<SearchFilter>) {
  const filter = searchFilterSchema.parse(asked);
  const { words } = readQuestion(filter.q);
  const pages: { kind: "directive" | "obligation" | "report"; ids: string[] }[] = [];
  let actor: Actor;
  const look = () => search(actor, filter, { each: 5, texts: "titles" });

  return {
    name: label,
    repeats: 15,
    async prepare() {
      actor = (await theCorpus())[asker];
      const { groups, cut } = await look();
      if (cut) throw new Error(`${label}: the search ran out of time`);
      for (const { kind, hits } of groups) {
        if (kind !== "directive" && kind !== "obligation" && kind !== "report") continue;
        pages.push({ kind, ids: hits.map(({ id }) => id) });
      }
    },
    floor: () =>
      inTransaction(async (tx) => {
        for (const { kind, ids } of pages) {
          await loadHits(tx, actor, kind, { ids, words, texts: "titles" });
        }
      }),
    run: look,
    naive: () => db.$queryRaw`
      SELECT d.id FROM "Directive" d
      WHERE (d.subject ILIKE ${`%${filter.q}%`} OR d."sourceText" ILIKE ${`%${filter.q}%`})
        AND ${directiveRows(actor)}
      ORDER BY d."issuedOn" DESC, d.id LIMIT ${HITS_PER_PAGE}`,
  };
}
