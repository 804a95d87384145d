import { isoDate, type ReadDate } from "../dates/rules";
import { readIssuer } from "../issuer/rules";
import type { Line } from "../layout/rules";
import { findMarker } from "../outline/markers/rules";
import { fold, isCapitals, oneLine, trimSigns } from "../text/rules";
import { type Piece, piecesOf } from "./landmarks/rules";

export type Head = {
  number: string | null;
  symbol: string | null;
  place: string | null;
  date: string | null;
  datePartial: { month: number | null; year: number | null } | null;
  issuer: string | null;
  superior: string | null;
  type: string | null;
  subject: string | null;
  /** What stood behind "Kính gửi" on its own line; null when nobody is addressed there. */
  addressed: string | null;
  motto: boolean;
  numbered: boolean;
  /** The line after the head. */
  end: number;
};

/** No head is longer; what comes later is body, whatever it looks like. */
const REACH = 90;

const BODY_OPENER =
  /^(?:thuc hien|can cu|theo (?:chi|cong|ke|de|tinh|noi|bao|thong)|tiep theo|de (?:bao|dam|chu|tang|kip|thuc|trien|phong|nang)|nham |trong (?:thoi|nhung|boi|dip)|thoi gian|nhan duoc|xet |hien nay|vua qua|qua (?:theo|ra|cong)|sau khi|phuc dap|tren co so|de nghi|yeu cau|ubnd |uy ban nhan dan|chu tich |cong an (?:huyen|tinh|xa)|so |phong |truoc (?:tinh|dien)|nam 20|ngay \d|cac |dip )/;

export const opensBody = (text: string) =>
  BODY_OPENER.test(fold(text.slice(0, 60))) || findMarker(text) !== null;

type Found = { piece: Piece; line: number; blankBefore: boolean };

export function readHead(lines: Line[]): Head {
  const found = headPieces(lines);
  const of = <K extends Piece["kind"]>(kind: K) =>
    found
      .map(({ piece }) => piece)
      .find((piece): piece is Piece & { kind: K } => piece.kind === kind);
  const number = of("number");
  const dated = of("date");
  const { subject, end } = readSubject(found);
  const addressed = found.find(({ piece }) => piece.kind === "addressees");

  return {
    number: number?.number ?? null,
    symbol: number?.symbol ?? null,
    place: dated?.place ?? null,
    date: dated ? isoDate(dated.date) : null,
    datePartial: dated && !isoDate(dated.date) ? partial(dated.date) : null,
    ...readIssuer(issuerLines(found)),
    type: of("type")?.type ?? null,
    subject,
    addressed: addressedOnLine(found),
    motto: of("motto") !== undefined,
    numbered: number !== undefined,
    end: addressed ? addressed.line + 1 : end,
  };
}

/** `Kính gửi:` and the first recipient may be set apart by a tab. */
function addressedOnLine(found: Found[]) {
  const at = found.findIndex(({ piece }) => piece.kind === "addressees");
  if (at < 0) return null;
  const texts = found.slice(at).map(({ piece }) => ("text" in piece ? piece.text : ""));
  return oneLine(texts.join(" "));
}

const partial = ({ month, year }: ReadDate) => ({ month, year });

/** The pieces down to "Kính gửi", or down to where the body plainly begins. */
function headPieces(lines: Line[]) {
  const found: Found[] = [];
  let capitals = "";
  for (const [index, line] of lines.slice(0, REACH).entries()) {
    const cells = line.cells.length > 0 && line.text.length < 400 ? line.cells : [line.text];
    const pieces = cells.flatMap((cell) => piecesOf(cell, capitals));
    for (const piece of pieces) {
      if (piece.kind === "text" && isCapitals(piece.text)) capitals += ` ${piece.text}`;
      found.push({ piece, line: index, blankBefore: line.blankBefore });
    }
    if (pieces.some(({ kind }) => kind === "addressees")) break;
    const plain = pieces.length === 1 && pieces[0]?.kind === "text";
    const begun = found.some(
      ({ piece }) => piece.kind === "number" || piece.kind === "subject" || piece.kind === "type",
    );
    if (
      begun &&
      plain &&
      line.text.length > 30 &&
      !isCapitals(line.text) &&
      opensBody(line.text) &&
      !kinhGuiFollows(lines, index)
    )
      break;
  }
  return found;
}

