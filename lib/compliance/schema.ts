import { z } from "zod";
import { measures as obligationMeasures } from "@/lib/directives/schema";

/**
 * What is measured: whatever an obligation can be measured by, and two things that every campaign
 * asks for without a sentence of a directive. Each has one file in `measures`.
 */
export const complianceMeasures = [
  ...obligationMeasures,
  "quick_reports",
  "acknowledgement",
] as const;
export type ComplianceMeasure = (typeof complianceMeasures)[number];

/** Worst first. */
export const verdicts = ["not_met", "at_risk", "not_measurable", "met"] as const;
export type Verdict = (typeof verdicts)[number];

/** Measured by what people say they did; kept apart and left out of every total. */
export const byHand: readonly ComplianceMeasure[] = ["free"];

/** Which picture: of which campaign and on which day; neither given, the one of now. */
export const pictureFilterSchema = z.object({
  dot: z.uuid().optional().catch(undefined),
  ngay: z.iso.date().optional().catch(undefined),
});
export type PictureFilter = z.infer<typeof pictureFilterSchema>;

export const unitListFilterSchema = pictureFilterSchema.extend({
  kind: z.string().max(80).optional().catch(undefined),
  verdict: z.enum(verdicts).optional().catch(undefined),
  q: z.string().trim().max(120).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type UnitListFilter = z.infer<typeof unitListFilterSchema>;

/** Of a list behind a figure. */
export const rowFilterSchema = pictureFilterSchema.extend({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type RowFilter = z.infer<typeof rowFilterSchema>;
