/** What a directive may ask of telcos, each computed from what they did. */
export const telcoMeasures = [
  "infrastructure",
  "blocking",
  "complaints",
  "authority_requests",
] as const;
export type TelcoMeasureKind = (typeof telcoMeasures)[number];

/** So much of so much; null where the telco is not asked for it. */
export type TelcoMeasure = { unitId: string; unit: string } & Record<
  TelcoMeasureKind,
  { done: number; of: number } | null
>;
