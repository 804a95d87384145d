import { z } from "zod";

export const saveComplaintSettingSchema = z.object({
  dueHours: z.coerce
    .number("Ghi số giờ.")
    .int()
    .min(1, "Ít nhất 1 giờ.")
    .max(2160, "Nhiều nhất 90 ngày."),
  retentionDays: z.coerce
    .number("Ghi số ngày.")
    .int()
    .min(1, "Ít nhất 1 ngày.")
    .max(3650, "Nhiều nhất 10 năm."),
  version: z.coerce.number().int().min(1),
});
export type SaveComplaintSetting = z.infer<typeof saveComplaintSettingSchema>;
