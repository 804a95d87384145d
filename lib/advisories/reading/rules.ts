import { type Indicator, isPublicAddress, readIndicator } from "@/lib/incidents/indicators/rules";
import { parseLocal } from "@/lib/time";
import type { AdvisorySeverity, Rhythm } from "../schema";

export type ReadItem = {
  cveId: string;
  product: string;
  severity: AdvisorySeverity;
};

export type ReadAdvisory = {
  issuer: string;
  number: string;
  issuedOn: string | null;
  subject: string;
  rhythm: Rhythm;
  items: ReadItem[];
  indicators: Pick<Indicator, "kind" | "value">[];
};

/** Longer than any công văn; what is beyond is not read, so that a pasted book is no burden. */
export const TEXT_LIMIT = 400_000;

/**
 * Finds in a warning's text what units must act on. Pure, and linear in the length of the text: it
 * is cut into words once, and each word is looked at by itself.
 */
export function readAdvisory(text: string): ReadAdvisory {
  const clean = text.slice(0, TEXT_LIMIT).normalize("NFC").replace(/\r\n?/g, "\n");
  const lines = clean.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return {
    ...readHead(lines),
    items: readItems(lines),
    indicators: readIndicators(lines),
  };
}

/** What is said of a vulnerability stands this near to it; no line is read whole for each of many. */
const NEAR = 400;

const CVE_WORD = /(?<![\p{L}\p{N}])CVE[-‐‑–— ]?(\d{4})[-‐‑–—](\d{4,19})(?!\d)/giu;

function readItems(lines: string[]): ReadItem[] {
  const items = new Map<string, ReadItem>();
  for (const line of lines) {
    const found = [...line.matchAll(CVE_WORD)];
    const ofLine = severityOf(line.slice(0, NEAR));
    // One line may tell of several; each is told by what stands between it and the next.
    for (const [at, match] of found.entries()) {
      const cveId = `CVE-${match[1]}-${match[2]}`;
      const from = match.index + match[0].length;
      const words = line.slice(from, Math.min(found[at + 1]?.index ?? line.length, from + NEAR));
      const before = at === 0 ? line.slice(Math.max(0, match.index - NEAR), match.index) : "";
      const known = items.get(cveId);
      const item = {
        cveId,
        product: productOf(words) || productOf(before),
        severity: severityOf(words) ?? ofLine,
      };
      items.set(cveId, {
        cveId,
        product: known?.product || item.product,
        severity: worst(known?.severity, item.severity),
      });
    }
  }
  return [...items.values()].map((item) => ({ ...item, severity: item.severity ?? "high" }));
}

const RANKS: AdvisorySeverity[] = ["low", "medium", "high", "critical"];

const worst = (a: AdvisorySeverity | undefined, b: AdvisorySeverity | undefined) =>
  (RANKS.findLast((rank) => rank === a || rank === b) ?? undefined) as AdvisorySeverity;

function severityOf(words: string): AdvisorySeverity | undefined {
  const score = /(?:CVSS|điểm)[^\d]{0,20}(\d{1,2}(?:[.,]\d)?)/iu.exec(words)?.[1];
  if (score) return severityOfScore(Number(score.replace(",", ".")));
  if (/nghiêm trọng|critical/iu.test(words)) return "critical";
  if (/(?<!\p{L})cao(?!\p{L})|\bhigh\b/iu.test(words)) return "high";
  if (/trung bình|medium|moderate/iu.test(words)) return "medium";
  if (/(?<!\p{L})thấp(?!\p{L})|\blow\b/iu.test(words)) return "low";
  return undefined;
}

export const severityOfScore = (score: number): AdvisorySeverity =>
  score >= 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "medium" : "low";

/** The words after `trong`, else those up to the first stop, without scores and brackets. */
function productOf(words: string) {
  const text = words
    .replace(/\([^()]{0,80}\)/g, " ")
    .replace(/(?:CVSS|điểm|mức)[^;|.]{0,40}/giu, " ")
    .replace(/^[\s:|;,.–—-]+/, "");
  const within = /(?:trong|trên|của|ảnh hưởng (?:đến|tới)) ([^;|.,:]{2,80})/iu.exec(text)?.[1];
  const first = within ?? text.split(/[;|.:]/)[0] ?? "";
  return /\p{L}{2}/u.test(first) ? first.replace(/\s+/g, " ").trim().slice(0, 120) : "";
}

