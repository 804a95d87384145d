export const sourceKinds = [
  "phone",
  "short_code",
  "brandname",
  "url",
  "domain",
  "email",
  "other",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** `value` is how the same source is always written, whoever reported it. */
export type Source = { kind: SourceKind; value: string };

export const SOURCE_LIMIT = 300;
