import { z } from "zod";

export const comparisonSorts = ["rate", "least", "times", "name"] as const;

/** Else the units that answer for residents stand alone. */
export const ALL_KINDS = "all";

export const comparisonFilterSchema = z.object({
  campaign: z.uuid().optional().catch(undefined),
  group: z.string().trim().max(60).optional().catch(undefined),
  sort: z.enum(comparisonSorts).catch("rate"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ComparisonFilter = z.infer<typeof comparisonFilterSchema>;

/** What is shown first: the kind most of whose units have residents, or all where none has. */
export const comparedGroup = (
  asked: string | undefined,
  kinds: { code: string; withResidents: number }[],
) =>
  asked ??
  kinds
    .filter(({ withResidents }) => withResidents > 0)
    .sort((a, b) => b.withResidents - a.withResidents)[0]?.code ??
  ALL_KINDS;
