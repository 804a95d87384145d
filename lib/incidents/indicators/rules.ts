import type { IndicatorKind } from "./schema";

/** In one way of writing, with what it is found by in other cases. */
export type Indicator = { kind: IndicatorKind; value: string; keys: string[] };

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** Reads what was typed or pasted, also when it was defanged: `hxxp://xau[.]com`. Null: it is no such thing. */
export function readIndicator(typed: string, kind: IndicatorKind | "auto"): Indicator | null {
  const text = refang(typed);
  if (!text) return null;
  if (kind !== "auto") return readers[kind](text);
  return (
    readers.hash(text) ??
    readers.ip(text) ??
    readers.url(text) ??
    readers.phone(text) ??
    readers.domain(text) ??
    readers.account(text)
  );
}

/** What someone wrote so that nobody would click it, as it is; a page of spaces takes no time. */
export const refang = (typed: string) =>
  typed
    .normalize("NFC")
    .trim()
    .replace(/\s{0,3}[[({]\s{0,3}(?:\.|dot|dấu chấm)\s{0,3}[\])}]\s{0,3}/gi, ".")
    .replace(/\s{0,3}[[({]\s{0,3}(?:@|at)\s{0,3}[\])}]\s{0,3}/gi, "@")
    .replace(/\[:\/\/\]|\[:\]\/\//g, "://")
    .replace(/^h(?:xx|tt|\*\*)p(s?)(?=:\/\/)/i, "http$1")
    .trim();

/** So that it cannot be clicked, wherever it is shown or pasted. */
export function defang({ kind, value }: { kind: IndicatorKind; value: string }) {
  if (kind === "hash" || kind === "phone") return value;
  if (kind === "account") return value.replaceAll("@", "[@]").replaceAll(".", "[.]");
  const dotted = value.replaceAll(".", "[.]").replaceAll("@", "[@]");
  if (kind !== "url") return dotted.includes(":") ? dotted.replaceAll(":", "[:]") : dotted;
  return dotted.replace(/^http/i, "hxxp");
}

const readers: Record<IndicatorKind, (text: string) => Indicator | null> = {
  ip: (text) => {
    const value = readAddress(text);
    return value ? { kind: "ip", value, keys: [`ip:${value}`] } : null;
  },
  domain: (text) => {
    const value = readHost(text);
    return value ? { kind: "domain", value, keys: [`domain:${value}`] } : null;
  },
  url: (text) => {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^(?:https?|ftp):$/.test(url.protocol) || text.includes(" ")) return null;
    const address = readAddress(url.hostname.replace(/^\[|\]$/g, ""));
    const host = address ?? readHost(url.hostname);
    if (!host) return null;
    url.hash = "";
    const value = url.href;
    return { kind: "url", value, keys: [`url:${value}`, `${address ? "ip" : "domain"}:${host}`] };
  },
  hash: (text) => {
    const value = text.toLowerCase().replace(/^(?:md5|sha-?1|sha-?256|sha-?512)[:\s]+/, "");
    return HASH.test(value) ? { kind: "hash", value, keys: [`hash:${value}`] } : null;
  },
  phone: (text) => {
    const value = readPhone(text);
    return value ? { kind: "phone", value, keys: [`phone:${value}`] } : null;
  },
  account: (text) => {
    const value = text.replace(/\s+/g, " ");
    if (value.length < 3 || value.length > 200 || /[<>]/.test(value)) return null;
    return { kind: "account", value, keys: [`account:${value.toLowerCase()}`] };
  },
};

/** IPv4 without leading zeros, IPv6 in its shortest form. */
export function readAddress(text: string): string | null {
  const v4 = V4.exec(text);
  if (v4) {
    const parts = v4.slice(1).map(Number);
    return parts.every((part) => part <= 255) ? parts.join(".") : null;
  }
  if (!text.includes(":") || !/^[0-9a-f:.]+$/i.test(text)) return null;
  const url = `http://[${text}]/`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : null;
}

/** Inside a network, of this machine, or otherwise never seen outside: no statutory form names it. */
export function isPublicAddress(address: string) {
  const v4 = V4.exec(address);
  if (!v4) return !/^(?:::1?$|f[cd]|fe[89ab]|ff|2001:db8)/i.test(address);
  const [a = 0, b = 0, c = 0] = v4.slice(1).map(Number);
  const kept =
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 192 && b === 0 && (c === 0 || c === 2)) ||
    (a === 198 && (b === 18 || b === 19)) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113);
  return !kept;
}

/** Lower case, without the last dot; names with marks as the network writes them. */
function readHost(text: string): string | null {
  if (/[\s/@:?#%]/.test(text) || !text.includes(".")) return null;
  const url = `http://${text.replace(/\.$/, "")}/`;
  if (!URL.canParse(url)) return null;
  const host = new URL(url).hostname;
  const labels = host.split(".");
  const top = labels.at(-1) ?? "";
  if (host.length > 253 || labels.length < 2 || !/^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(top)) {
    return null;
  }
  return labels.every((label) => LABEL.test(label)) ? host : null;
}

/** As it is dialled here: `0912345678`; from abroad with its plus; service numbers as they are. */
function readPhone(text: string): string | null {
  if (!/^[+\d][\d\s().-]{2,24}$/.test(text)) return null;
  const digits = text.replace(/[^\d+]/g, "");
  const national = digits.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, "0");
  if (/^0[235789]\d{8}$|^02\d{9}$/.test(national)) return national;
  if (/^1[89]00\d{4,6}$/.test(digits)) return digits;
  if (/^\+\d{8,15}$/.test(digits) && !digits.startsWith("+84")) return digits;
  return null;
}
