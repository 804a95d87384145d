import { z } from "zod";

export const IMPORT_LIMITS = { bytes: 2 * 1024 * 1024, rows: 2000 } as const;

export const importRosterSchema = z.object({
  rosterId: z.uuid(),
  version: z.coerce.number().int().min(1),
  file: z
    .instanceof(File, { error: "Chọn tệp lịch trực." })
    .refine(({ size }) => size > 0, "Chọn tệp lịch trực.")
    .refine(({ size }) => size <= IMPORT_LIMITS.bytes, "Tệp lớn hơn 2 MB."),
});
export type ImportRoster = z.infer<typeof importRosterSchema>;
