import { z } from "zod";

export const comparisonSorts = ["rate", "least", "times", "name"] as const;

export const comparisonFilterSchema = z.object({
  campaign: z.uuid().optional().catch(undefined),
  group: z.string().trim().max(60).optional().catch(undefined),
  sort: z.enum(comparisonSorts).catch("rate"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ComparisonFilter = z.infer<typeof comparisonFilterSchema>;
