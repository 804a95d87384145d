import { z } from "zod";

export const MATRIX_UNITS = 25;
export const MATRIX_ADVISORIES = 8;

const cursor = z.uuid().optional().catch(undefined);

export const advisoryMatrixFilterSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  only: z.enum(["exploited", "urgent"]).optional().catch(undefined),
  /** Read on after this unit, or back before it. */
  after: cursor,
  before: cursor,
  /** The same for advisories, newest first: those sent before it, or after it. */
  older: cursor,
  newer: cursor,
});
export type AdvisoryMatrixFilter = z.infer<typeof advisoryMatrixFilterSchema>;
