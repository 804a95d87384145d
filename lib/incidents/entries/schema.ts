import { z } from "zod";
import { localTime, optionalId, seenCase, WORDS_LIMIT } from "../schema";

export const entryKinds = [
  "report",
  "step",
  "note",
  "state",
  "assign",
  "classify",
  "task",
  "evidence",
  "indicator",
  "system",
  "escalate",
  "warn",
  "link",
  "merge",
  "document",
  "inject",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Cập nhật diễn biến. */
export const addEntrySchema = z.object({
  incidentId: seenCase.incidentId,
  requestId: z.uuid(),
  text: z
    .string()
    .trim()
    .min(3, "Ghi diễn biến.")
    .max(WORDS_LIMIT, `Dài nhất ${WORDS_LIMIT} ký tự.`),
  happenedAt: localTime,
});
export type AddEntry = z.infer<typeof addEntrySchema>;

export const linkLogSchema = z.object({
  incidentId: seenCase.incidentId,
  logEntryId: z.uuid("Chọn mục trong sổ trực."),
});
export type LinkLog = z.infer<typeof linkLogSchema>;

export const timelineOrders = ["event", "record"] as const;
export const timelineOrderSchema = z.enum(timelineOrders).catch("event");
export type TimelineOrder = z.infer<typeof timelineOrderSchema>;

export const reportFromSchema = z.object({
  log: optionalId.catch(null),
  inject: optionalId.catch(null),
  sign: z.string().optional().catch(undefined),
});
