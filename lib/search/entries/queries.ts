import "server-only";

import { type Actor, isDistrict, isUnitMember } from "@/lib/auth/actor";
import { Prisma, type Transaction } from "@/lib/db";
import { assignmentRows, directiveRows, obligationRows } from "../rights/queries";
import { type Question, tsqueries } from "../words/rules";

export type EntryKind = "directive" | "obligation" | "report";

/** What narrows a search beside its words; null: not asked for. */
export type Narrowing = {
  from: string | null;
  to: string | null;
  unitIds: string[] | null;
  /** Whose name matches, and the name itself for a signer without an account. */
  people: { ids: string[]; name: string } | null;
};

/** Found so many, no stricter reading of the question is followed by a laxer one. */
const ENOUGH = 8;
export const LITTLE = 3;

/**
 * The ids of what is found, best first and at most `limit`: the strictest reading of the question
 * that finds enough, then laxer ones.
 */
export async function findEntries(
  tx: Transaction,
  actor: Actor,
  kind: EntryKind,
  { question, narrowing, limit }: { question: Question; narrowing: Narrowing; limit: number },
) {
  if (question.senseless) return [];
  const seen = Prisma.sql`e.kind = ${kind} AND ${narrowed(actor, kind, question, narrowing)}`;
  if (question.words.length === 0) return newest(tx, kind, { seen, limit });

  const found =
    question.number === undefined ? [] : await numbered(tx, kind, question, seen, limit);
  // A number with its symbol names one document: a laxer reading would answer with its neighbours.
  const queries = tsqueries(question.words).slice(0, question.symbol ? 1 : undefined);
  for (const query of queries) {
    if (found.length >= ENOUGH) break;
    found.push(...(await worded(tx, kind, query, { seen, limit, except: found })));
  }
  return found.slice(0, limit);
}

/** What is merely like the words; dear, and so only for a question that is answered by little. */
export async function findMistyped(
  tx: Transaction,
  actor: Actor,
  kind: EntryKind,
  { question, narrowing, except }: { question: Question; narrowing: Narrowing; except: string[] },
) {
  const text = question.words.join(" ");
  if (except.length >= LITTLE || text.length < 4 || question.number !== undefined) return [];
  const seen = Prisma.sql`e.kind = ${kind} AND ${narrowed(actor, kind, question, narrowing)}`;
  return mistyped(tx, kind, text, { seen, limit: 20, except });
}

/** Whose directive, assignment and report stand beside an entry, as `d`, `a` and `r`. */
const joined = {
  directive: Prisma.sql`JOIN "Directive" d ON d.id = e."directiveId"`,
  obligation: Prisma.sql`JOIN "Directive" d ON d.id = e."directiveId"`,
  report: Prisma.sql`JOIN "Directive" d ON d.id = e."directiveId"
    JOIN "ProgressReport" r ON r.id = e.id JOIN "Assignment" a ON a.id = r."assignmentId"`,
};

type Scope = { seen: Prisma.Sql; limit: number; except?: string[] };
type Found = { id: string }[];

const ids = (rows: Found) => rows.map(({ id }) => id);

async function newest(tx: Transaction, kind: EntryKind, { seen, limit }: Scope) {
  return ids(
    await tx.$queryRaw<Found>`
      SELECT e.id FROM "SearchEntry" e ${joined[kind]} WHERE ${seen}
      ORDER BY e.day DESC, e.id DESC LIMIT ${limit}`,
  );
}

async function numbered(
  tx: Transaction,
  kind: EntryKind,
  { number, symbol }: Question,
  seen: Prisma.Sql,
  limit: number,
) {
  return ids(
    await tx.$queryRaw<Found>`
      SELECT e.id FROM "SearchEntry" e ${joined[kind]}
      WHERE ${seen} AND e.number = ${number} AND search_words(d.symbol) LIKE ${`${symbol}%`}
      ORDER BY e.day DESC, e.id DESC LIMIT ${limit}`,
  );
}

