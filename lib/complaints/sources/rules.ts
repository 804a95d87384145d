import type { Source } from "./schema";

/** Mobile numbers of eleven digits became ten in 2018; old phones and lists still show them. */
const oldPrefixes = new Map([
  ["0120", "070"],
  ["0121", "079"],
  ["0122", "077"],
  ["0126", "076"],
  ["0128", "078"],
  ["0123", "083"],
  ["0124", "084"],
  ["0125", "085"],
  ["0127", "081"],
  ["0129", "082"],
  ["0162", "032"],
  ["0163", "033"],
  ["0164", "034"],
  ["0165", "035"],
  ["0166", "036"],
  ["0167", "037"],
  ["0168", "038"],
  ["0169", "039"],
  ["0186", "056"],
  ["0188", "058"],
  ["0199", "059"],
]);

/** Who got these prefixes; a number may have moved, hence only a proposal. */
const operators: [operator: string, prefix: RegExp][] = [
  ["viettel", /^0(?:3[2-9]|86|9[678])/],
  ["vnpt", /^0(?:8[12345]|88|9[14])/],
  ["mobifone", /^0(?:7[06789]|89|9[03])/],
];

/** The source of a complaint as it is always written; null where nothing was told. */
export function readSource(told: string): Source | null {
  const text = told.normalize("NFKC").replace(/\s+/g, " ").trim();
  if (!text) return null;
  return (
    readNumber(text) ??
    readMail(text) ??
    readAddress(text) ??
    readBrandname(text) ?? { kind: "other", value: text.toLowerCase().slice(0, 300) }
  );
}

/** As it is dialled in Vietnam, ten or eleven digits; null for what is no such number. */
export function readPhone(told: string): string | null {
  const digits = told
    .normalize("NFKC")
    .trim()
    .replace(/^\((\+?\d+)\)/, "$1")
    .replace(/[\s().\-–/]/g, "");
  if (!/^\+?\d{8,15}$/.test(digits)) return null;
  const national = digits.replace(/^(?:\+84|0084|84(?=\d{9,11}$))0?/, "0");
  const renewed = renewPrefix(national);
  if (/^0[35789]\d{8}$/.test(renewed) || /^02\d{8,9}$/.test(renewed)) return renewed;
  // A spreadsheet takes a number for a number and drops its zero.
  if (/^[35789]\d{8}$/.test(digits)) return `0${digits}`;
  if (/^1[269]\d{8}$/.test(digits)) return readPhone(`0${digits}`);
  const abroad = digits.replace(/^00/, "+");
  return /^\+[1-9]\d{7,14}$/.test(abroad) && !abroad.startsWith("+84") ? abroad : null;
}

/** `viettel`, `vnpt`, `mobifone`; null where the prefix is nobody's of these. */
export const operatorOf = (phone: string) =>
  operators.find(([, prefix]) => prefix.test(phone))?.[0] ?? null;

function renewPrefix(national: string) {
  const renewed = oldPrefixes.get(national.slice(0, 4));
  return renewed && national.length === 11 ? renewed + national.slice(4) : national;
}

function readNumber(text: string): Source | null {
  const phone = readPhone(text);
  if (phone) return { kind: "phone", value: phone };
  const digits = text.replace(/[\s.-]/g, "");
  return /^\d{3,10}$/.test(digits) ? { kind: "short_code", value: digits } : null;
}

function readMail(text: string): Source | null {
  const mail = text.replace(/^mailto:/i, "").toLowerCase();
  const parts = /^([a-z0-9._%+-]{1,64})@([a-z0-9.-]{3,190}\.[a-z]{2,24})$/.exec(mail);
  return parts ? { kind: "email", value: mail } : null;
}

/** A name under a top-level domain of two signs or more, or four numbers. */
const isPublicHost = /(?:\.[a-z][a-z0-9-]{1,62}|^\d+(?:\.\d+){3})$/;

/** Also as it is written to be harmless: `hxxps://vcb[.]top`. */
function readAddress(text: string): Source | null {
  const live = text
    .replace(/\[\.\]|\(\.\)/g, ".")
    .replace(/^hxxp/i, "http")
    .replace(/\[:\]/g, ":");
  const named = /^https?:\/\//i.test(live);
  if (/\s/.test(live) || (!named && !/^[^/@:?#]+\.[a-z]{2,24}(?:[/:?#]|$)/i.test(live)))
    return null;
  const address = named ? live : `http://${live}`;
  if (!URL.canParse(address)) return null;
  const { hostname, port, pathname, search } = new URL(address);
  const host = hostname.replace(/^www\./, "").replace(/\.$/, "");
  if (!isPublicHost.test(host) || host.length > 253) return null;
  const rest = pathname === "/" ? search : pathname.replace(/\/+$/, "") + search;
  if (!rest && !port) return { kind: "domain", value: host };
  // Scheme and `www` tell nothing apart; path and query do.
  return { kind: "url", value: `${host}${port ? `:${port}` : ""}${rest}`.slice(0, 300) };
}

/** A sender's name has at most eleven signs; capitals tell nothing apart on a telephone. */
function readBrandname(text: string): Source | null {
  const name = text.toUpperCase();
  return /^[A-Z0-9](?:[A-Z0-9 ._&-]{0,9}[A-Z0-9])?$/.test(name) && /[A-Z]/.test(name)
    ? { kind: "brandname", value: name }
    : null;
}
