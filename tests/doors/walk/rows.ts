import type { Person } from "./people";
import { named } from "./people";
import type { Owner, Thing } from "./things";

type Rights =
  | { may: string; unseen?: string }
  | { own: string; other: string; unseen?: string }
  /** No right is asked; why that is well. */
  | { public: string }
  /** Not walked with the others; why. */
  | { never: string };

type On = { on?: Record<string, Thing | null | (string & {})> };

export type AddressRow = (Rights | { post: string }) & On & { query?: string; writes?: true };

export type ActionRow = Rights &
  On & {
    /** What the filling of its form cannot guess; `undefined` leaves a field out, `pdf` is such a file. */
    sent?: Record<string, string | string[] | undefined>;
    /** For an action that is no `formAction`: the fields beside a file. */
    form?: Record<string, string>;
  };

/** By whom, on whose thing, and what is expected: `null` where the walk cannot tell. */
export type Call = { person: Person; owner: Owner; expected: "in" | "out" | null };

const unitPeople = named("police lead staff telco");

/** The calls that a row asks for. */
export function callsOf(row: AddressRow | ActionRow, everyone: Person[]): Call[] {
  if (!("may" in row) && !("own" in row)) return [];
  const unseen = named(row.unseen ?? "");
  const call = (person: Person, owner: Owner, names: string): Call => {
    const expected = named(names).has(person) ? "in" : "out";
    return { person, owner, expected: unseen.has(person) ? null : expected };
  };
  if ("may" in row) return everyone.map((person) => call(person, "other", row.may));
  return [
    ...everyone.filter((person) => unitPeople.has(person)).map((p) => call(p, "own", row.own)),
    ...everyone.map((person) => call(person, "other", row.other)),
  ];
}

/**
 * All who are to be refused, and two of those who are shown it, others on each page: to render a page
 * costs what thirty refusals do.
 */
export function fewest(calls: Call[], turn: number): Call[] {
  const refused = calls.filter(({ expected }) => expected !== "in");
  const shown = calls.filter(({ expected }) => expected === "in");
  if (shown.length <= 2) return calls;
  const one = shown[turn % shown.length];
  const other = shown[(turn + 3) % shown.length];
  return [...refused, ...[one, other].filter((call) => call !== undefined)];
}
