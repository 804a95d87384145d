/**
 * Everything here keeps to time linear in the text: quantifiers that could overlap are bounded,
 * and runs of white space are cut short before any other expression sees them.
 */

/** No directive is longer, annexes and all; the rest of an endless text is not looked at. */
const MAX_LETTERS = 1_000_000;

/** One spelling for what looks alike: marks composed, breaks `\n`, blanks plain, markdown gone. */
export function cleanText(raw: string) {
  return withoutMarkdown(
    raw
      .slice(0, MAX_LETTERS)
      .normalize("NFC")
      .replace(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\0]/g, "")
      .replace(/\u00ad(?!\n)/g, "")
      .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      .replace(/[\u2010\u2011\u2212]/g, "-")
      // Fonts of old machines print the Icelandic letter for the Vietnamese one.
      .replace(/[\u00d0\u0189]/g, "Đ")
      .replace(/\u00f0/g, "đ")
      .replace(/ {41,}/g, " ".repeat(40))
      .replace(/\t{3,}/g, "\t\t")
      .replace(/[.…]{9,}/g, "........"),
  );
}

function withoutMarkdown(text: string) {
  return (
    text
      .replace(/<br ?\/?>/gi, "\n")
      .replace(/<\/?(?:b|i|u|p|em|strong|div|span|center|sup|sub)(?: [^<>\n]{0,80})?>/gi, "")
      .replace(/\[([^[\]\n]{1,200})\]\([^()\s]{1,300}\)/g, "$1")
      .replace(/^([ \t]*[-*+] )\[[ xX]\] /gm, "$1")
      .replace(/&nbsp;/gi, " ")
      .replace(/&amp;/gi, "&")
      .replace(/^ {0,3}(?:> ?){1,3}/gm, "")
      .replace(/^ {0,3}#{1,6} /gm, "")
      .replace(/(?<!\\)(?:\*{2,3}|_{2,3}|~~|`{1,3})/g, "")
      // A lone star that touches its line is a bullet; one with a partner is emphasis.
      .replace(/^([ \t]*)\*(?=[^\s*])([^*\n]*)$/gm, "$1* $2")
      .replace(/(?<=[^\s\\])\*|(?<!\\)\*(?=\S)/g, "")
      .replace(
        /(?<![\p{L}\p{N}\\_])_(?=[\p{L}\p{N}(])|(?<=[\p{L}\p{N}.,;:)])_(?![\p{L}\p{N}_])/gu,
        "",
      )
      .replace(/\\([\\`*_{}[\]()#+\-.!|~<>&"'/:;])/g, "$1")
  );
}

const folded = new Map<string, string>();

/** Without marks and in small letters, each letter at its old place: `Hoà Lạc` → `hoa lac`. */
export function fold(text: string) {
  return text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[^\0-\x7f]/g, foldLetter)
    : text.replace(/[A-Z]|[^\0-\x7f]/g, foldLetter);
}

function foldLetter(letter: string) {
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const bare = letter.toLowerCase().normalize("NFD").charAt(0).replace("đ", "d");
  const result = bare.length === letter.length ? bare : letter;
  folded.set(letter, result);
  return result;
}

const OLD_TONES: [old: RegExp, now: string[]][] = [
  [/o[àáảãạ](?!\p{L})/gu, ["òa", "óa", "ỏa", "õa", "ọa"]],
  [/o[èéẻẽẹ](?!\p{L})/gu, ["òe", "óe", "ỏe", "õe", "ọe"]],
  [/(?<!q)u[ỳýỷỹỵ](?!\p{L})/gu, ["ùy", "úy", "ủy", "ũy", "ụy"]],
];
const TONED = ["àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ"];

/** Small letters with the tone over the same letter in either school: `UỶ BAN` → `ủy ban`. */
export function canon(text: string) {
  const small = text.toLowerCase();
  return OLD_TONES.reduce(
    (kept, [old, now], index) =>
      kept.replace(old, (pair) => now[TONED[index]?.indexOf(pair.charAt(1)) ?? -1] ?? pair),
    small.length === text.length ? small : text,
  );
}

/** An expression over `canon` text that finds one of the words as a whole word. */
export function anyOf(words: string[], flags = "u") {
  const choices = words.map(canon).sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join("|")})(?![\\p{L}\\p{N}])`, flags);
}

/** Cuts the given signs from both ends, without the backtracking of an expression. */
export function trimSigns(text: string, signs: string) {
  let from = 0;
  let to = text.length;
  while (from < to && signs.includes(text.charAt(from))) from++;
  while (to > from && signs.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

export function trimEndSigns(text: string, signs: string) {
  let to = text.length;
  while (to > 0 && signs.includes(text.charAt(to - 1))) to--;
  return text.slice(0, to);
}

/** One blank between words, none at the ends. */
export const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Printed in capitals throughout (digits and signs do not count). */
export function isCapitals(text: string) {
  const letters = text.slice(0, 400).replace(/[^\p{L}]/gu, "");
  return letters.length > 1 && letters === letters.toUpperCase();
}
