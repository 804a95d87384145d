import type { Signer } from "../../schema";
import { anyOf, canon, isCapitals, oneLine } from "../../text/rules";

const AUTHORITY = /^(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)(?:\s?\.\s?|\s)(?=\p{L})/u;
const POSITION = anyOf([
  ..."chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|tổng giám đốc|trưởng phòng|trưởng ban".split("|"),
  ..."trưởng công an|phó trưởng|trưởng|phó|chánh văn phòng|chánh|bí thư|cục trưởng|vụ trưởng".split(
    "|",
  ),
  ..."bộ trưởng|thứ trưởng|hiệu trưởng|chỉ huy trưởng|viện trưởng|thủ tướng|chi cục trưởng".split(
    "|",
  ),
  ..."ủy viên|tổ trưởng|đội trưởng|hạt trưởng|quyền|phụ trách|q\\.|tư lệnh|chính ủy|chủ nhiệm".split(
    "|",
  ),
]);
const RANK =
  "(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|Đại tướng|ThS\\.|TS\\.|BS\\.|PGS\\.|BSCKI+\\.)\\s?";
const NAME = new RegExp(
  `^(?:${RANK})?\\p{Lu}[\\p{L}'’]{0,11}(?: \\p{Lu}[\\p{L}'’]{0,11}){1,5}$`,
  "u",
);
const SIGNED = /^[[(<]?\s?(?:đã ký|đã kí|ký tên|ký, |signed|daky|chữ ký|người ký|ký bởi|dấu)/iu;

export const bearsAuthority = (text: string) =>
  AUTHORITY.test(text) && isCapitals(text.slice(0, 60));
export const isPosition = (text: string) =>
  isCapitals(text) && text.length < 90 && POSITION.exec(canon(text))?.index === 0;
export const isSignatureMark = (text: string) => SIGNED.test(text);
/** Either all words in capitals or none: `PHÓ CHỦ TỊCH Trần Văn A` is a position and a name. */
export function isPersonName(text: string) {
  if (!NAME.test(text) || POSITION.exec(canon(text))?.index === 0) return false;
  return isCapitals(text) || !text.split(" ").some((word) => word.length > 1 && isCapitals(word));
}

/** Tells the lines of a signature block apart: in whose stead, as what, who. */
export function readSigner(lines: string[], name: string | null): Signer {
  const authority: string[] = [];
  const position: string[] = [];
  for (const line of lines.flatMap(asPrinted)) {
    if (AUTHORITY.test(line)) authority.push(line);
    else if (POSITION.exec(canon(line))?.index === 0 || authority.length === 0) position.push(line);
    else if (position.length > 0) position.push(line);
    else authority[authority.length - 1] += ` ${line}`;
  }
  return {
    authority: authority.length > 0 ? authority.map(oneLine).join(" / ") : null,
    position: position.length > 0 ? oneLine(position.join(" ")) : null,
    name,
  };
}

/** `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH`, flattened, was three lines. */
function asPrinted(line: string) {
  return line
    .replace(/ (?=(?:TM|KT|TL|TUQ)\s?\.)/gu, "\n")
    .replace(/(?<=(?:KT|TL|TUQ)\s?\.[^\n]{3,60}) (?=PHÓ |CHÁNH |TRƯỞNG PHÒNG)/gu, "\n")
    .replace(/(?<=^TM\s?\.\s?(?:ỦY|UỶ) BAN NHÂN DÂN|^TM\s?\.\s?UBND) (?=CHỦ TỊCH|PHÓ CHỦ)/gmu, "\n")
    .split("\n");
}