/** A title may begin like a body; as long as "Kính gửi" is near, the head goes on. */
const kinhGuiFollows = (lines: Line[], index: number) =>
  lines.slice(index + 1, index + 12).some(({ text }) => /^(?:đồng )?kính g[ửu]i/iu.test(text));

const MARKS =
  /^(?:hoa toc|thuong khan|khan|toi mat|tuyet mat|mat|du thao|ban sao|sao y|xem xong tra lai|luu hanh noi bo)\b/;

/** Capitals before the number; in a head whose right column came first, those after the motto. */
function issuerLines(found: Found[]) {
  const stop = found.findIndex(
    ({ piece }) =>
      piece.kind === "number" ||
      piece.kind === "type" ||
      piece.kind === "subject" ||
      piece.kind === "addressees",
  );
  const texts = (part: Found[]) =>
    part
      .map(({ piece }) => (piece.kind === "text" ? trimSigns(piece.text, " -–_.:") : ""))
      .filter((text) => text !== "" && text.length < 160 && !MARKS.test(fold(text)));
  const before = texts(stop < 0 ? found.slice(0, 8) : found.slice(0, stop));
  const capitals = before.filter(isCapitals);
  if (capitals.length > 0) return capitals;
  if (before.length > 0) return before.slice(0, 4);
  return stop < 0 ? [] : texts(found.slice(stop)).filter(isCapitals).slice(0, 4);
}

const QUOTED_WHOLE = /^["“]([^"“”]*)["”]$/u;

/** The words after V/v or under the type, over as many lines as they were set on. */
function readSubject(found: Found[]) {
  const marked = found.findIndex(({ piece }) => piece.kind === "subject");
  const start = marked >= 0 ? marked : found.findIndex(({ piece }) => piece.kind === "type");
  const from = found[start];
  if (!from) return { subject: null, end: firstUnread(found) };

  const words: string[] = [];
  if ((from.piece.kind === "subject" || from.piece.kind === "type") && from.piece.text)
    words.push(from.piece.text);
  let last = from.line;
  for (const { piece, line, blankBefore } of found.slice(start + 1)) {
    if (piece.kind === "addressees" || piece.kind === "type") break;
    if (piece.kind !== "text") continue;
    if (!goesOn(words, piece.text, blankBefore)) break;
    words.push(piece.text);
    last = line;
  }
  const printed = oneLine(words.join(" ")).replace(/^Về (?=\p{Ll})/u, "");
  const subject = trimSigns(printed, " .;:,_-").replace(QUOTED_WHOLE, "$1");
  return { subject: subject === "" ? null : subject, end: last + 1 };
}

function goesOn(words: string[], text: string, blankBefore: boolean) {
  const last = words.at(-1);
  if (last === undefined) return !opensBody(text) || text.length < 120;
  if (/[.;]$/.test(last) || words.length > 8 || findMarker(text)) return false;
  const small = /^[\p{Ll}(\d]/u.test(text);
  if (small && (!blankBefore || !opensBody(text))) return true;
  if (blankBefore) return false;
  if (isCapitals(text)) return isCapitals(last);
  return text.length <= 90 && !/[.:;]$/.test(text) && !opensBody(text);
}

/** Without V/v and type: the line after the last thing that belongs to a head. */
function firstUnread(found: Found[]) {
  const last = found.findLast(({ piece }) => piece.kind !== "text");
  return last ? last.line + 1 : 0;
}
