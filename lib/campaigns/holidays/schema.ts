import { z } from "zod";
import { daySchema } from "../schema";

/** How far the source may be trusted. */
export const confidences = ["official", "press", "unverified"] as const;
export type Confidence = (typeof confidences)[number];

const holidayFields = z.object({
  name: z.string().trim().min(2, "Nhập tên ngày nghỉ.").max(200, "Tên dài nhất 200 ký tự."),
  firstOn: daySchema,
  lastOn: daySchema,
  source: z
    .string()
    .trim()
    .min(3, "Ghi số văn bản hoặc nơi đã đọc.")
    .max(500, "Nguồn dài nhất 500 ký tự."),
  confidence: z.enum(confidences, "Chọn mức tin cậy."),
});

const ordered = ({ firstOn, lastOn }: { firstOn: string; lastOn: string }) => firstOn <= lastOn;
const disorder = { error: "Ngày cuối phải từ ngày đầu trở đi.", path: ["lastOn"] };

export const createHolidaySchema = holidayFields.refine(ordered, disorder);
export type CreateHoliday = z.infer<typeof createHolidaySchema>;

const seenVersion = { holidayId: z.uuid(), version: z.coerce.number().int().min(1) };

export const saveHolidaySchema = holidayFields.extend(seenVersion).refine(ordered, disorder);
export type SaveHoliday = z.infer<typeof saveHolidaySchema>;

export const deleteHolidaySchema = z.object(seenVersion);
export type DeleteHoliday = z.infer<typeof deleteHolidaySchema>;

export const holidayFilterSchema = z.object({
  year: z.coerce.number().int().min(1900).max(2100).optional().catch(undefined),
});
