import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { canManagePeople } from "@/lib/identity/policy";
import { foldVietnamese } from "@/lib/text";
import {
  type EntryKind,
  findEntries,
  findMistyped,
  LITTLE,
  type Narrowing,
} from "./entries/queries";
import { loadHits } from "./hits/queries";
import { advisoryHit, type Hit, messageHit, personHit, unitHit } from "./hits/rules";
import { findAdvisories, findMessages } from "./library/queries";
import { findPeople, findUnits, peopleNamed, unitIdsNamed } from "./places/queries";
import { isBlank } from "./rules";
import { type SearchFilter, type SearchKind, searchKinds } from "./schema";
import { type Question, readQuestion } from "./words/rules";

export const HITS_PER_PAGE = 20;
/** No question finds more than this of one kind; one that does is to be narrowed. */
export const MOST_HITS = 200;
const LONGEST_MS = 3_000;

export type HitGroup = { kind: SearchKind; hits: Hit[]; total: number };

type Wanted = {
  /** How many hits of each kind are shown, and how many of the one kind asked for. */
  each: number;
  texts: "titles" | "passages";
};

/**
 * Everything the actor may see that answers the filter, by kind, best first. `cut`: the time for it
 * ran out, so that what is missing is not taken for what does not exist.
 */
export async function search(actor: Actor, filter: SearchFilter, wanted: Wanted) {
  const question = readQuestion(filter.q);
  const groups: HitGroup[] = [];
  if (isBlank(filter)) return { groups, question, cut: false };
  try {
    await inBoundedTime(async (tx) => {
      const narrowing = await narrowingOf(tx, actor, filter, question);
      const found = await findAllEntries(tx, actor, question, narrowing);
      for (const kind of searchKinds) {
        groups.push(
          await searchKind(tx, actor, kind, { question, narrowing, found, filter, wanted }),
        );
      }
    });
  } catch (error) {
    if (!ranOutOfTime(error)) throw error;
    return { groups, question, cut: true };
  }
  return { groups, question, cut: false };
}

/** The directives that match, for a list that goes on to filter them itself. */
export function findMatchingDirectives(actor: Actor, q: string, limit = 1_000) {
  const question = readQuestion(q);
  return inBoundedTime(async (tx) => {
    const { from = null, to = null } = question;
    const narrowing = { from, to, unitIds: null, people: null };
    const found = await findEntries(tx, actor, "directive", { question, narrowing, limit });
    const asked = { question, narrowing, except: found };
    return [...found, ...(await findMistyped(tx, actor, "directive", asked))];
  });
}

type Entries = Record<EntryKind, string[]>;

/** Mistyped words are forgiven when all kinds together hold little. */
async function findAllEntries(
  tx: Transaction,
  actor: Actor,
  question: Question,
  narrowing: Narrowing,
) {
  const found: Entries = { directive: [], obligation: [], report: [] };
  for (const kind of entryKinds) {
    found[kind] = await findEntries(tx, actor, kind, { question, narrowing, limit: MOST_HITS + 1 });
  }
  const total = entryKinds.reduce((sum, kind) => sum + found[kind].length, 0);
  if (total >= LITTLE || question.words.length === 0) return found;
  for (const kind of entryKinds) {
    const asked = { question, narrowing, except: found[kind] };
    found[kind].push(...(await findMistyped(tx, actor, kind, asked)));
  }
  return found;
}

const entryKinds = ["directive", "obligation", "report"] as const;

type Asked = {
  found: Entries;
  question: Question;
  narrowing: Narrowing;
  filter: SearchFilter;
  wanted: Wanted;
};

async function searchKind(
  tx: Transaction,
  actor: Actor,
  kind: SearchKind,
  asked: Asked,
): Promise<HitGroup> {
  if (kind === "unit" || kind === "person") return searchPlaces(tx, actor, kind, asked);
  if (kind === "advisory" || kind === "message") return searchLibrary(tx, actor, kind, asked);
  const { question, wanted } = asked;
  const found = asked.found[kind];
  const hits = await loadHits(tx, actor, kind, {
    ids: pageOf(found, kind, asked),
    words: question.words,
    texts: wanted.texts,
  });
  return { kind, hits, total: found.length };
}

/** Warnings and ready messages are nobody's in particular: a unit or a person asked for has none. */
async function searchLibrary(
  tx: Transaction,
  actor: Actor,
  kind: "advisory" | "message",
  asked: Asked,
): Promise<HitGroup> {
  const { filter, question, narrowing } = asked;
  if (filter.unit || filter.person) return { kind, hits: [], total: 0 };
  const { words } = question;
  const { from, to } = narrowing;
  const wanted = { words, from, to, limit: MOST_HITS + 1 };
  if (kind === "advisory") {
    const found = await findAdvisories(tx, actor, wanted);
    const hits = pageOf(found, kind, asked).map((advisory) => advisoryHit(advisory, words));
    return { kind, hits, total: found.length };
  }
  const found = await findMessages(tx, actor, wanted);
  const hits = pageOf(found, kind, asked).map((message) => messageHit(message, words));
  return { kind, hits, total: found.length };
}

/** Names are looked up as they were typed; a time says nothing about them. */
async function searchPlaces(
  tx: Transaction,
  actor: Actor,
  kind: "unit" | "person",
  asked: Asked,
): Promise<HitGroup> {
  const { filter, question, narrowing } = asked;
  const named = kind === "unit" ? filter.unit : filter.person;
  const text = foldVietnamese(`${question.words.length > 0 ? filter.q : ""} ${named}`);
  const limit = MOST_HITS + 1;
  if (!text || (kind === "unit" && filter.person)) return { kind, hits: [], total: 0 };

  const { words } = question;
  if (kind === "unit") {
    const found = await findUnits(tx, actor, text, limit);
    const place = canManagePeople(actor) ? "administration" : "search";
    const hits = pageOf(found, kind, asked).map((unit) => unitHit(unit, words, place));
    return { kind, hits, total: found.length };
  }
  const found = await findPeople(tx, actor, { text, unitIds: narrowing.unitIds, limit });
  const place = canManagePeople(actor) ? "administration" : "search";
  const hits = pageOf(found, kind, asked).map((person) => personHit(person, words, place));
  return { kind, hits, total: found.length };
}

function pageOf<T>(found: T[], kind: EntryKind | SearchKind, { filter, wanted }: Asked) {
  if (filter.kind !== kind) return found.slice(0, filter.kind ? 0 : wanted.each);
  const start = (filter.page - 1) * HITS_PER_PAGE;
  return found.slice(start, Math.min(start + HITS_PER_PAGE, MOST_HITS));
}

async function narrowingOf(
  tx: Transaction,
  actor: Actor,
  filter: SearchFilter,
  question: Question,
): Promise<Narrowing> {
  return {
    from: filter.from ?? question.from ?? null,
    to: filter.to ?? question.to ?? null,
    unitIds: await unitIdsNamed(tx, actor, filter.unit),
    people: await peopleNamed(tx, filter.person),
  };
}

/** A question that would keep the database busy is given up rather than waited for. */
function inBoundedTime<T>(work: (tx: Transaction) => Promise<T>) {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`
      SELECT set_config('statement_timeout', ${String(LONGEST_MS)}, true),
             set_config('pg_trgm.word_similarity_threshold', '0.6', true)`;
    return work(tx);
  });
}

const ranOutOfTime = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  JSON.stringify(error.meta).includes("57014");
