import type { Place } from "@/lib/reports/chapters/schema";

type Params = Record<string, string>;
const query = (params: Params) => new URLSearchParams(params).toString();

const places: Record<string, (params: Params) => string> = {
  tracking: ({ directiveId = "", q = "" }) => `/directives/${directiveId}/tracking?${query({ q })}`,
  "quick-reports": (params) => `/duty/reports?${query(params)}`,
  "quick-report": ({ id = "" }) => `/duty/reports/${id}`,
  coverage: (params) => `/duty/coverage?${query(params)}`,
  incident: ({ id = "" }) => `/incidents/${id}`,
  complaints: (params) => `/complaints?${query(params)}`,
  awareness: (params) => `/awareness?${query(params)}`,
};

/** Where the row of a chapter is looked at; null: nowhere of its own. */
export const placeHref = (place: Place | null) =>
  place ? (places[place.kind]?.(place.params) ?? null) : null;
