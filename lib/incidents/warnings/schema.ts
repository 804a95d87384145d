import { z } from "zod";

export const UNITS_AT_ONCE = 500;

export const warnUnitsSchema = z
  .object({
    incidentId: z.uuid(),
    requestId: z.uuid(),
    text: z
      .string()
      .trim()
      .min(10, "Ghi điều các đơn vị phải biết và phải làm.")
      .max(2000, "Dài nhất 2000 ký tự."),
    /** All units of the district, or those that are ticked. */
    everyone: z.stringbool().default(false),
    unitIds: z.array(z.uuid()).max(UNITS_AT_ONCE).default([]),
  })
  .refine(({ everyone, unitIds }) => everyone || unitIds.length > 0, {
    path: ["unitIds"],
    message: "Chọn đơn vị nhận cảnh báo.",
  });
export type WarnUnits = z.infer<typeof warnUnitsSchema>;

export const acknowledgeWarningSchema = z.object({
  warningId: z.uuid(),
  answer: z.string().trim().max(1000, "Dài nhất 1000 ký tự.").default(""),
});
export type AcknowledgeWarning = z.infer<typeof acknowledgeWarningSchema>;
