import { foldVietnamese } from "@/lib/text";

const MOST_WORDS = 16;

/** Folded words alone, without leading zeros. `search_words` is the same in SQL. */
export const searchWords = (text: string) =>
  foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(0+(?=[0-9])|[a-z0-9]{61,})/g, "")
    .replace(/ +/g, " ")
    .trim();

/** What a person typed, understood: words, a document's number, a time. */
export type Question = {
  words: string[];
  number?: number;
  /** What stands behind the slash. */
  symbol: string;
  from?: string;
  to?: string;
  year?: number;
  /** Something was typed, and nothing in it can be looked for. */
  senseless: boolean;
};

const DATE = String.raw`(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})`;
const FROM = new RegExp(String.raw`(?:^|\s)(?:tu|sau)(?: ngay)? ${DATE}(?!\d)`);
const TO = new RegExp(String.raw`(?:^|\s)(?:den|toi|truoc)(?: het)?(?: ngay)? ${DATE}(?!\d)`);
const YEAR = /(?:^|\s)nam (20\d{2})(?![\d/])/;
const NUMBER =
  /^(?:(?:cong van|van ban|chi thi|ke hoach|thong bao|quyet dinh|cong dien|cv|vb) )?(?:so )?0*(\d{1,5})(?:\s?\/\s?([a-z][a-z0-9/-]*))?$/;

/** "số 12/UBND-VH", "tin rác từ ngày 1/1/2025 đến ngày 20/1/2025", "trực tết năm 2025". */
export function readQuestion(text: string): Question {
  let rest = foldVietnamese(text);
  const take = (pattern: RegExp) => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  const from = dayOf(take(FROM));
  const to = dayOf(take(TO));
  const year = take(YEAR)?.[1];
  const numbered = NUMBER.exec(rest.trim());
  const spoken = numbered ? `${numbered[1]} ${numbered[2] ?? ""}` : rest;
  const words = searchWords(spoken).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  return {
    words,
    number: numbered ? Number(numbered[1]) : undefined,
    symbol: searchWords(numbered?.[2] ?? ""),
    from,
    to,
    year: year ? Number(year) : undefined,
    senseless: text.trim() !== "" && words.length === 0 && !from && !to && !year,
  };
}

/** Queries for `to_tsvector`, the strictest first. Words hold letters and digits: nothing to escape. */
export function tsqueries(words: string[]) {
  if (words.length === 0) return [];
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  const close = pairs.length > 0 ? pairs : words;
  return [...new Set([allOf(close), begunOf(close), allOf(words), begunOf(words)])];
}

const allOf = (lexemes: string[]) => lexemes.map((lexeme) => `'${lexeme}'`).join(" & ");

/** The last word may still be in the middle of being typed. */
const begunOf = (lexemes: string[]) =>
  /[a-z0-9][a-z]$/.test(lexemes.at(-1) ?? "") ? `${allOf(lexemes)}:*` : allOf(lexemes);

function dayOf(found: RegExpExecArray | null) {
  if (!found) return undefined;
  const [day = "", month = "", year = ""] = found.slice(1);
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
