import { findDate, isoDate } from "../dates/rules";
import type { Basis } from "../schema";
import { fold, oneLine, trimSigns } from "../text/rules";

const OPENER =
  /^(?:[-+*] ?)?(?:thuc hien|can cu|theo|tiep theo|xet|trien khai|nhan duoc|phuc dap|thi hanh|chap hanh|ngay|sau khi|tren co so|de )/;
export const opensBasis = (text: string) => OPENER.test(fold(text.slice(0, 40)));

const PART = "[\\p{L}\\d]{1,12}";
const REFERENCE = new RegExp(
  "(?:(?<![\\p{L}])số\\s?:?\\s?|(?:văn|bản|định|thị|hoạch|báo|điện|quyết|tư|luận|trình|dẫn|lệnh)\\s)" +
    `(\\d{1,6}\\p{Ll}?(?:\\s?-\\s?\\p{Lu}\\p{L}{0,4})?\\s?/\\s?${PART}(?:\\s?[-–/&.]\\s?${PART}(?![\\p{L}])){0,6})`,
  "giu",
);

/** The documents a directive rests on, in the order in which it names them. */
export function readBasis(paragraphs: string[]) {
  const found = paragraphs
    .filter((text, index) => index === 0 || opensBasis(text))
    .flatMap((text) => text.split(/;(?=\s|$)/).flatMap(basisOfClause));
  return found.filter(
    (basis, index) =>
      basis.number === null || found.findIndex((b) => b.number === basis.number) === index,
  );
}

function basisOfClause(clause: string): Basis[] {
  const references = [...clause.matchAll(REFERENCE)].filter(({ 1: number }) =>
    /\p{Lu}/u.test(number ?? ""),
  );
  if (references.length === 0) return lawWithoutNumber(clause);

  return references.map((reference, index) => {
    const from = reference.index + reference[0].length;
    const to = Math.min(references[index + 1]?.index ?? clause.length, from + 400);
    const number = (reference[1] ?? "").replace(/\s/g, "").replace(/–/g, "-");
    const { date, issuer } = dateAndIssuer(clause.slice(from, to));
    const start = reference.index;
    const told = date || issuer ? null : toldBefore(clause.slice(Math.max(0, start - 200), start));
    if (told) return { number, ...told };
    return {
      number,
      date,
      issuer: issuer ?? issuerBefore(clause.slice(Math.max(0, start - 160), start)),
    };
  });
}

/** `Căn cứ Luật An ninh mạng ngày 12 tháng 6 năm 2018`: laws are often cited by their day alone. */
function lawWithoutNumber(clause: string): Basis[] {
  if (
    !/^\W{0,4}can cu (?:bo )?(?:luat|phap lenh|hien phap|nghi quyet)/.test(
      fold(clause.slice(0, 60)),
    )
  )
    return [];
  const found = findDate(clause.slice(0, 400));
  const date = found ? isoDate(found.date) : null;
  return date ? [{ number: null, date, issuer: null }] : [];
}

function dateAndIssuer(after: string) {
  const dated = findDate(after);
  const near = dated && dated.index < 160 ? dated : null;
  const by = /(?:^|\s|\))của\s/u.exec(after);
  const issuer = by && by.index < 60 ? issuerName(after.slice(by.index + by[0].length)) : null;
  return { date: near ? isoDate(near.date) : null, issuer };
}

/** `theo chỉ đạo của UBND tỉnh tại Công văn số …` names the issuer first. */
function issuerBefore(before: string) {
  const named = /(?:^|\s)của\s([^,;:]{3,90}?)\stại\s[^,;:]{0,24}$/u.exec(before);
  return named?.[1] ? issuerName(named[1]) : null;
}

/** `Ngày 05/01/2025, UBND tỉnh ban hành Kế hoạch số …` tells both before the number. */
function toldBefore(before: string) {
  const issued = /,\s([^,;.]{3,90}?)\s(?:đã\s)?(?:ban hành|có)\s[^,;.]{2,24}$/u.exec(before);
  const dated = issued ? findDate(before.slice(0, issued.index)) : null;
  if (!issued?.[1] || !dated || issued.index - dated.end > 2) return null;
  return { date: isoDate(dated.date), issuer: issuerName(issued[1]) };
}

const END =
  /\s(?:về|v\/v|ban hành|quy định|hướng dẫn|ngày|đã|yêu cầu|đề nghị|tại)(?![\p{L}])|\svà (?=công (?:văn|điện)|kế hoạch|chỉ thị|văn bản|nghị|quyết|thông báo)|[;:“"]|\.(?:\s|$|\/)|\s?\(/iu;
const NEXT_BODY =
  /,\s(?=(?:chủ tịch |công an|ubnd|ủy ban|sở|phòng|ban|văn phòng|huyện|tỉnh|để|nhằm|thực hiện|trung tâm|v\/v))/iu;

/** The name up to where the sentence goes on; "Bộ Văn hóa, Thể thao và Du lịch" keeps its comma. */
function issuerName(text: string) {
  const sentence = text.slice(0, 160).split(END, 1)[0] ?? "";
  const first = sentence.split(NEXT_BODY, 1)[0] ?? "";
  const comma = first.search(/,\s(?![\p{Lu}][^,]{0,40}\svà\s)/u);
  const name = trimSigns(oneLine(comma < 0 ? first : first.slice(0, comma)), " ,;.:-");
  return name === "" ? null : name;
}
