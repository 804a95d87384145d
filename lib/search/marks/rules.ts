import { foldVietnamese } from "@/lib/text";

/** A piece of a text, found or not. Plain data: whoever shows it escapes it. */
export type Part = { text: string; found: boolean };

/** The text with the words marked that it was found by; all of it, or the best window of `limit`. */
export function markText(text: string, words: string[], limit = Number.POSITIVE_INFINITY): Part[] {
  const shown = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const spans = findSpans(shown, words);
  if (shown.length <= limit) return partsOf(shown, spans, 0, shown.length);

  const { from, to } = bestWindow(shown, spans, limit);
  const parts = partsOf(shown, spans, from, to);
  if (from > 0) parts.unshift({ text: "…", found: false });
  if (to < shown.length) parts.push({ text: "…", found: false });
  return parts;
}

export const isMarked = (parts: Part[]) => parts.some(({ found }) => found);

type Span = { from: number; to: number; word: string };

/** Where these words stand. Neighbours in the question that are neighbours here become one span. */
function findSpans(text: string, words: string[]): Span[] {
  const wanted = new Set(words);
  const last = words.at(-1) ?? "";
  const begins = (word: string) => last.length > 1 && /[a-z]$/.test(last) && word.startsWith(last);
  const found: Span[] = [];
  for (const { word, from, to } of wordsIn(text)) {
    if (!wanted.has(word) && !begins(word)) continue;
    const before = found.at(-1);
    if (before && text.slice(before.to, from).trim() === "") before.to = to;
    else found.push({ from, to, word });
  }
  return longestFirst(found, text, words.length);
}

/** In a long text single syllables stand everywhere: whole runs say where the question was met. */
function longestFirst(spans: Span[], text: string, asked: number) {
  const lengthOf = ({ from, to }: Span) => text.slice(from, to).split(/[^\p{L}\p{N}]+/u).length;
  const runs = spans.filter((span) => lengthOf(span) > 1);
  return asked > 1 && runs.length > 0 ? runs : spans;
}

function* wordsIn(text: string) {
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = foldVietnamese(match[0]).replace(/^0+(?=\d)/, "");
    yield { word, from: match.index, to: match.index + match[0].length };
  }
}

function bestWindow(text: string, spans: Span[], limit: number) {
  let best = { start: 0, weight: -1 };
  let end = 0;
  let weight = 0;
  spans.forEach((span, index) => {
    while (end < spans.length && (spans[end]?.to ?? 0) <= span.from + limit * 0.8) {
      weight += widthOf(spans[end]);
      end++;
    }
    if (weight > best.weight) best = { start: span.from, weight };
    if (end > index) weight -= widthOf(span);
    else end = index + 1;
  });
  const from = wordStart(
    text,
    Math.max(0, Math.min(best.start - limit * 0.15, text.length - limit)),
  );
  const to = from + limit >= text.length ? text.length : text.lastIndexOf(" ", from + limit);
  return { from, to: to > from ? to : Math.min(text.length, from + limit) };
}

const widthOf = (span: Span | undefined) => (span ? span.to - span.from : 0);

function wordStart(text: string, at: number) {
  if (at <= 0) return 0;
  const space = text.indexOf(" ", Math.floor(at));
  return space < 0 || space > at + 30 ? Math.floor(at) : space + 1;
}

function partsOf(text: string, spans: Span[], from: number, to: number) {
  const parts: Part[] = [];
  let at = from;
  for (const span of spans) {
    if (span.from < at || span.to > to) continue;
    if (span.from > at) parts.push({ text: text.slice(at, span.from), found: false });
    parts.push({ text: text.slice(span.from, span.to), found: true });
    at = span.to;
  }
  if (at < to) parts.push({ text: text.slice(at, to), found: false });
  return parts;
}
