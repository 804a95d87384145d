import { z } from "zod";
import { parseLocal } from "@/lib/time";
import { type ComplaintKind, complaintKinds, localTime } from "../schema";

export const columns = ["opening", "received", "resolved", "rejected", "closing"] as const;
export type Column = (typeof columns)[number];

export const extras = [
  "blockedOneWay",
  "blockedTwoWay",
  "terminated",
  "smsBlocked",
  "callsBlocked",
  "requestsReceived",
  "requestsDone",
  "requestsLate",
] as const;
export type Extra = (typeof extras)[number];

const count = z.coerce
  .number("Ghi một số.")
  .int("Ghi số nguyên.")
  .min(0, "Không âm.")
  .max(100_000_000, "Quá lớn.");

const row = z.object({
  opening: count,
  received: count,
  resolved: count,
  rejected: count,
  closing: count,
});
export type Row = z.infer<typeof row>;

export const figuresSchema = z.object({
  rows: z.record(z.enum(complaintKinds), row),
  extra: z.record(z.enum(extras), count),
  subscribers: count.nullable(),
});
export type Figures = z.infer<typeof figuresSchema>;

/** What a form calls one figure: `spam_sms-opening`. */
export const fieldName = (kind: ComplaintKind, column: Column) => `${kind}-${column}`;

const fields = Object.fromEntries([
  ...complaintKinds.flatMap((kind) => columns.map((column) => [fieldName(kind, column), count])),
  ...extras.map((extra) => [extra, count]),
]) as Record<string, typeof count>;

export const sendPeriodReportSchema = z
  .object({
    ...fields,
    reportId: z.uuid(),
    requestId: z.uuid(),
    /** The edition on the screen: 0 for the first, else what is amended. */
    edition: z.coerce.number().int().min(0),
    subscribers: z.union([z.literal("").transform(() => null), count]).default(null),
    note: z.string().trim().max(4000, "Dài nhất 4000 ký tự.").default(""),
    reason: z.string().trim().max(500, "Dài nhất 500 ký tự.").default(""),
  })
  .refine(({ edition, reason }) => edition === 0 || reason.length >= 3, {
    path: ["reason"],
    message: "Ghi lý do sửa.",
  })
  .transform(({ reportId, requestId, edition, subscribers, note, reason, ...told }) => {
    const figure = (name: string) => Number((told as Record<string, unknown>)[name]);
    const rows = Object.fromEntries(
      complaintKinds.map((kind) => [
        kind,
        Object.fromEntries(columns.map((column) => [column, figure(fieldName(kind, column))])),
      ]),
    );
    const extra = Object.fromEntries(extras.map((name) => [name, figure(name)]));
    const figures = figuresSchema.parse({ rows, extra, subscribers });
    return { reportId, requestId, edition, note, reason, figures };
  });
export type SendPeriodReport = z.infer<typeof sendPeriodReportSchema>;

const day = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && parseLocal(text) !== null, "Chọn ngày.");

export const askForReportsSchema = z
  .object({
    name: z.string().trim().min(3, "Đặt tên kỳ.").max(120, "Dài nhất 120 ký tự."),
    startsOn: day,
    endsOn: day,
    dueAt: localTime,
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ["endsOn"],
    message: "Ngày cuối ở trước ngày đầu.",
  });
export type AskForReports = z.infer<typeof askForReportsSchema>;

export const returnPeriodReportSchema = z.object({
  reportId: z.uuid(),
  edition: z.coerce.number().int().min(1),
  reason: z.string().trim().min(3, "Ghi lý do.").max(1000, "Dài nhất 1000 ký tự."),
});
export type ReturnPeriodReport = z.infer<typeof returnPeriodReportSchema>;
