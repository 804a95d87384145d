import type { ComplaintKind } from "../schema";

export type Message = { kind: ComplaintKind; source: string; content: string };

const kinds: Record<string, ComplaintKind> = {
  S: "spam_sms",
  V: "spam_call",
  LD: "scam_call",
};

/** `S`, `V` or `LD`, then in any brackets, dashes or none: the source and what it said. */
const HEAD = /^["'“”]?\s*(LD|L[ĐD]|S|V)(?=[\s([{<:_-])[\s:_-]*/iu;
const OPENS = "([{<";
const CLOSES = ")]}>";

/**
 * A message as residents send it to 5656 or 156: the press prints its form in many ways, so none is
 * insisted on. Null where it does not begin as one.
 */
export function readMessage(text: string): Message | null {
  const composed = text.normalize("NFC").trimStart();
  const head = HEAD.exec(composed);
  if (!head) return null;
  const kind = kinds[(head[1] ?? "").toUpperCase().replace("Đ", "D")];
  if (!kind) return null;
  const rest = composed.slice(head[0].length).trim();
  const [source, content] = split(rest);
  if (!source) return null;
  return { kind, source, content: trimmed(content) };
}

/**
 * Pasted text may hold many: each line that begins as a message starts one. Line by line, for a
 * pattern that looks over the ends of lines takes the cube of the time for a page of empty ones.
 */
export function readMessages(text: string): Message[] {
  const blocks: string[][] = [[]];
  for (const line of text.split(/\r?\n/)) {
    if (HEAD.test(`${line.normalize("NFC").trimStart()}\n`)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.flatMap((lines) => readMessage(lines.join("\n")) ?? []);
}

function split(rest: string): [source: string, content: string] {
  const inBrackets = bracketed(rest);
  if (inBrackets) {
    const [inside, after] = inBrackets;
    // `S (số - nội dung)` has both in one pair.
    return after ? [trimmed(inside), after] : first(inside);
  }
  return first(rest);
}

function bracketed(rest: string): [inside: string, after: string] | null {
  const close = CLOSES[OPENS.indexOf(rest.charAt(0))];
  if (!rest || !close) return null;
  const end = rest.indexOf(close);
  return end < 0 ? [rest.slice(1), ""] : [rest.slice(1, end), trimmed(rest.slice(end + 1))];
}

/** A number may be written with spaces or dots; everything else is one word. */
function first(text: string): [source: string, content: string] {
  const number = /^\+?\d(?:[ .]?\d){2,14}(?=$|[\s,;:)\]–-])/.exec(text);
  const word = number?.[0] ?? /^[^\s,;]+/.exec(text)?.[0] ?? "";
  return [trimmed(word), text.slice(word.length)];
}

function trimmed(text: string) {
  const begun = text.replace(/^[\s([{<:;,_–-]+/u, "");
  let end = begun.length;
  while (end > 0 && AFTER.test(begun.charAt(end - 1))) end -= 1;
  return begun.slice(0, end);
}

const AFTER = /[\s)\]}>:;,_–"'”-]/u;