/** Of the newest that match, those first whose title holds the words. */
async function worded(
  tx: Transaction,
  kind: EntryKind,
  query: string,
  { seen, limit, except = [] }: Scope,
) {
  return ids(
    await tx.$queryRaw<Found>`
      SELECT id FROM (
        SELECT e.id, e.day, e.words FROM "SearchEntry" e ${joined[kind]}
        WHERE ${seen} AND e.words @@ ${query}::tsquery AND e.id <> ALL (${except}::uuid[])
        ORDER BY e.day DESC, e.id DESC LIMIT ${limit}
      ) AS newest
      ORDER BY ts_rank(words, ${singles(query)}::tsquery) DESC, day DESC, id DESC`,
  );
}

/** Pairs have no place in the text and so no weight; the words they are made of have. */
const singles = (query: string) =>
  [...new Set(query.match(/[a-z0-9]+/g))].map((word) => `'${word}'`).join(" & ");

async function mistyped(
  tx: Transaction,
  kind: EntryKind,
  text: string,
  { seen, limit, except = [] }: Scope,
) {
  return ids(
    await tx.$queryRaw<Found>`
      SELECT e.id FROM "SearchEntry" e ${joined[kind]}
      WHERE ${seen} AND ${text} <% e.title AND e.id <> ALL (${except}::uuid[])
      ORDER BY word_similarity(${text}, e.title) DESC, e.day DESC, e.id DESC LIMIT ${limit}`,
  );
}

function narrowed(actor: Actor, kind: EntryKind, { year }: Question, narrowing: Narrowing) {
  const { from, to } = narrowing;
  return Prisma.join(
    [
      rights(actor, kind),
      ...(from ? [Prisma.sql`e.day >= ${from}::date`] : []),
      ...(to ? [Prisma.sql`e.day <= ${to}::date`] : []),
      // "năm 2025" is when it was, or what it is about.
      ...(year
        ? [
            Prisma.sql`(e.day BETWEEN ${`${year}-01-01`}::date AND ${`${year}-12-31`}::date
              OR e.words @@ ${`'nam ${year}'`}::tsquery)`,
          ]
        : []),
      ...(narrowing.unitIds ? [ofUnits(actor, kind, narrowing.unitIds)] : []),
      ...(narrowing.people ? [ofPeople(actor, kind, narrowing.people)] : []),
    ],
    " AND ",
  );
}

function rights(actor: Actor, kind: EntryKind) {
  if (kind === "report") return assignmentRows(actor);
  return kind === "directive" ? directiveRows(actor) : obligationRows(actor);
}

/** Addressed to them, theirs to do, reported by them. A unit learns nothing here of the others. */
function ofUnits(actor: Actor, kind: EntryKind, all: string[]) {
  const unitIds = isUnitMember(actor) ? all.filter((id) => id === actor.unitId) : all;
  const among = Prisma.sql`= ANY (${unitIds}::uuid[])`;
  if (kind === "report") return Prisma.sql`a."unitId" ${among}`;
  if (kind === "directive")
    return Prisma.sql`EXISTS (SELECT 1 FROM "DirectiveReceipt" t
      WHERE t."directiveId" = d.id AND t."unitId" ${among})`;
  return Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" t
    WHERE t."obligationId" = e.id AND t."unitId" ${among})`;
}

/** Signed or (for the district) drafted by them, handed to them, reported by them. */
function ofPeople(
  actor: Actor,
  kind: EntryKind,
  { ids: all, name }: { ids: string[]; name: string },
) {
  const among = Prisma.sql`= ANY (${all}::uuid[])`;
  if (kind === "report") return Prisma.sql`r."createdById" ${among}`;
  if (kind === "obligation")
    return Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" t WHERE t."obligationId" = e.id
      AND t."assigneeId" ${among}
      ${isUnitMember(actor) ? Prisma.sql`AND t."unitId" = ${actor.unitId}::uuid` : Prisma.empty})`;
  const drafted = isDistrict(actor) ? Prisma.sql`OR d."createdById" ${among}` : Prisma.empty;
  return Prisma.sql`(d."signedById" ${among} ${drafted}
    OR vn_fold(d."signerName") LIKE ${`%${name}%`})`;
}
