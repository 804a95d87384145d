/** How an item of a list is announced, from the widest division to the narrowest. */
export type MarkerKind =
  | "part"
  | "roman"
  | "capital"
  | "article"
  | "arabic"
  | "multi"
  | "letter"
  | "figure"
  | "bullet";

export type Marker = { kind: MarkerKind; key: string; rank: number; length: number; label: string };

const SPACED = '(?:\\s{1,8}|(?=[\\p{Lu}"“(\\[]))';
const KINDS: [kind: MarkerKind, rank: number, pattern: RegExp][] = [
  ["part", 0, /^(?:phần|chương)\s(?:thứ\s\p{L}{2,5}|[ivx]{1,5}|\d{1,2})[.:)]?(?:\s|$)/iu],
  ["article", 2, /^(?:điều|mục)\s?(?:\d{1,3}|[ivx]{1,5})\s?[.:]\s?/iu],
  ["roman", 1, /^[IVX]{1,5}\s?[.)/:]\s{0,8}(?!v)(?=\S)/u],
  ["roman", 1, /^[IVX]{1,5}\s[-–]\s/u],
  ["multi", 4, /^\d{1,2}(?:\.\d{1,2}){1,3}(?:\.\s?|\)\s?|\s)(?=\D)/u],
  ["figure", 6, new RegExp(`^(?:\\(\\d{1,2}\\)|\\d{1,2}\\))${SPACED}`, "u")],
  ["arabic", 3, new RegExp(`^\\d{1,2}(?:\\s?[./:]|\\s?-(?=\\s))${SPACED}`, "u")],
  [
    "arabic",
    3,
    /^(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín)|(?:một|hai|ba|bốn|năm|sáu) là)\s?[,:]\s/iu,
  ],
  ["capital", 2, /^[A-HĐ]\s?[.)]\s{1,8}(?=\p{L})/u],
  ["letter", 5, new RegExp(`^\\(?[a-zđ](?:\\.\\d{1,2})?\\s?[)./]${SPACED}`, "u")],
  ["bullet", 7, /^[-–—−]{1,2}\s{0,8}(?=[^\s\d-]|\d{1,3}\s?[%\p{L}]|0\d )/u],
  ["bullet", 7, /^[+*•·▪▫●○◦‣⁃■□►▶➢➤→✓✔❖◆\uf0b7\uf02d\uf0a7\uf0d8\uf076\uf0fc]\s{0,8}(?=[^\s\d])/u],
  ["bullet", 7, /^[+*•·▪●○]\s{1,8}(?=\S)/u],
  ["bullet", 7, /^o\s{1,8}(?=\p{Lu})/u],
];

/** The numbering or bullet that a line begins with. */
export function findMarker(text: string): Marker | null {
  const head = text.slice(0, 40);
  for (const [kind, rank, pattern] of KINDS) {
    const match = pattern.exec(head);
    if (!match || match[0].length >= text.length) continue;
    const label = match[0].trim();
    const key = kind === "bullet" ? label.charAt(0).replace(/[–—−]/, "-") : kind;
    return { kind, key, rank: rank + depthOf(kind, label), length: match[0].length, label };
  }
  return null;
}

const depthOf = (kind: MarkerKind, label: string) =>
  kind === "multi" ? (label.match(/\.\d/g)?.length ?? 0) / 10 : 0;
