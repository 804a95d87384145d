import { z } from "zod";

export const MATRIX_UNITS = 25;
export const MATRIX_ADVISORIES = 8;

export const advisoryMatrixFilterSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  only: z.enum(["exploited", "urgent"]).optional().catch(undefined),
  /** The unit after which this page begins. */
  after: z.uuid().optional().catch(undefined),
  /** Which group of advisories, newest first. */
  group: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AdvisoryMatrixFilter = z.infer<typeof advisoryMatrixFilterSchema>;
