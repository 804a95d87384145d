import type { AdvisorySeverity } from "../schema";
import { advisorySeverities } from "../schema";

export type ComparedItem = {
  cveId: string | null;
  product: string;
  productId: string | null;
  severity: AdvisorySeverity;
  exploited: boolean;
  fix: string;
};

export type Compared = { items: ComparedItem[]; indicators: { kind: string; value: string }[] };

const rank = (severity: AdvisorySeverity) => advisorySeverities.indexOf(severity);
const keyOf = ({ cveId, product }: ComparedItem) => cveId ?? product.toLowerCase();

/** What in a new edition asks for another look: new or graver items, another fix, new indicators. */
export function changesBetween(before: Compared, after: Compared) {
  const known = new Map(before.items.map((item) => [keyOf(item), item]));
  const items = after.items.filter((item) => {
    const old = known.get(keyOf(item));
    return (
      !old ||
      old.product !== item.product ||
      old.productId !== item.productId ||
      old.fix !== item.fix ||
      rank(item.severity) > rank(old.severity) ||
      (item.exploited && !old.exploited)
    );
  });
  const seen = new Set(before.indicators.map(({ kind, value }) => `${kind}:${value}`));
  const indicators = after.indicators.filter(({ kind, value }) => !seen.has(`${kind}:${value}`));
  const productIds = [...new Set(items.flatMap(({ productId }) => productId ?? []))];
  return {
    items,
    indicators,
    productIds,
    /** Indicators, and products that the pick list does not know, may be anybody's. */
    concernsAll: indicators.length > 0 || items.some(({ productId }) => productId === null),
    none: items.length === 0 && indicators.length === 0,
  };
}

export type Changes = ReturnType<typeof changesBetween>;

const HOUR = 3_600_000;

/** Whoever is asked again has three days for it, however near the first deadline is. */
export const REOPENED_HOURS = 72;

export const askedAgainUntil = (at: Date) => new Date(at.getTime() + REOPENED_HOURS * HOUR);

/**
 * Whether a CSAF version comes after another: both are whole numbers or both `major.minor.patch`
 * (CSAF 2.0, 3.1.11); what follows a hyphen or plus is left out.
 */
export function isNewerVersion(version: string, than: string) {
  const [parts, others] = [version, than].map((text) =>
    (text.split(/[-+]/)[0] ?? "").split(".").map(Number),
  ) as [number[], number[]];
  const at = [0, 1, 2].find((index) => (parts[index] ?? 0) !== (others[index] ?? 0));
  return at !== undefined && (parts[at] ?? 0) > (others[at] ?? 0);
}
