import { anyOf, canon, capitalised, isCapitals, oneLine } from "../text/rules";

/** The words with which the name of a body begins; a line that begins otherwise goes on. */
const BODY = anyOf([
  ..."ủy ban|ubnd|hội đồng|hđnd|sở|bộ|cục|chi cục|tổng cục|phòng|văn phòng|công an|ban".split("|"),
  ..."trung tâm|viện|tòa án|thanh tra|huyện ủy|tỉnh ủy|thành ủy|thị ủy|quận ủy|đảng ủy|đảng bộ".split(
    "|",
  ),
  ..."chi bộ|quân khu|chính phủ|thủ tướng|kho bạc|ngân hàng|bảo hiểm|trường|bệnh viện".split("|"),
  ..."tổng công ty|tập đoàn|công ty|chi nhánh|vnpt|viettel|mobifone|liên đoàn|hội|đoàn".split("|"),
  ..."mặt trận|ubmttq|điện lực|bưu điện|huyện đoàn|tỉnh đoàn|hạt|đội|tổ|vnpost|đài|học viện".split(
    "|",
  ),
  ..."quốc hội|chủ tịch|văn phòng đoàn".split("|"),
]);
const AREA = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu";
const AREA_WORD = new RegExp(
  `(?<![\\p{L}])(?:${AREA})(?! (?:hội|đoàn|ủy)(?!\\p{L}))(?!\\p{L})`,
  "gu",
);
const ACRONYM =
  /^(?:ubnd|hđnd|ubmttq|mttq|vnpt|bhxh|bch|bcđ|cntt|đbqh|tp|tncs|gdđt|pctt|thpt|thcs|ptdtnt|[ivx]{2,})$/u;

/** Where one body's name ends in a place, and the next body's begins on the same line. */
const NEXT_BODY = new RegExp(
  `(?<=(?<!\\p{L})(?:${AREA})(?: \\p{L}+){1,4}) (?=(?:ủy ban nhân dân|ubnd|sở|(?<!(?:hải|văn) )phòng|` +
    `văn phòng|công an|huyện ủy|thành ủy|thị ủy|chi cục|trung tâm|trường (?:thpt|thcs|tiểu|mầm|trung)) \\p{L})`,
  "gu",
);

/** The issuing body is the lower of the two that a head may name. */
export function readIssuer(lines: string[]) {
  const bodies: string[] = [];
  for (const line of lines.flatMap(apart)) {
    const last = bodies.at(-1);
    if (last !== undefined && belongsTo(last, line)) bodies[bodies.length - 1] = `${last} ${line}`;
    else bodies.push(line);
  }
  const named = bodies.filter((body) => BODY.exec(canon(body))?.index === 0).map(properName);
  return { issuer: named.at(-1) ?? null, superior: named.at(-2) ?? null };
}

/** `UBND HUYỆN LỤC NGẠN PHÒNG GIÁO DỤC VÀ ĐÀO TẠO`, flattened, was two lines. */
function apart(line: string) {
  if (!isCapitals(line)) return [line];
  const cuts = [...canon(line).matchAll(NEXT_BODY)].map(({ index }) => index);
  return [0, ...cuts].map((from, nth) => line.slice(from, cuts[nth]).trim());
}

/** The letters large and small as the text itself writes the name, where it does so with more care. */
export function spelledAs(name: string | null, text: string) {
  if (name === null) return null;
  const capitals = (written: string) => written.replace(/[^\p{Lu}]/gu, "").length;
  const wanted = canon(name);
  const small = canon(text);
  let best = name;
  for (let at = small.indexOf(wanted); at >= 0; at = small.indexOf(wanted, at + wanted.length)) {
    const written = text.slice(at, at + wanted.length);
    if (!isCapitals(written) && capitals(written) > capitals(best)) best = written;
  }
  return best;
}

function belongsTo(before: string, line: string) {
  const small = canon(line);
  if (BODY.exec(small)?.index !== 0) return true;
  const above = canon(before);
  return BODY.exec(above)?.[0] === above || /(?: và|,|-| của| thuộc)$/u.test(above);
}

/** `ỦY BAN NHÂN DÂN HUYỆN HỮU LŨNG` → `UBND huyện Hữu Lũng`, as running text writes it. */
export function properName(printed: string) {
  const name = oneLine(printed);
  const small = isCapitals(name) ? inSmallLetters(canon(name)) : name;
  return small
    .replace(/(?<!\p{L})[ủỦ]y ban nhân dân|(?<!\p{L})[uU][ỷỶ] ban nhân dân/gu, "UBND")
    .replace(/(?<!\p{L})[hH]ội đồng nhân dân/gu, "HĐND");
}

function inSmallLetters(name: string) {
  const areas = [...name.matchAll(AREA_WORD)];
  const first = areas[0]?.index ?? name.length;
  const office = officeName(name.slice(0, first));
  const places = areas.map((area, index) => {
    const to = areas[index + 1]?.index ?? name.length;
    return area[0] + titleCase(name.slice(area.index + area[0].length, to));
  });
  return office + places.join("");
}

const HEAD_NOUN = anyOf([
  ..."sở|bộ|cục|chi cục|tổng cục|phòng|văn phòng|ban|trung tâm|viện|trường|chi nhánh|hội(?! đồng)|hạt".split(
    "|",
  ),
  ..."tổng công ty|công ty|tập đoàn|bệnh viện|ngân hàng|đài|học viện|đội|tổ|đoàn".split("|"),
]);
/** After them comes a proper name. */
const BEFORE_NAME = anyOf(
  "huyện ủy|tỉnh ủy|thành ủy|thị ủy|quận ủy|đảng ủy|huyện đoàn|tỉnh đoàn|viettel|vnpt|mobifone|vinaphone".split(
    "|",
  ),
);

/** Capital on the kind of body and on each field it is in charge of: `Sở Thông tin và Truyền thông`. */
function officeName(name: string) {
  const noun = HEAD_NOUN.exec(name);
  if (noun?.index !== 0) {
    const party = BEFORE_NAME.exec(name);
    if (party?.index === 0)
      return restoreAcronym(capitalised(party[0])) + titleCase(name.slice(party[0].length));
    return capitalised(name).replace(/\p{L}+/gu, restoreAcronym);
  }
  const fields = name
    .slice(noun[0].length)
    .replace(/(?<=^ chỉ đạo )\p{L}|^ \p{L}|(?<=(?: và|,|-) )(?!chống|phòng)\p{L}/gu, (letter) =>
      letter.toUpperCase(),
    );
  return (capitalised(noun[0]) + fields).replace(/\p{L}+/gu, restoreAcronym);
}

const restoreAcronym = (word: string) => (ACRONYM.test(canon(word)) ? word.toUpperCase() : word);

const titleCase = (text: string) =>
  text.replace(/\p{L}[\p{L}'’]*/gu, (word) =>
    word === "và" ? word : restoreAcronym(capitalised(word)),
  );
