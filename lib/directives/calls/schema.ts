import { z } from "zod";

/** Which units: whoever needs a call, or those silent in one way. */
export const silences = ["need", "opening", "acknowledgement", "overdue", "report"] as const;
export type Silence = (typeof silences)[number];

export const callFilterSchema = z.object({
  waiting: z.enum(silences).catch("need"),
  kind: z.string().max(60).optional().catch(undefined),
  /** `no`: only units that nobody has called about this directive today. */
  called: z.enum(["no"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type CallFilter = z.infer<typeof callFilterSchema>;

export const callResults = ["reached", "no_answer", "call_back"] as const;
export type CallResult = (typeof callResults)[number];

export const recordCallSchema = z.object({
  directiveId: z.uuid(),
  unitId: z.uuid(),
  requestId: z.uuid(),
  /** The call that is known of and is not enough: says that calling again is meant. */
  afterCallId: z.uuid().optional(),
});
export type RecordCall = z.infer<typeof recordCallSchema>;

export const noteCallSchema = z.object({
  callId: z.uuid(),
  result: z.enum(callResults, "Chọn kết quả cuộc gọi."),
  note: z.string().trim().max(500, "Ghi chú dài nhất 500 ký tự.").default(""),
});
export type NoteCall = z.infer<typeof noteCallSchema>;
