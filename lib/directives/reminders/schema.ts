import { z } from "zod";

export const remindUnitsSchema = z.object({
  directiveId: z.uuid(),
  requestId: z.uuid(),
  unitIds: z
    .array(z.uuid(), "Chọn ít nhất một đơn vị.")
    .min(1, "Chọn ít nhất một đơn vị.")
    .max(2_000),
  message: z.string().trim().min(3, "Ghi nội dung đôn đốc.").max(2_000),
});
export type RemindUnits = z.infer<typeof remindUnitsSchema>;

export const dismissReminderSchema = z.object({ reminderId: z.uuid() });
export type DismissReminder = z.infer<typeof dismissReminderSchema>;
