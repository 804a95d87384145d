import { findMarker } from "../outline/markers/rules";
import { isCapitals, oneLine, trimEndSigns } from "../text/rules";

export type Line = {
  /** One blank between words. */
  text: string;
  /** What wide gaps, tabs or table rules set apart. */
  cells: string[];
  row: boolean;
  indent: number;
  blankBefore: boolean;
};

export type Paragraph = {
  text: string;
  indent: number;
  blankBefore: boolean;
  cells: string[] | null;
};

const DECORATION = /^[\s|:=~_*.…·–—-]*$/u;
const PAGE_NUMBER = /^[\s–-]*(?:trang )?\d{1,3}(?: ?\/ ?\d{1,3})?[\s–-]*$/iu;

/** Some five hundred pages; what follows is not looked at. */
const MAX_LINES = 25_000;

/** The lines that carry words; rules, empty lines and page numbers only leave their gap behind. */
export function toLines(text: string) {
  const lines: Line[] = [];
  let blankBefore = false;
  let turned = false;
  for (const raw of text.split("\n", MAX_LINES)) {
    if (raw.length < 200 && PAGE_NUMBER.test(raw)) {
      turned = true;
      continue;
    }
    if (DECORATION.test(raw.slice(0, 400)) && DECORATION.test(raw)) {
      blankBefore = true;
      continue;
    }
    // The gap around a page number says nothing about paragraphs.
    lines.push({ ...readLine(raw), blankBefore: blankBefore && !turned });
    blankBefore = false;
    turned = false;
  }
  return lines;
}

/** A draft leaves room for its number and day; that room parts no columns. */
const ROOM_TO_FILL =
  /(?<=S[ốỐ]\s?:?)\s{1,40}(?=\/|\d|[-–]\s?\p{Lu})|(?<=(?:ngày|tháng|năm))\s{1,40}(?=tháng|năm|\d)/gu;

const SIGN_THEN_TAB = /^(\s{0,40}(?:[-–+*•]|\d{1,2}[.)]|[a-zđ]\)))(?:\t{1,3}| {3,40})/u;

function readLine(printed: string) {
  const raw = printed.replace(ROOM_TO_FILL, " ").replace(SIGN_THEN_TAB, "$1 ");
  const row = /^\s{0,12}\|.*\|\s{0,12}$/u.test(raw);
  const cells = (row ? raw.replace(/^[\s|]{0,20}/u, "").split("|") : raw.split(/\t+| {3,}/))
    .map(oneLine)
    .filter((cell) => row || cell !== "");
  const indent = raw.search(/\S/);
  if (!row) return { text: oneLine(raw), cells, row, indent };

  const filled = cells.at(-1) === "" ? cells.slice(0, -1) : cells;
  return { text: filled.filter(Boolean).join(" "), cells: filled, row: filled.length > 1, indent };
}

/** Joins the lines that a page or a mail program broke back into paragraphs. */
export function toParagraphs(lines: Line[]) {
  const width = wrapWidth(lines);
  const paragraphs: { pieces: string[]; first: Line }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && before && continues(before, line, width)) addPiece(open.pieces, line.text);
    else paragraphs.push({ pieces: [line.text], first: line });
    before = line;
  }
  return paragraphs.map(
    ({ pieces, first }): Paragraph => ({
      text: pieces.join(""),
      indent: first.indent,
      blankBefore: first.blankBefore,
      cells: first.row ? first.cells : null,
    }),
  );
}

function addPiece(pieces: string[], next: string) {
  const last = pieces.at(-1) ?? "";
  // "STTTT-" + "TTCNS" keeps its hyphen, "inter-" + "net" loses it, "hóa -" + "Thể" keeps its blank.
  if (/[\p{L}\p{N}]-$/u.test(last.slice(-3))) {
    if (/^\p{Ll}/u.test(next)) pieces[pieces.length - 1] = last.slice(0, -1);
    pieces.push(next);
    return;
  }
  if (last.endsWith("\u00ad")) {
    pieces[pieces.length - 1] = last.slice(0, -1);
    pieces.push(next);
    return;
  }
  pieces.push(" ", next);
}

/** The words by which the last paragraphs of a directive begin. */
const CLOSES =
  /^(?:Rất mong|Trân trọng|Trong quá trình|Nhận được|Trên đây|Mọi (?:vướng|thông|khó)|Đề nghị (?:các|Thủ|Lãnh)|Yêu cầu (?:các|Thủ|Lãnh))/u;

function continues(before: Line, line: Line, width: number) {
  if (before.row || line.row || findMarker(line.text)) return false;
  const ending = trimEndSigns(before.text.slice(-12), " ”\"'»").slice(-1);
  const small = /^[\p{Ll}(]/u.test(line.text);
  const unfinished = !/[.;:!?…]/.test(ending);
  if (line.blankBefore) return small && unfinished;
  if (ending === ":" || before.text.endsWith("./.") || /^Căn cứ /u.test(line.text)) return false;
  if (/^[,&-]$/.test(ending) || (small && unfinished)) return true;

  if (ending === "." && CLOSES.test(line.text)) return false;
  const word = line.text.slice(0, 24).split(" ", 1)[0] ?? "";
  // A broken line may end early before a long word, but hardly without a sign at its end.
  const full = unfinished && !isCapitals(before.text) ? 0.7 : 0.86;
  return before.text.length + 1 + word.length > width * full;
}

/** Do most of the longer lines stop in the middle of a sentence? */
function breaksOff(lines: Line[], long: number) {
  const texts = lines.filter(({ text, row }) => !row && text.length > long).map(({ text }) => text);
  const broken = texts.filter((text) => /[\p{L}\p{N},-]$/u.test(text));
  return texts.length > 5 && broken.length > texts.length * 0.5;
}

/** How wide the lines ran when the text was broken; endless when every line is a paragraph. */
function wrapWidth(lines: Line[]) {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const full = lengths.filter((length) => length > wide * 0.86).length;
  const wrapped = full >= lengths.length * 0.25 || breaksOff(lines, wide * 0.7);
  return wide <= 140 && wrapped ? wide : Number.POSITIVE_INFINITY;
}
