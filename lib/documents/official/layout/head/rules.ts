import type { OfficialDocument } from "../../schema";
import { BLANK, bold, italic, line, listed, plain, withoutEnd } from "../pieces/rules";
import type { Leaf, Paragraph } from "../schema";

const LEFT = 66;
const RIGHT = 99;
/** `Độc lập - Tự do - Hạnh phúc` in 13 point bold: its line is as long as its words. */
const MOTTO = 56;

/** Everything above the body: issuer and country, number and day, type or subject, addressees. */
export function headOf(document: OfficialDocument): Leaf[] {
  const { type, subject, stamp } = document;
  const letter =
    type === null ? [line([plain(`V/v ${subject}`)], { role: "title", size: 12, before: 6 })] : [];
  const boxed = stamp ? [line([bold(stamp)], { size: 13, before: 8, boxed: true })] : [];
  return [
    sideBySide(issuerOf(document), countryOf()),
    sideBySide([numberOf(document), ...letter, ...boxed], [dayOf(document)]),
    ...(type === null ? [] : namedTitle(type, subject)),
    ...addresseesOf(document.addressees),
  ];
}

const sideBySide = (left: Paragraph[], right: Paragraph[]): Leaf => ({
  kind: "columns",
  parts: [
    { width: LEFT, flow: left },
    { width: RIGHT, flow: right },
  ],
});

function issuerOf({ superior, issuer }: OfficialDocument) {
  const capitals = (text: string) => text.toLocaleUpperCase("vi");
  return [
    ...(superior ? [line([plain(capitals(superior))], { size: 12 })] : []),
    ...issuerLines(capitals(issuer)).map((said, index, all) =>
      line([bold(said)], { size: 12, rule: index === all.length - 1 ? 26 : undefined }),
    ),
  ];
}

/**
 * A People's Committee is written out above the name of its place; only a body above the issuer may
 * be abbreviated.
 */
const issuerLines = (issuer: string) => {
  const [, place] = /^(?:UBND|[ỦU][ỶY] BAN NHÂN DÂN) (.+)$/u.exec(issuer) ?? [];
  return place ? ["ỦY BAN NHÂN DÂN", place] : [issuer];
};

const countryOf = () => [
  line([bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")], { size: 12 }),
  line([bold("Độc lập - Tự do - Hạnh phúc")], { size: 13, rule: MOTTO }),
];

function numberOf({ number, symbol }: OfficialDocument) {
  const said = number === null ? BLANK : String(number).padStart(2, "0");
  return line([plain(`Số: ${said}/${symbol || BLANK}`)], { size: 13, before: 8 });
}

function dayOf({ place, date }: OfficialDocument) {
  return line([italic(`${place || BLANK}, ${dayWords(date)}`)], { size: 13, before: 8 });
}

/** Days below ten and months one and two carry a leading zero: Nghị định 30/2020, Phụ lục I. */
export function dayWords(date: string | null) {
  if (date === null) return `ngày ${BLANK} tháng ${BLANK} năm ${BLANK}`;
  const [year, month = "", day] = date.split("-");
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const namedTitle = (type: string, subject: string) => [
  line([bold(type.toLocaleUpperCase("vi"))], { role: "title", before: 18, keep: true }),
  line([bold(subject)], { after: 6, rule: 55, keep: true }),
];

/** One stands on the line of `Kính gửi`, several below it, their dashes under the colon. */
function addresseesOf(addressees: string[]): Leaf[] {
  if (addressees.length === 0) return [];
  const [only] = addressees;
  if (addressees.length === 1 && only) {
    return [line([plain(`Kính gửi: ${withoutEnd(only)}`)], { before: 12, after: 12 })];
  }
  return [
    line([plain("Kính gửi:")], { before: 12, align: "left", left: 38, keep: true }),
    ...listed(addressees).map((said, index, all) =>
      line([plain(said)], { align: "left", left: 55, after: index === all.length - 1 ? 12 : 0 }),
    ),
  ];
}
