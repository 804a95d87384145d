import { z } from "zod";
import { evidenceFiles } from "../assignments/schema";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Giờ báo cáo chưa đúng.");
const times = z.array(time).min(1, "Chọn ít nhất một giờ báo cáo.").max(12);
const until = z.iso.date("Chọn ngày cuối của báo cáo định kỳ.");

/** When a report is asked for again: every day, on days of the week (1 is Monday), or as listed. */
export const recurrenceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("daily"), times, until }),
  z.object({
    kind: z.literal("weekly"),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1, "Chọn ít nhất một thứ.").max(7),
    times,
    until,
  }),
  z.object({
    kind: z.literal("given"),
    /** District time as the browser's field gives it. */
    at: z
      .array(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Thời điểm báo cáo chưa đúng."))
      .min(1, "Ghi ít nhất một thời điểm báo cáo.")
      .max(100),
  }),
]);
export type Recurrence = z.infer<typeof recurrenceSchema>;

/** At most this many reports of one obligation: a year of daily ones, and then some. */
export const PERIODIC_LIMIT = 400;

export const periodicFilterSchema = z.object({
  obligation: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type PeriodicFilter = z.infer<typeof periodicFilterSchema>;

export const filePeriodicSchema = z
  .object({
    periodicReportId: z.uuid(),
    requestId: z.uuid(),
    kind: z.enum(["result", "nil"]),
    text: z.string().trim().max(10_000).default(""),
    files: evidenceFiles,
  })
  .refine((input) => input.kind === "nil" || input.text.length >= 3, {
    path: ["text"],
    message: "Ghi ngắn gọn tình hình trong kỳ, hoặc bấm “Không phát sinh”.",
  });
export type FilePeriodic = z.infer<typeof filePeriodicSchema>;
