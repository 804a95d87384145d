import { z } from "zod";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Viết giờ dạng 07:00.");

/** As typed: `07:00, 16:00`. Empty: the campaign asks for no quick reports. */
const timesText = z
  .string()
  .default("")
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))].sort())
  .pipe(z.array(timeOfDay).max(12, "Một ngày nhiều nhất 12 giờ báo cáo."));

export const saveReportTimesSchema = z.object({
  campaignId: z.uuid(),
  /** 0 where no times were set yet. */
  version: z.coerce.number().int().min(0),
  times: timesText,
});
export type SaveReportTimes = z.infer<typeof saveReportTimesSchema>;
