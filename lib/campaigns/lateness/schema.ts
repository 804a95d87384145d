import { z } from "zod";

/** What may come late: a report on a task, a quick report, a shift that nobody took. */
export const lateKinds = ["assignment", "quick_report", "shift"] as const;
export type LateKind = (typeof lateKinds)[number];

export const latenessFilterSchema = z.object({
  kind: z.enum(lateKinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LatenessFilter = z.infer<typeof latenessFilterSchema>;

export const giveReasonSchema = z.object({
  campaignId: z.uuid(),
  kind: z.enum(lateKinds),
  subjectId: z.uuid(),
  /** 0: none was given yet. */
  version: z.coerce.number().int().min(0),
  text: z.string().trim().min(3, "Ghi lý do.").max(1_000, "Lý do dài nhất 1.000 ký tự."),
});
export type GiveReason = z.infer<typeof giveReasonSchema>;
