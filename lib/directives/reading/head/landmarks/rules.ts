import { findDate, type ReadDate } from "../../dates/rules";
import { anyOf, canon, fold, isCapitals, oneLine, trimSigns } from "../../text/rules";

/** A piece of the head, told apart from the column that was printed beside it. */
export type Piece =
  | { kind: "motto" }
  | { kind: "number"; number: string | null; symbol: string | null }
  | { kind: "date"; place: string | null; date: ReadDate }
  | { kind: "subject"; text: string }
  | { kind: "type"; type: string; text: string }
  | { kind: "addressees"; text: string }
  | { kind: "text"; text: string };

const TYPES = [
  ..."CHỈ THỊ|KẾ HOẠCH|QUYẾT ĐỊNH|CÔNG ĐIỆN|THÔNG BÁO|HƯỚNG DẪN|NGHỊ QUYẾT|CHƯƠNG TRÌNH".split("|"),
  ..."PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|CÔNG VĂN|KẾT LUẬN|BÁO CÁO|TỜ TRÌNH|GIẤY MỜI|BIÊN BẢN".split("|"),
  ..."HỢP ĐỒNG|ĐƠN|HÓA ĐƠN|PHIẾU|GIẤY|BẢN|ĐỀ ÁN|DỰ ÁN|THƯ".split("|"),
];
const TYPE = anyOf(TYPES);
/** Kinds of paper that tell, ask or agree, but order nobody to do anything. */
const NOT_DIRECTING = anyOf(
  "báo cáo|tờ trình|giấy|biên bản|hợp đồng|đơn|hóa đơn|phiếu|bản|dự án|thư".split("|"),
);
export const directs = (type: string | null) => type === null || !NOT_DIRECTING.test(canon(type));

const MOTTO =
  /cong hoa xa hoi chu nghia viet nam|doc lap ?[-–—.,]{1,3} ?tu do ?[-–—.,]{1,3} ?hanh phuc/g;
const NAME_PART = "[\\p{Lu}\\d][\\p{L}\\d]{0,19}";
const NUMBER = new RegExp(
  "(?<![\\p{L}\\p{N}])(?:Số|SỐ)(?: hiệu| ký hiệu)?\\s?:?\\s?" +
    "(?:(\\d{1,7}|[.…_]{0,12})\\s?[-–]\\s?(\\p{Lu}\\p{L}{0,5}\\s?/\\s?\\p{Lu}{2,12}(?:[-–]\\p{Lu}{2,12})?)|" +
    "([\\d .…_-]{0,24}\\p{Ll}?)\\s?/\\s?" +
    `(${NAME_PART}(?:\\s?[-–/&.]\\s?${NAME_PART}(?![\\p{L}\\d])(?!,|\\s\\p{L}{1,12},? ngày)){0,7}))`,
  "u",
);
const BARE_NUMBER = /^(?:Số|SỐ)\s?:\s?(\d{1,7})$/u;
const SUBJECT = /(?:^|(?<=\s))(?:V\/v|V\/V|v\/v|Về việc|VỀ VIỆC|Trích yếu)\s?[:.]?\s?/u;
const ADDRESSEES = /(?:^|(?<=\s))Kính g[ửu]i(?:\s?:|$|(?=\s))|KÍNH GỬI\s?:?/u;

/** A whole head on one line is shorter; what is longer has run into the body. */
const REACH = 3000;

/** Cuts a line of the head where one column ends and the other begins. */
export function piecesOf(line: string, issuer: string): Piece[] {
  const pieces = withoutMotto(line.slice(0, REACH)).flatMap((text) =>
    landmarks(text, { issuer, cuts: 0 }),
  );
  const last = pieces.at(-1);
  if (line.length <= REACH || !last || !("text" in last)) return pieces;
  return [...pieces.slice(0, -1), { ...last, text: last.text + line.slice(REACH) }];
}

/** What earlier lines printed in capitals, and how often this line was cut already. */
type Around = { issuer: string; cuts: number };
const MOST_CUTS = 12;
const cutOnce = ({ issuer, cuts }: Around): Around => ({ issuer, cuts: cuts + 1 });

function withoutMotto(line: string) {
  const flat = fold(line);
  const parts: string[] = [];
  let from = 0;
  for (const { 0: motto, index } of flat.matchAll(MOTTO)) {
    parts.push(line.slice(from, index), "\u0001");
    from = index + motto.length;
  }
  return [...parts, line.slice(from)];
}

function landmarks(text: string, before: Around): Piece[] {
  if (text === "\u0001") return [{ kind: "motto" }];
  const plain = trimSigns(oneLine(text), " |_*");
  if (plain === "") return [];
  const around = cutOnce(before);
  if (around.cuts > MOST_CUTS) return [{ kind: "text", text: plain }];
  if (/^ĐẢNG CỘNG SẢN VIỆT NAM$/u.test(plain)) return [{ kind: "motto" }];

  return (
    addresseesIn(plain, around) ??
    dateIn(plain, around) ??
    numberIn(plain, around) ??
    subjectIn(plain, around) ??
    typeIn(plain) ?? [{ kind: "text", text: plain }]
  );
}

/** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:` is how a công điện addresses. */
const DISPATCH = /(?<=^[\p{Lu}\s,.-]{6,140})\sđiện\s?:\s?/u;

function addresseesIn(text: string, around: Around): Piece[] | null {
  const found = ADDRESSEES.exec(text) ?? DISPATCH.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length).trim();
  const before = text.slice(0, found.index);
  return [...landmarks(before, around), { kind: "addressees", text: rest.replace(/^:\s?/, "") }];
}

function dateIn(text: string, around: Around): Piece[] | null {
  const found = findDate(text);
  if (!found || found.index > 400) return null;
  const sheet = /^(.*?),?\s?(?:ngày\s?)?$/iu.exec(text.slice(0, found.index));
  const before = sheet?.[1] ?? "";
  const place = placeAtEnd(before, around);
  const bare = before.trim() === "" && /^ngay/i.test(fold(text.slice(found.index)));
  if (place === null && !bare) return null;
  // A sentence that goes on after its date is the body, citing another document.
  const after = text.slice(found.end);
  if (/^\s?(?:của|về|,|;)/u.test(after)) return null;

  const left = before.slice(0, before.length - (place?.length ?? 0));
  return [
    ...landmarks(left, around),
    { kind: "date", place, date: found.date },
    ...landmarks(after.replace(/^\./, ""), around),
  ];
}

const PLACE_WORD = /^(?:\p{Lu}[\p{L}.'’-]*|thành|phố|thị|xã|trấn|huyện|tỉnh)$/u;

/** The proper name a text ends with: `Số: 5/UBND-VX Hữu Lũng` → `Hữu Lũng`. */
function placeAtEnd(text: string, { issuer }: Around) {
  const words = text.trimEnd().split(" ");
  let from = words.length;
  while (from > 0 && words.length - from < 6 && isPlaceWord(words[from - 1] ?? "", from === 1))
    from--;
  const run = words.slice(from);
  if (run.length === 0) return null;
  if (from === 0) return run.join(" ");

  const known = run.findIndex((_, index) =>
    fold(issuer).endsWith(fold(run.slice(index).join(" "))),
  );
  return run.slice(Math.max(known, 0)).join(" ");
}

const isPlaceWord = (word: string, alone: boolean) =>
  PLACE_WORD.test(word) && (alone || word.length < 2 || /[.]$/.test(word) || !isCapitals(word));

function numberIn(text: string, around: Around): Piece[] | null {
  const bare = BARE_NUMBER.exec(text);
  if (bare) return [{ kind: "number", number: bare[1] ?? null, symbol: null }];
  const found = NUMBER.exec(text.slice(0, 600));
  if (!found || /\p{Ll}\s$/u.test(text.slice(0, found.index))) return null;

  const number = (found[1] ?? found[3] ?? "").replace(/[^\d\p{Ll}]/gu, "");
  const symbol = (found[2] ?? found[4] ?? "").replace(/\s/g, "").replace(/–/g, "-");
  return [
    ...landmarks(text.slice(0, found.index), around),
    { kind: "number", ...aroundSlash(/^\d+$/.test(number) ? number : null, symbol || null) },
    ...landmarks(text.slice(found.index + found[0].length), around),
  ];
}

/** The Party writes `1560-CV/HU`: the kind of document belongs to what stands before the slash. */
function aroundSlash(number: string | null, symbol: string | null) {
  const party = /^(\p{Lu}+)\/(.+)$/u.exec(symbol ?? "");
  if (!party) return { number, symbol };
  return { number: number && `${number}-${party[1]}`, symbol: party[2] ?? null };
}

function subjectIn(text: string, around: Around): Piece[] | null {
  const found = SUBJECT.exec(text);
  const inside = found && found.index > 0 && !/[vV]\/[vV]/.test(found[0]);
  if (!found || inside) return typeBefore(text, found, around);
  const rest = text.slice(found.index + found[0].length);
  return [...landmarks(text.slice(0, found.index), around), { kind: "subject", text: rest }];
}

/** `CHỈ THỊ Về việc …` in one line. */
function typeBefore(text: string, found: RegExpExecArray | null, around: Around): Piece[] | null {
  if (!found || !isType(text.slice(0, found.index).trim())) return null;
  const rest = text.slice(found.index + found[0].length);
  return [...landmarks(text.slice(0, found.index), around), { kind: "subject", text: rest }];
}

function typeIn(text: string): Piece[] | null {
  const match = TYPE.exec(canon(text.slice(0, 40)));
  if (match?.index !== 0 || !isCapitals(text.slice(0, match[0].length))) return null;
  const rest = text.slice(match[0].length).replace(/^\s?[:.]?\s?/, "");
  const type = text.slice(0, match[0].length);
  if (rest !== "" && isCapitals(rest) && rest.length < 25 && directs(type))
    return [{ kind: "type", type: text, text: "" }];
  return [{ kind: "type", type, text: rest }];
}

const isType = (text: string) =>
  TYPE.exec(canon(text))?.[0].length === text.length && isCapitals(text);
