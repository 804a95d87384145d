import { z } from "zod";
import { logKinds } from "../log/schema";
import { dutyPosts } from "../schema";

/** A report may be sent from this long before it is due. */
export const OPEN_HOURS = 3;

export const quickReportStates = ["on_time", "late", "missing", "open", "waiting"] as const;
export type QuickReportState = (typeof quickReportStates)[number];

/** What the unit's own rows say of the time a report is about; counted, never typed in. */
export const factsSchema = z.object({
  /** Entries of the log by kind, corrections left out. */
  log: z.record(z.enum(logKinds), z.number().int()),
  onDuty: z.array(z.object({ name: z.string(), title: z.string(), post: z.enum(dutyPosts) })),
  /** Shifts that were not taken in time. */
  missedCheckIns: z.number().int(),
  /** Real incidents of the unit: told in this time, and still open at its end. */
  incidents: z
    .object({ reported: z.number().int(), open: z.number().int() })
    .default({ reported: 0, open: 0 }),
});
export type Facts = z.infer<typeof factsSchema>;

const TEXT_LIMIT = 4000;
const text = z.string().trim().max(TEXT_LIMIT, `Dài nhất ${TEXT_LIMIT} ký tự.`).default("");

export const fileQuickReportSchema = z
  .object({
    reportId: z.uuid(),
    requestId: z.uuid(),
    /** The edition that was on the screen: 0 for the first report, else what is corrected. */
    edition: z.coerce.number().int().min(0),
    kind: z.enum(["nil", "report"]),
    situation: text,
    openPoints: text,
    proposals: text,
    reason: z.string().trim().max(500, "Lý do dài nhất 500 ký tự.").default(""),
  })
  .refine(({ kind, situation }) => kind === "nil" || situation.length >= 3, {
    path: ["situation"],
    message: "Ghi tình hình, hoặc bấm “Không phát sinh”.",
  })
  .refine(({ edition, reason }) => edition === 0 || reason.length >= 3, {
    path: ["reason"],
    message: "Ghi lý do đính chính.",
  });
export type FileQuickReport = z.infer<typeof fileQuickReportSchema>;

export const quickReportFilterSchema = z.object({
  campaign: z.uuid().optional().catch(undefined),
  /** One due time, as an ISO instant. */
  due: z.iso.datetime().optional().catch(undefined),
  kind: z.string().trim().max(60).optional().catch(undefined),
  only: z.enum(["missing", "late", "nil", "told"]).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QuickReportFilter = z.infer<typeof quickReportFilterSchema>;
