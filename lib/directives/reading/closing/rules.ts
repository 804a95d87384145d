import type { Line } from "../layout/rules";
import { findMarker } from "../outline/markers/rules";
import type { Signer } from "../schema";
import { isCapitals, oneLine, trimSigns } from "../text/rules";
import {
  bearsAuthority,
  isPersonName,
  isPosition,
  isSignatureMark,
  readSigner,
} from "./signature/rules";

/** Longer than any list of copies with its signature; annexes after it are not read. */
const REACH = 70;
const COPIES = /^[\s|]{0,4}nơi nhận\s{0,4}(?::|$|(?=\s?[-–]))/iu;
const END_SIGN = /\.\s?\/\s?\.?[\s"”]{0,3}$/;

/** Where the body ends: after its `./.`, or where copies or a signature begin. */
export function closingStart(lines: Line[], from: number) {
  const ends = lines.findIndex(({ text }, index) => index >= from && END_SIGN.test(text.slice(-8)));
  const closes = lines.findIndex(
    ({ cells, text }, index) =>
      index >= from && [text, ...cells].some((cell) => COPIES.test(cell) || bearsAuthority(cell)),
  );
  const known = [ends < 0 ? -1 : ends + 1, closes].filter((index) => index >= 0);
  return known.length > 0 ? Math.min(...known) : bareSignature(lines, from);
}

/** Neither sign nor list: a position in capitals with a name close under it still ends the body. */
function bareSignature(lines: Line[], from: number) {
  const low = Math.max(from, lines.length - 14);
  const at = lines.findIndex(
    ({ text }, index) =>
      index >= low &&
      isPosition(text) &&
      lines.slice(index + 1, index + 8).some((line) => isPersonName(line.text)),
  );
  return at < 0 ? lines.length : at;
}

type Tail = {
  copies: string[];
  open: boolean;
  listing: boolean;
  dashed: boolean;
  signature: string[];
  names: string[];
};

/** "Nơi nhận" and the signature, though they were printed side by side. */
export function readClosing(lines: Line[]): { copies: string[]; signer: Signer } {
  const tail: Tail = {
    copies: [],
    open: false,
    listing: false,
    dashed: false,
    signature: [],
    names: [],
  };
  for (const line of lines.slice(0, REACH)) {
    if (/^(?:phụ lục|PHỤ LỤC|BIỂU MẪU|MẪU SỐ)/u.test(line.text) && tail.names.length > 0) break;
    const cells = line.cells.length > 0 ? line.cells : [line.text];
    for (const [index, cell] of cells.entries()) {
      const right = index > 0 || (cells.length === 1 && line.indent >= 20);
      for (const piece of sideBySide(cell)) takePiece(tail, piece, right);
    }
  }
  return {
    copies: tail.copies.map(cleanCopy).filter((copy) => copy.length > 1),
    signer: readSigner(tail.signature, tail.names.at(-1) ?? null),
  };
}

const LEFT_THEN_RIGHT = [
  /^([\p{Lu}.,\s-]{6,80})\s((?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng) )?\p{Lu}\p{Ll}{1,7}(?: \p{Lu}\p{Ll}{1,7}){1,4})$/u,
  /^(.{2,200}?)\s((?:TM|KT|TL|TUQ)\s?\.\s?\p{Lu}{2}.*)$/u,
  /^(.{0,200}[;.:])\s((?:PHÓ |TỔNG |TRƯỞNG |CHÁNH |CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CỤC TRƯỞNG)[\p{Lu}\s-]{0,60})$/u,
  /^(.{0,200}[;.])\s((?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng) )?\p{Lu}\p{Ll}{1,7}(?: \p{Lu}\p{Ll}{1,7}){1,4})$/u,
  /^(.{0,200}[;.])\s([[(](?:Đã ký|đã ký|Ký|ký)[^\n]{0,40})$/u,
];

/** `- Như trên; PHÓ CHỦ TỊCH`: two columns that became one line. */
function sideBySide(cell: string): string[] {
  const text = cell.slice(0, 600);
  if (/^Q\s?\./u.test(text) && isPosition(text)) return [text];
  const patterns = bearsAuthority(text) ? LEFT_THEN_RIGHT.slice(0, 1) : LEFT_THEN_RIGHT;
  for (const pattern of patterns) {
    const [, left, right] = pattern.exec(text) ?? [];
    if (left !== undefined && right !== undefined)
      return [...sideBySide(left), ...sideBySide(right)];
  }
  return [text];
}

function takePiece(tail: Tail, piece: string, right: boolean) {
  const text = trimSigns(oneLine(piece).replace(/^(?:đã ký|đã kí)\s?:\s?(?=\p{Lu})/iu, ""), " |");
  if (text === "" || isSignatureMark(text)) return;
  if (COPIES.test(text)) return takeHeading(tail, text);

  const bullet = findMarker(text)?.kind === "bullet";
  if (!bullet && isSignatureLine(tail, text)) {
    tail.open = false;
    tail.signature.push(text);
    return;
  }
  if (!bullet && isPersonName(text) && (right || !tail.open)) {
    if (tail.signature.length > 0 || tail.copies.length > 0) tail.names.push(text);
    return;
  }
  if (tail.listing && !right) takeCopy(tail, text, bullet);
}

function takeHeading(tail: Tail, text: string) {
  tail.listing = true;
  const rest = text.replace(/^[^:]{0,14}:?\s?/u, "");
  for (const copy of rest.split(/;\s?(?=[-–+•]\s?)/u)) {
    if (copy.trim() !== "") takeCopy(tail, `${copy};`, true);
  }
}

/** Capitals go to the signature, unless a name in capitals already closed it. */
function isSignatureLine(tail: Tail, text: string) {
  if (bearsAuthority(text) || isPosition(text)) return tail.names.length === 0;
  const begun = tail.signature.length > 0 && tail.names.length === 0;
  if (!begun || !isCapitals(text) || text.length > 90) return false;
  return (
    !isPersonName(text) || /^(?:VÀ|CÔNG AN|VĂN PHÒNG|HUYỆN|TỈNH|XÃ|UBND|BAN|PHÒNG|SỞ) /u.test(text)
  );
}

function takeCopy(tail: Tail, text: string, bullet: boolean) {
  const last = tail.copies.at(-1);
  const archived = last !== undefined && /^\W{0,4}lưu\s?[:.]/iu.test(last) && !tail.open;
  if (!bullet && archived) return;
  // A list without dashes has one copy a line; with them, a bare line goes on with the one above.
  const goesOn = tail.dashed || /^[\p{Ll}(]/u.test(text);
  if (bullet || last === undefined || !tail.open || !goesOn) tail.copies.push(text);
  else tail.copies[tail.copies.length - 1] = `${last} ${text}`;
  tail.open = !/[;.]$/.test(text);
  tail.dashed ||= bullet;
}

function cleanCopy(text: string) {
  const bare = text.slice(
    findMarker(text)?.kind === "bullet" ? (findMarker(text)?.length ?? 0) : 0,
  );
  return trimSigns(bare, " ;,.");
}
