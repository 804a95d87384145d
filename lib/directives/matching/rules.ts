import { splitRecipients } from "@/lib/directives/reading/recipients/rules";
import { oneLine, trimSigns } from "@/lib/directives/reading/text/rules";
import { abbreviates, type NameParts, nameKey, nameParts } from "./names/rules";

export type Directory = {
  units: { id: string; name: string; shortName: string; aliases: string[]; kind: string }[];
  groups: { id: string; name: string; aliases: string[] }[];
};

export type RecipientMatch = { kind: "unit" | "group"; id: string; name: string; text: string };
export type Matching = { matched: RecipientMatch[]; unmatched: string[] };

/** No phrase of recipients is longer, nor any name made of more pieces. */
const REACH = 4000;
const PIECES = 9;

/**
 * Finds whom a phrase names: the longest name first, so that "Văn phòng HĐND và UBND huyện" stays
 * whole. What fits nobody, or more than one, is handed back for a person to choose.
 */
export function matchRecipients(phrase: string, directory: Directory): Matching {
  const known = entriesOf(directory);
  const pieces = piecesOf(oneLine(phrase.slice(0, REACH).normalize("NFC")));
  const matched: RecipientMatch[] = [];
  const strangers: string[][] = [[]];
  for (let from = 0; from < pieces.length; ) {
    const found = longestFrom(pieces, from, known, matched.at(-1));
    if (found) matched.push(...found.matches);
    if (found && found.rest.length > 0) strangers.push(found.rest, []);
    else if (found) strangers.push([]);
    else strangers.at(-1)?.push(pieces[from]?.text ?? "", pieces[from]?.sign ?? "");
    from += found?.length ?? 1;
  }
  return { matched: withoutTwins(matched), unmatched: strangers.flatMap(asPhrases) };
}

const asPhrases = (texts: string[]) =>
  splitRecipients(trimSigns(texts.join(""), " ,;&")).filter((text) => /\p{L}/u.test(text));

const withoutTwins = (matches: RecipientMatch[]) =>
  matches.filter(({ id }, index) => matches.findIndex((match) => match.id === id) === index);

type Entry = { kind: "unit" | "group"; id: string; name: string; keys: NameParts[] };
type Known = { units: Entry[]; groups: Entry[]; homes: Set<string> };
type Piece = { text: string; sign: string };

function entriesOf({ units, groups }: Directory): Known {
  const named = units.map(({ id, name, shortName, aliases }): Entry => {
    const keys = [name, shortName, ...aliases]
      .filter(Boolean)
      .map((text) => nameParts(nameKey(text)));
    return { kind: "unit", id, name, keys };
  });
  const homes = named.flatMap(({ keys }) => keys.filter(({ core }) => core === "ubnd"));
  return {
    units: named,
    groups: groups.map(({ id, name, aliases }) => ({
      kind: "group",
      id,
      name,
      keys: [name, ...aliases].map((text) => nameParts(nameKey(text))),
    })),
    homes: new Set(homes.map(({ level, place }) => `${level} ${place}`)),
  };
}

/** The phrase cut at every sign that may part two names, brackets left whole. */
function piecesOf(phrase: string) {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: sign, index } of phrase.matchAll(/[()[\],;]| và | & /g)) {
    if (sign === "(" || sign === "[") depth++;
    else if (sign === ")" || sign === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      pieces.push({ text: phrase.slice(from, index), sign });
      from = index + sign.length;
    }
  }
  return [...pieces, { text: phrase.slice(from), sign: "" }].filter(
    ({ text }) => text.trim() !== "",
  );
}

type Found = { matches: RecipientMatch[]; rest: string[]; length: number };

function longestFrom(pieces: Piece[], from: number, known: Known, before?: RecipientMatch) {
  for (let length = Math.min(PIECES, pieces.length - from); length > 0; length--) {
    const part = pieces.slice(from, from + length);
    const text = trimSigns(part.map((piece) => piece.text + piece.sign).join(""), " ,;:&.");
    const found =
      matchWhole(text, known, length === 1) ??
      (length === 1 ? sameKind(text, known, before) : null);
    if (found) return { ...found, length };
  }
  return null;
}

