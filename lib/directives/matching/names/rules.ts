import { fold, oneLine } from "@/lib/directives/reading/text/rules";

/** A body's name taken apart: `UBND xã Yên Bình` is core `ubnd`, level `xa`, place `yen binh`. */
export type NameParts = { whole: string; core: string; level: string | null; place: string | null };

const TITLES =
  /^(?:(?:dong chi|thu truong|pho chu tich|chu tich|pho giam doc|giam doc|lanh dao|nguoi dung dau|bi thu|hieu truong|truong(?= (?:phong|ban|cong an|cac))|chanh(?= van phong)) )+/;
const OPENERS = /^(?:(?:doi voi|giao|de nghi|yeu cau|tat ca|toan the|toan bo) )+/;
const WHEREABOUTS =
  / (?:(?:dong )?(?:chan )?(?:tren|trong|tai) dia ban(?: (?:toan )?(?:huyen|tinh|xa|thanh pho|thi xa|quan|phuong))?|co lien quan|lien quan|(?:truc )?thuoc (?:ubnd )?(?:huyen|tinh|xa)|toan huyen|toan tinh|toan xa|trong (?:toan )?(?:huyen|tinh))(?= |$).*$/;
const DROPPED = new Set(["va", "chi", "nhanh", "cac", "quy"]);

/** Letters and figures only, long and short spellings of committees as one, order kept. */
export function nameKey(text: string) {
  const flat = fold(shortForms(oneLine(text.normalize("NFC"))))
    .replace(/uy ban nhan dan/g, "ubnd")
    .replace(/hoi dong nhan dan/g, "hdnd")
    .replace(/uy ban mttq/g, "ubmttq")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(OPENERS, "")
    .replace(TITLES, "")
    .replace(/^(?:vp|ca|p|bhxh)(?= )/, (short) => SHORT_NOUNS[short] ?? short)
    .replace(WHEREABOUTS, "");
  return dropWords(flat);
}

const SHORT_NOUNS: Record<string, string> = {
  vp: "van phong",
  ca: "cong an",
  p: "phong",
  bhxh: "bao hiem xa hoi",
};

/** "Chi nhánh" is left out of a company's name, "chi" alone ("Chi cục") is not. */
function dropWords(flat: string) {
  const words = flat.split(" ");
  return words
    .filter((word, at) => {
      if (word === "chi") return words[at + 1] !== "nhanh";
      if (word === "nhanh") return words[at - 1] !== "chi";
      return !DROPPED.has(word);
    })
    .join(" ");
}

/** `VH&TT`, `LĐ-TB&XH` are one word each; `HĐND&UBND` are two. */
function shortForms(text: string) {
  return text.replace(/\p{Lu}{1,4}(?:\s?[&.-]\s?\p{Lu}{1,4})+(?!\p{L})/gu, (short) =>
    /HĐND|UBND/.test(short) ? short : short.replace(/[^\p{L}]/gu, ""),
  );
}

const LEVEL =
  "xa(?! hoi)|phuong|thi tran|huyen(?! uy| doan)|quan(?! su| ly)|thi xa|thanh pho|tinh(?! uy| doan)|dac khu";
const LEVEL_WORD = new RegExp(`(?:^| )(${LEVEL})(?= |$)`);

export function nameParts(key: string): NameParts {
  const level = LEVEL_WORD.exec(key);
  if (!level?.[1]) return { whole: key, core: key, level: null, place: null };

  const rest = key.slice(level.index + level[0].length).trim();
  const next = LEVEL_WORD.exec(rest);
  const place = (next ? rest.slice(0, next.index) : rest).trim();
  return {
    whole: key,
    core: key.slice(0, level.index).trim(),
    level: level[1],
    place: place || null,
  };
}

/** `phong vhtt`, `phong lao dong tbxh`: is each word the other's own, or the initials of several? */
export function abbreviates(short: string, long: string) {
  const [noun, ...fields] = short.split(" ");
  const [known, ...words] = long.split(" ");
  return (
    noun === known && fields.length > 0 && fields.length < words.length && spells(fields, words)
  );
}

function spells(fields: string[], words: string[]): boolean {
  const [field, ...others] = fields;
  if (field === undefined) return words.length === 0;
  if (field === words[0] && spells(others, words.slice(1))) return true;
  const initials = words.slice(0, field.length).map((word) => word.charAt(0));
  return (
    field.length > 1 && initials.join("") === field && spells(others, words.slice(field.length))
  );
}