const SPLIT = /[\s,;|<>"“”'‘’()]+/u;

/** Endings that look like domains in running text and are none. */
const FILES =
  /\.(?:docx?|xlsx?|pptx?|pdf|exe|dll|txt|zip|rar|js|php|aspx?|html?|png|jpe?g|sys|bat|ps1|vbs|lnk|json|xml|csv)$/i;

/** Where warnings come from and patches lie: named in every one of them, and no sign of an attack. */
const TRUSTED =
  /(?:^|\.)(?:gov\.vn|chinhphu\.vn|microsoft\.com|cisa\.gov|nist\.gov|mitre\.org|cve\.org|cisco\.com|fortinet\.com|vmware\.com|broadcom\.com|adobe\.com|mozilla\.org|github\.com|apple\.com|oracle\.com)$/;

function readIndicators(lines: string[]) {
  const found = new Map<string, Pick<Indicator, "kind" | "value">>();
  for (const line of lines) {
    for (const word of line.replace(DEFANGED, ".").split(SPLIT)) {
      const indicator = indicatorOf(word);
      if (indicator) found.set(`${indicator.kind}:${indicator.value}`, indicator);
    }
  }
  return [...found.values()];
}

/** `[.]` and `(.)` with a space around them would otherwise be cut apart. */
const DEFANGED = /[[({](?:\.|dot)[\])}]/gi;

function indicatorOf(word: string) {
  if (word.length > 2000) return null;
  const bare = word.replace(/^[[{*•–-]+|[\]}.:!?*-]+$/gu, "");
  if (bare.length < 4 || !/[.:0-9]/.test(bare)) return null;
  const read =
    readIndicator(bare, "hash") ??
    readIndicator(bare, "ip") ??
    readIndicator(bare, "url") ??
    (bare.includes("@") ? null : readIndicator(bare, "domain"));
  if (!read) return null;
  const { kind, value } = read;
  if (kind === "ip" && !isPublicAddress(value)) return null;
  if (kind === "domain" && (FILES.test(bare) || TRUSTED.test(value))) return null;
  if (kind === "url" && TRUSTED.test(new URL(value).hostname)) return null;
  // `6.49.8` is read as no address; `10.0.19045.1` reads as one and is a version.
  return { kind, value };
}

function readHead(lines: string[]) {
  const head = lines.slice(0, 60).map((line) => line.slice(0, NEAR));
  const whole = head.join("\n");
  return {
    issuer: issuerOf(head),
    number: (
      /(?:Số|Công văn|Văn bản)\s*:?\s*(\d[\w./Đ-]{0,40}\p{L}[\p{L}\d./-]{0,30})/u.exec(
        whole,
      )?.[1] ?? ""
    ).replace(/[.,]+$/, ""),
    issuedOn: dayOf(whole),
    subject: subjectOf(head),
    rhythm: rhythmOf(whole),
  };
}

const issuerOf = (head: string[]) =>
  head.find(
    (line) =>
      /^(?:CỤC|SỞ|BỘ|UBND|ỦY BAN|TRUNG TÂM|CÔNG AN|PHÒNG)\b/u.test(line) && line.length < 90,
  ) ?? (/CATTT|NCSC/.test(head.join(" ")) ? "Cục An toàn thông tin" : "");

function subjectOf(head: string[]) {
  const at = head.findIndex((line) => /^(?:V\/v|Về việc)/iu.test(line));
  if (at >= 0) {
    const next = head[at + 1] ?? "";
    const more = next && !/^(?:Kính gửi|Số|\p{Lu}{3})/u.test(next) ? ` ${next}` : "";
    return `${(head[at] ?? "").replace(/^(?:V\/v|Về việc)[:\s]*/iu, "")}${more}`
      .slice(0, 300)
      .trim();
  }
  const said = head.find((line) => /cảnh báo/iu.test(line) && line.length > 12);
  return (said ?? head.find((line) => line.length > 12) ?? "").slice(0, 300);
}

function dayOf(text: string) {
  const words = /ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/iu.exec(text);
  const [, day = "", month = "", year = ""] =
    words ?? /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseLocal(iso) ? iso : null;
}

function rhythmOf(text: string): Rhythm {
  if (/khẩn|hỏa tốc|zero-day|0-day/iu.test(text)) return "urgent";
  if (
    /(?:trong |hằng |hàng )?tháng \d{1,2}[/ ](?:năm )?\d{4}|hằng tháng|hàng tháng/iu.test(
      text.replace(/ngày \d{1,2} tháng/giu, ""),
    )
  )
    return "monthly";
  return "weekly";
}
