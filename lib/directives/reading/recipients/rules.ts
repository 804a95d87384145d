import { anyOf, canon, capitalised, isCapitals, oneLine, trimSigns } from "../text/rules";
import {
  BARE_BODY,
  COLLECTIVE,
  NAMED_UNIT,
  OPENER,
  ORDER,
  STOP_WORD,
  TITLE,
} from "./lexicon/rules";

/** Where a phrase naming recipients ends: with the text, at a colon, or where an order begins. */
export type RecipientPhrase = {
  phrase: string;
  recipients: string[];
  rest: string;
  stop: "end" | "colon" | "verb";
};

/** Longer than any heading; what lies beyond is not looked at. */
const REACH = 600;

/** Reads the recipients a text begins with: `Giao Công an huyện chủ trì …`; null when none. */
export function recipientPhrase(text: string): RecipientPhrase | null {
  const head = text.slice(0, REACH);
  const opener = OPENER.exec(canon(head))?.[0].length ?? 0;
  if (!namesUnit(canon(head.slice(opener)))) return null;
  if (opener > 0 && !/^\p{Lu}/u.test(head.slice(opener)) && !turnsTo(head.slice(opener)))
    return null;

  const { at, stop } = phraseEnd(head, opener);
  // "UBND huyện yêu cầu Công an xã …" begins with who orders, not with who is to act.
  const order = ORDER.exec(canon(head.slice(0, at)));
  if (order && order.index > opener) return recipientPhrase(text.slice(order.index));
  if (stop === "end" && text.length > REACH) return null;
  const phrase = capitalised(trimSigns(head.slice(opener, at), " ,;:.-–"));
  const recipients = splitRecipients(head.slice(opener, at));
  if (recipients.length === 0) return null;

  const rest = trimSigns(text.slice(at), " ").replace(/^[:.]\s?/, "");
  return { phrase, recipients, rest, stop };
}

/** Whoever "Kính gửi" names may head a part, though no other word tells that it is a body. */
export function addressedPhrase(text: string, addressees: string[]): RecipientPhrase | null {
  const small = canon(text.slice(0, REACH));
  const named = addressees.find((addressee) => {
    const after = small.slice(addressee.length).trimStart();
    const ends = after === "" || /^[:.]/.test(after) || after.search(STOP_WORD) === 0;
    return addressee.length > 3 && small.startsWith(canon(addressee)) && ends;
  });
  if (named === undefined) return null;
  const after = trimSigns(text.slice(named.length), " ");
  const stop = after === "" ? "end" : /^[:.]/.test(after) ? "colon" : "verb";
  return { phrase: named, recipients: [named], rest: after.replace(/^[:.]\s?/, ""), stop };
}

/** `Công an huyện, UBND các xã, thị trấn` → the two of them, each with its first letter large. */
export function splitRecipients(text: string) {
  const flat = oneLine(text);
  const segments: string[] = [];
  let from = 0;
  for (const cut of separators(flat)) {
    if (!splitsHere(flat.slice(from, cut.from), flat.slice(cut.to), cut.sign)) continue;
    segments.push(flat.slice(from, cut.from));
    from = cut.to;
  }
  segments.push(flat.slice(from));
  return segments.map(cleanRecipient).filter((segment) => segment.length > 1);
}

/** "Phân công tổ trực" orders a shift, "giao các xã" turns to somebody. */
const turnsTo = (text: string) => SMALL_START.test(canon(text.slice(0, 40)));

/** Does the (canonical) text begin with a body, a group of bodies, or the head of one? */
export function namesUnit(small: string) {
  const title = TITLE.exec(small)?.[0].length ?? 0;
  const body = small.slice(title, title + 80);
  return COLLECTIVE.test(body) || NAMED_UNIT.test(body) || BARE_BODY.test(body);
}

export const cleanRecipient = (text: string) =>
  capitalised(trimSigns(trimSigns(oneLine(text), " ,;:-–+*•"), " ,;:").replace(/(?<!\.)\.$/, ""));

/** Commas, semicolons and "và" outside brackets. */
function* separators(text: string) {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[()[\],;]| và /g)) {
    if (sign === "(" || sign === "[") depth++;
    else if (sign === ")" || sign === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0) yield { from: index, to: index + sign.length, sign };
  }
}

const OFFICE_OF = anyOf(["văn phòng"], "u");
const COUNCIL_OR_COMMITTEE = /^(?:hđnd|ubnd|hội đồng|ủy ban|đoàn đbqh)/u;
const PARTNERLESS = /^(?:đảng ủy|hđnd|ubnd|ubmttq|mttq|hội đồng nhân dân|ủy ban nhân dân|,| )+$/u;
const SMALL_START =
  /^(?:các|công an|ubnd|ủy ban|toàn thể|thủ trưởng|chủ tịch|trưởng|giám đốc|lãnh đạo|quý)(?!\p{L})/u;

/** `xã Tô Hiệu` is one place; `xã, thị trấn` goes on with "các". */
const AREA_NAMED = /^(?:xã|phường|thị trấn|huyện|thị xã|thành phố|thôn) \p{Lu}/u;

function splitsHere(before: string, after: string, sign: string) {
  if (sign === ";") return true;
  const next = after.trimStart();
  const small = canon(next.slice(0, 120));
  const previous = canon(trimSigns(before, " "));
  const office = OFFICE_OF.test(previous.slice(0, 20)) && !/ubnd|ủy ban nhân dân/u.test(previous);
  if (office && COUNCIL_OR_COMMITTEE.test(small)) return false;
  if (PARTNERLESS.test(previous)) return false;

  const title = TITLE.exec(small)?.[0].length ?? 0;
  if (AREA_NAMED.test(next)) return true;
  const begins = COLLECTIVE.test(small.slice(title)) || NAMED_UNIT.test(small.slice(title));
  return begins && (SMALL_START.test(small) || /^\p{Lu}/u.test(next));
}

/** The first colon, sentence end or order after the opener, brackets left out. */
function phraseEnd(head: string, opener: number) {
  const masked = withoutBrackets(head);
  const colon = masked.slice(opener).search(/:|(?<=\p{L}{3}|\))\.\s{1,8}(?=\p{Lu})/u);
  const end = colon < 0 ? head.length : opener + colon;
  const small = isCapitals(masked) ? canon(masked) : canonOfSmallWords(masked);
  const verb = small.slice(opener, end).search(STOP_WORD);
  if (verb > 0) return { at: opener + verb, stop: "verb" as const };
  return { at: end, stop: colon < 0 ? ("end" as const) : ("colon" as const) };
}

/** Same length, brackets blotted out: what stands in them neither splits nor ends a phrase. */
function withoutBrackets(text: string) {
  return text.replace(/\([^()]{0,400}\)/g, (inside) => `${"\u0001".repeat(inside.length - 1)})`);
}

/** "Ủy ban Kiểm tra" is a body, "kiểm tra" an order: words with a large letter stay large. */
function canonOfSmallWords(text: string) {
  return text.replace(/\p{L}+/gu, (word) =>
    word.charAt(0) === word.charAt(0).toLowerCase() ? canon(word) : word,
  );
}
