import { z } from "zod";

export const searchKinds = ["directive", "obligation", "report", "unit", "person"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** As long as a question is read; what goes beyond is cut, not refused. */
const asked = (limit: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim().slice(0, limit))
    .catch("");

const day = z.iso.date().optional().catch(undefined);

export const searchFilterSchema = z.object({
  q: asked(200),
  kind: z.enum(searchKinds).optional().catch(undefined),
  from: day,
  to: day,
  unit: asked(100),
  person: asked(100),
  page: z.coerce.number().int().min(1).max(10).catch(1),
});
export type SearchFilter = z.infer<typeof searchFilterSchema>;

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