function matchWhole(text: string, known: Known, single: boolean): Omit<Found, "length"> | null {
  const bracket = /^([^()]*)\(([^()]*)\)\s*$/u.exec(text);
  const outside = bracket?.[1]?.trim() || text;
  const match = matchName(outside, known) ?? (bracket ? matchName(`${bracket[2]}`, known) : null);
  if (match) return { matches: [{ ...match, text }], rest: [] };
  if (!single) return null;
  return bracket?.[2] ? matchInside(bracket[2], known) : matchListed(text, known);
}

/** A group nobody defined, but its members stand in the brackets. */
function matchInside(inside: string, known: Known) {
  const names = inside.split(/[,;]| và /u).map((name) => trimSigns(name, " .…-–"));
  const asked = names.filter((name) => name !== "");
  const matches = asked.flatMap((name) => {
    const match = matchName(name, known);
    return match ? [{ ...match, text: name }] : [];
  });
  if (matches.length === 0) return null;
  return { matches, rest: asked.filter((name) => !matches.some(({ text }) => text === name)) };
}

const LISTED = /^(.*?)các (xã|phường|thị trấn|huyện|trường):? (.+)$/iu;

/** `UBND các xã Yên Bình` begins a list; the names after it come without their kind. */
function matchListed(text: string, known: Known) {
  const [, body, level, name] = LISTED.exec(text) ?? [];
  if (name === undefined) return null;
  const match = matchName(`${body}${level} ${name}`, known);
  return match ? { matches: [{ ...match, text }], rest: [] } : null;
}

/** `…, Hòa Bình` after `UBND xã Yên Bình` is a commune as well. */
function sameKind(text: string, known: Known, before: RecipientMatch | undefined) {
  if (before?.kind !== "unit") return null;
  const { core, level, place } = nameParts(nameKey(before.name));
  if (level === null || place === null || !/^\p{Lu}/u.test(text)) return null;
  const match = matchName(`${core} ${level} ${text}`, known);
  return match ? { matches: [{ ...match, text }], rest: [] } : null;
}

function matchName(text: string, known: Known): Omit<RecipientMatch, "text"> | null {
  const asked = nameParts(nameKey(text));
  if (asked.whole.length < 2) return null;
  const groups = known.groups.filter(({ keys }) => keys.some(({ whole }) => whole === asked.whole));
  const plural = /(?:^|\s)(?:các|quý) /iu.test(text.slice(0, 60));
  const group = onlyOne(groups);
  if (group && (plural || !known.units.some((unit) => isExactly(unit, asked)))) return group;
  if (plural) return null;

  const exact = known.units.filter((unit) => isExactly(unit, asked));
  if (exact.length > 0) return onlyOne(exact);
  return onlyOne(known.units.filter(({ keys }) => keys.some((key) => fits(key, asked, known))));
}

function onlyOne(entries: Entry[]) {
  const [entry] = entries;
  return entry && entries.length === 1
    ? { kind: entry.kind, id: entry.id, name: entry.name }
    : null;
}

const isExactly = ({ keys }: Entry, asked: NameParts) =>
  keys.some(({ whole }) => whole === asked.whole);

/** Same office; level and place may be left out on either side, but must not disagree. */
function fits(key: NameParts, asked: NameParts, { homes }: Known) {
  const oneWithoutLevel = key.level === null || asked.level === null;
  if (oneWithoutLevel && flat(key) === flat(asked) && key.core !== "" && asked.core !== "")
    return true;
  if (key.core === "" || !sameCore(key.core, asked.core)) return false;
  if (key.level !== null && asked.level !== null && key.level !== asked.level) return false;
  if (asked.place === null || key.place === asked.place) return true;
  return key.place === null && homes.has(`${asked.level} ${asked.place}`) && asked.level !== "xa";
}

const flat = ({ core, place }: NameParts) => `${core} ${place ?? ""}`.trim();

const sameCore = (known: string, asked: string) =>
  known === asked || abbreviates(asked, known) || abbreviates(known, asked);
