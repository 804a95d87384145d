import { z } from "zod";

const count = z
  .string()
  .trim()
  .transform((text) => text.replace(/[.\s]/g, ""))
  .refine((text) => /^\d{0,7}$/.test(text), "Ghi số dân bằng chữ số, để trống nếu chưa biết.")
  .transform((text) => (Number(text) > 0 ? Number(text) : null));

/** Beside each other: the units of the form, what was on the screen, and what is typed now. */
export const statePopulationsSchema = z
  .object({ unitIds: z.array(z.uuid()).min(1).max(200), populations: z.array(count) })
  .refine(({ unitIds, populations }) => unitIds.length === populations.length, "Thiếu số dân.");
export type StatePopulations = z.infer<typeof statePopulationsSchema>;
