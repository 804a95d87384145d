import { z } from "zod";
import { calendars, occasionKinds } from "../schema";

const whole = (message: string) => z.coerce.number(message).int(message);

const templateOccasionSchema = z.object({
  kind: z.enum(occasionKinds),
  name: z.string().trim().min(2, "Nhập tên dịp.").max(200, "Tên dịp dài nhất 200 ký tự."),
  calendar: z.enum(calendars),
  month: whole("Tháng từ 1 đến 12.").min(1, "Tháng từ 1 đến 12.").max(12, "Tháng từ 1 đến 12."),
  day: whole("Ngày từ 1 đến 31.").min(1, "Ngày từ 1 đến 31.").max(31, "Ngày từ 1 đến 31."),
  offset: whole("Số ngày lệch từ -30 đến 30.")
    .min(-30, "Số ngày lệch từ -30 đến 30.")
    .max(30, "Số ngày lệch từ -30 đến 30."),
  days: whole("Dịp dài 1 đến 60 ngày.")
    .min(1, "Dịp dài 1 đến 60 ngày.")
    .max(60, "Dịp dài 1 đến 60 ngày."),
});
export type TemplateOccasion = z.infer<typeof templateOccasionSchema>;

const occasionsText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "Nội dung gửi lên bị hỏng, hãy thử lại." });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(templateOccasionSchema)
      .min(1, "Mẫu cần ít nhất một dịp.")
      .max(20, "Mẫu có nhiều nhất 20 dịp.")
      .refine((list) => list.every(({ calendar, day }) => calendar === "solar" || day <= 30), {
        error: "Ngày âm lịch từ 1 đến 30.",
      }),
  );

const margin = (message: string) => whole(message).min(0, message).max(90, message);

const templateFields = {
  name: z.string().trim().min(2, "Nhập tên mẫu.").max(200, "Tên mẫu dài nhất 200 ký tự."),
  note: z.string().trim().max(500, "Ghi chú dài nhất 500 ký tự."),
  rank: whole("Thứ tự là số từ 0 đến 9999.")
    .min(0, "Thứ tự là số từ 0 đến 9999.")
    .max(9_999, "Thứ tự là số từ 0 đến 9999."),
  leadDays: margin("Mở trước dịp đầu từ 0 đến 90 ngày."),
  trailDays: margin("Kéo dài sau dịp cuối từ 0 đến 90 ngày."),
  occasions: occasionsText,
};

export const createTemplateSchema = z.object(templateFields);
export type CreateTemplate = z.infer<typeof createTemplateSchema>;

const seenVersion = { templateId: z.uuid(), version: z.coerce.number().int().min(1) };

export const saveTemplateSchema = z.object({ ...templateFields, ...seenVersion });
export type SaveTemplate = z.infer<typeof saveTemplateSchema>;

export const deleteTemplateSchema = z.object(seenVersion);
export type DeleteTemplate = z.infer<typeof deleteTemplateSchema>;
