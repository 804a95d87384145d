import type { SearchFilter } from "./schema";

/** Nothing was asked yet. */
export const isBlank = ({ q, from, to, unit, person }: SearchFilter) =>
  !(q || from || to || unit || person);

/** The filter as an address: the one way that links, saved filters and pages spell it. */
export function searchAddress(filter: Partial<SearchFilter>) {
  const { q, kind, from, to, unit, person, page } = filter;
  const parts = { q, kind, from, to, unit, person, page: page && page > 1 ? page : undefined };
  const given = Object.entries(parts).flatMap(([name, value]) =>
    value ? [[name, String(value)]] : [],
  );
  return given.length > 0 ? `/search?${new URLSearchParams(given)}` : "/search";
}
